package org.kvarter.remote.map;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedMapping.Layout;

/** Finds records in an answer by its shape, and proposes what is id, time, value, place and unit by names and values. Stateless. */
public final class FeedProposer {

    private static final int MOST = 24;
    private static final int DEEPEST = 8;

    private record Found(String pointer, Layout layout, int count) {
    }

    private FeedProposer() {
    }

    /** Proposals for a page, the most promising first; at least one where the page is an object or a list of anything. */
    public static List<Proposal> look(JsonNode page) {
        List<Found> found = new ArrayList<>();
        search(page, "", 0, found);
        if (page.isObject()) {
            found.add(new Found("", Layout.ONE, 1));
        }
        List<Proposal> proposals = new ArrayList<>();
        for (Found at : found) {
            FeedMapping form = RoleGuess.mapping(at.pointer, at.layout, List.of());
            try {
                List<Field> fields = Fields.of(Records.of(page, form));
                if (!fields.isEmpty()) {
                    proposals.add(new Proposal(PageFacts.added(RoleGuess.mapping(at.pointer, at.layout, fields), page), at.count, fields));
                }
            } catch (FeedException e) {
                continue; // not of that form after all
            }
        }
        proposals.sort(Comparator.comparingDouble(FeedProposer::promise).reversed());
        return List.copyOf(proposals.subList(0, Math.min(MOST, proposals.size())));
    }

    /** More for a value, a place, a time, an id; many records rather than few; a list rather than the page as one record. */
    private static double promise(Proposal p) {
        FeedMapping m = p.mapping();
        double score = Math.min(3, Math.log10(p.count()) * 1.5);
        score += m.value().isEmpty() ? 0 : 2;
        score += m.hasPlace() ? 2 : 0;
        score += m.time().isEmpty() ? 0 : 1.5;
        score += m.id().isEmpty() ? 0 : 1;
        score -= m.layout() == Layout.ONE ? 1.2 : 0;
        return score - 0.1 * m.records().chars().filter(c -> c == '/').count();
    }

    private static void search(JsonNode node, String pointer, int depth, List<Found> found) {
        if (depth > DEEPEST || found.size() >= MOST * 2) {
            return;
        }
        if (node.isArray()) {
            if (node.size() > 0 && node.get(0).isObject()) {
                found.add(new Found(pointer, Layout.LIST, node.size()));
                search(node.get(0), pointer + "/0", depth + 1, found);
            }
            return;
        }
        if (!node.isObject() || Places.isGeometry(node)) {
            return;
        }
        int columns = columnLength(node);
        if (columns > 1) {
            found.add(new Found(pointer, Layout.COLUMNS, columns));
        }
        if (isMap(node)) {
            found.add(new Found(pointer, Layout.MAP, node.size()));
            return;
        }
        for (Iterator<Map.Entry<String, JsonNode>> i = node.fields(); i.hasNext();) {
            Map.Entry<String, JsonNode> field = i.next();
            search(field.getValue(), pointer + "/" + escaped(field.getKey()), depth + 1, found);
        }
    }

    static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** Length of at least two arrays of single values that are equally long; 0 where there are none. */
    private static int columnLength(JsonNode node) {
        int length = 0;
        int arrays = 0;
        for (JsonNode child : node) {
            if (child.isArray() && child.size() > 1 && child.get(0).isValueNode()) {
                if (length != 0 && child.size() != length) {
                    return 0;
                }
                length = child.size();
                arrays++;
            }
        }
        return arrays > 1 ? length : 0;
    }

    /** Whether all values are objects that share most of their keys: records by id rather than parts of one thing. */
    private static boolean isMap(JsonNode node) {
        if (node.size() < 2) {
            return false;
        }
        Set<String> first = null;
        int looked = 0;
        for (JsonNode child : node) {
            if (!child.isObject() || child.isEmpty()) {
                return false;
            }
            Set<String> keys = new HashSet<>();
            child.fieldNames().forEachRemaining(keys::add);
            if (first == null) {
                first = keys;
            } else {
                Set<String> shared = new HashSet<>(first);
                shared.retainAll(keys);
                if (2 * shared.size() < Math.max(first.size(), keys.size())) {
                    return false;
                }
            }
            if (++looked == 50) {
                break;
            }
        }
        return true;
    }
}
