package org.kvarter.importing.vector;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.model.LayerKind;

/**
 * Gives the features of a layer ids that stay the same when the file is read again: the attribute named like an id whose values are all
 * present and distinct in the sample, else the store's own id. A repeated id gets {@code #2}, {@code #3} … Not thread-safe.
 */
final class FeatureIds {

    /** Names of identifying attributes, the best first. */
    private static final List<String> NAMES = List.of("id", "identifier", "gmlid", "uuid", "guid", "globalid", "uid", "objectid",
            "featureid", "osmid", "fid", "ogcfid", "gid", "identificatie", "kennung", "tunnus",
            "beteckning", "objektid", "objektidentitet");

    private static final int NONE = Integer.MAX_VALUE;

    private final String attribute;
    private final Set<String> used = new HashSet<>();
    private final Map<String, Integer> repeats = new HashMap<>();
    private long repeated;

    /** @param chosen the attribute a person chose */
    FeatureIds(LayerFacts facts, Optional<String> chosen) {
        this.attribute = chosen.filter(name -> facts.attributes().stream().anyMatch(a -> a.name().equals(name)))
                .orElseGet(() -> propose(facts));
    }

    private static String propose(LayerFacts facts) {
        boolean ownIds = facts.ids().stream().anyMatch(id -> !id.chars().allMatch(Character::isDigit));
        if (ownIds) {
            return null;
        }
        return facts.attributes().stream().filter(AttributeFacts::identifies)
                .filter(a -> rank(a.name(), facts) < NONE)
                .min(Comparator.comparingInt(a -> rank(a.name(), facts)))
                .map(AttributeFacts::name).orElse(null);
    }

    /** Place of an attribute among {@link #NAMES}; {@code station_id} in a layer of transformer stations comes next. */
    private static int rank(String name, LayerFacts facts) {
        String plain = Words.fold(name).replaceAll("[^a-z]", "");
        int place = NAMES.indexOf(plain);
        if (place >= 0) {
            return place;
        }
        String thing = plain.replaceFirst("(s?id|nr|code)$", "");
        String layer = Words.fold(facts.name() + facts.title());
        boolean named = !thing.equals(plain) && thing.length() >= 3 && layer.contains(thing);
        boolean building = Set.of("building", "bldg", "byggnad").contains(thing)
                && LayerClassifier.classify(facts, 2).kind() == LayerKind.BUILDINGS;
        return named || building ? NAMES.size() : NONE;
    }

    /** The attribute ids come from, {@code null} for the store's own ids. */
    String attribute() {
        return attribute;
    }

    /** The id of a feature with that value of {@link #attribute} and that id in its store. */
    String next(Object value, String storeId) {
        String id = value == null || value.toString().isBlank() ? storeId : value.toString();
        if (used.add(id)) {
            return id;
        }
        repeated++;
        String distinct;
        do {
            distinct = id + "#" + repeats.merge(id, 2, (old, two) -> old + 1);
        } while (!used.add(distinct));
        return distinct;
    }

    /** Features whose id another one had before. */
    long repeated() {
        return repeated;
    }
}
