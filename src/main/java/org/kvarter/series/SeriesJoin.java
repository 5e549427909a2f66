package org.kvarter.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;

/**
 * Which place of a series belongs to which feature of a layer, by equal keys. Keys are compared without case and surrounding blanks.
 *
 * @param keyAttribute  attribute compared with the series' keys; empty for the feature id
 * @param placeOfFeature place of each feature, −1 where it has none; a part takes its building's; not copied
 * @param ownerOfFeature row whose key matched for each feature: its own, or its building's; not copied
 * @param matched       number of places that found a feature
 * @param unmatchedPlaces keys of the series without a feature
 * @param unmatchedFeatures ids of features (not parts of others) without a place
 * @param sharedKeys    keys that several features carry: each of them shows the same series
 */
public record SeriesJoin(String keyAttribute, int[] placeOfFeature, int[] ownerOfFeature, int matched,
                         List<String> unmatchedPlaces, List<String> unmatchedFeatures, List<String> sharedKeys) {

    public SeriesJoin {
        unmatchedPlaces = List.copyOf(unmatchedPlaces);
        unmatchedFeatures = List.copyOf(unmatchedFeatures);
        sharedKeys = List.copyOf(sharedKeys);
    }

    /** Joins by the feature id or an attribute. */
    public static SeriesJoin by(String keyAttribute, String[] keys, FeatureTable features) {
        Map<String, Integer> placeOf = new HashMap<>();
        for (int place = 0; place < keys.length; place++) {
            placeOf.putIfAbsent(normal(keys[place]), place);
        }
        AttributeColumn column = keyAttribute.isEmpty() ? null : features.attributes().column(keyAttribute).orElse(null);
        int[] places = new int[features.size()];
        int[] uses = new int[keys.length];
        for (int row = 0; row < places.length; row++) {
            Object key = keyAttribute.isEmpty() ? features.ids()[row] : column == null ? null : column.value(row);
            Integer place = key == null ? null : placeOf.get(normal(key.toString()));
            places[row] = place == null ? -1 : place;
            if (place != null && (features.parents()[row] < 0 || places[features.root(row)] != place)) {
                uses[place]++;
            }
        }
        return report(keyAttribute, keys, features, places, uses);
    }

    /** The join with the most matches among the id and all attributes. */
    public static SeriesJoin best(String[] keys, FeatureTable features) {
        return Stream.concat(Stream.of(""), features.attributes().names().stream()).map(a -> by(a, keys, features))
                .max(Comparator.comparingInt(SeriesJoin::matched).thenComparingInt(j -> -j.sharedKeys.size())
                        .thenComparingInt(j -> j.keyAttribute.isEmpty() ? 1 : 0)).orElseThrow();
    }

    private static SeriesJoin report(String keyAttribute, String[] keys, FeatureTable features, int[] places, int[] uses) {
        List<String> noFeature = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (int place = 0; place < keys.length; place++) {
            if (uses[place] == 0) {
                noFeature.add(keys[place]);
            } else if (uses[place] > 1) {
                shared.add(keys[place]);
            }
        }
        boolean[] hasMatchedPart = new boolean[places.length];
        for (int row = 0; row < places.length; row++) {
            if (places[row] >= 0) {
                hasMatchedPart[features.root(row)] = true;
            }
        }
        int[] inherited = Arrays.copyOf(places, places.length);
        int[] owners = new int[places.length];
        Arrays.setAll(owners, row -> row);
        List<String> noPlace = new ArrayList<>();
        for (int row = 0; row < places.length; row++) {
            if (features.parents()[row] < 0) {
                if (!hasMatchedPart[row]) {
                    noPlace.add(features.ids()[row]);
                }
            } else if (places[row] < 0) {
                owners[row] = features.root(row);
                inherited[row] = places[owners[row]];
            }
        }
        return new SeriesJoin(keyAttribute, inherited, owners, keys.length - noFeature.size(), noFeature, noPlace, shared);
    }

    private static String normal(String key) {
        return key.strip().toLowerCase(Locale.ROOT);
    }
}
