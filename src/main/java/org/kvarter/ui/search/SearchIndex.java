package org.kvarter.ui.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.ui.kit.FeatureNames;

/**
 * Finds features by what people call them. Immutable and thread-safe once made; made off the window's thread, since a district may
 * hold tens of thousands.
 */
public final class SearchIndex {

    /** Finds nothing. */
    public static final SearchIndex EMPTY = new SearchIndex(List.of());

    /**
     * One feature found.
     *
     * @param key    the feature
     * @param title  its name, address or id
     * @param detail what else identifies it
     */
    public record Hit(FeatureKey key, String title, String detail) {
    }

    private record Entry(FeatureKey key, String name, String address, String id, String layer) {
    }

    private final List<Entry> entries;

    private SearchIndex(List<Entry> entries) {
        this.entries = entries;
    }

    /** An index of all features that stand for themselves: parts are found through the building they belong to. */
    public static SearchIndex of(District district) {
        List<Entry> entries = new ArrayList<>();
        for (Layer layer : district.layers()) {
            FeatureNames names = new FeatureNames(layer.features());
            for (int row = 0; row < layer.features().size(); row++) {
                if (layer.features().parents()[row] < 0) {
                    entries.add(new Entry(new FeatureKey(layer.id(), row), names.name(row), names.address(row), layer.features().ids()[row],
                            layer.title()));
                }
            }
        }
        return new SearchIndex(entries);
    }

    /**
     * The features that hold all words of {@code text}, best first: an exact hit before a beginning before a middle; name before
     * address before id.
     *
     * @param limit how many at most
     */
    public List<Hit> find(String text, int limit) {
        String wanted = text.trim().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        String[] words = wanted.split("\\s+");
        record Ranked(Entry entry, int rank) {
        }
        List<Ranked> found = new ArrayList<>();
        for (Entry entry : entries) {
            int rank = rank(entry, wanted, words);
            if (rank < Integer.MAX_VALUE) {
                found.add(new Ranked(entry, rank));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingInt(Ranked::rank).thenComparing(r -> title(r.entry()), String.CASE_INSENSITIVE_ORDER))
                .limit(limit).map(r -> hit(r.entry())).toList();
    }

    private static int rank(Entry entry, String wanted, String[] words) {
        int best = Integer.MAX_VALUE;
        String[] texts = {entry.name, entry.address, entry.id};
        for (int i = 0; i < texts.length; i++) {
            String lower = texts[i].toLowerCase(Locale.ROOT);
            int place = lower.equals(wanted) ? 0 : lower.startsWith(wanted) ? 10 : lower.contains(wanted) ? 20 : Integer.MAX_VALUE;
            if (place < Integer.MAX_VALUE) {
                best = Math.min(best, place + i);
            }
        }
        if (best == Integer.MAX_VALUE && words.length > 1) {
            String all = (entry.name + " " + entry.address + " " + entry.id + " " + entry.layer).toLowerCase(Locale.ROOT);
            for (String word : words) {
                if (!all.contains(word)) {
                    return Integer.MAX_VALUE;
                }
            }
            best = 30;
        }
        return best;
    }

    private static String title(Entry entry) {
        return !entry.name.isEmpty() ? entry.name : !entry.address.isEmpty() ? entry.address : entry.id;
    }

    private static Hit hit(Entry entry) {
        List<String> rest = new ArrayList<>();
        if (!entry.name.isEmpty() && !entry.address.isEmpty()) {
            rest.add(entry.address);
        }
        if (!title(entry).equals(entry.id)) {
            rest.add(entry.id);
        }
        rest.add(entry.layer);
        return new Hit(entry.key, title(entry), String.join(" · ", rest));
    }
}
