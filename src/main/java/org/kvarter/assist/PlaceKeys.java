package org.kvarter.assist;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.stream.IntStream;

/**
 * What the places of a table are called in a store: the feature's id where a place found one, else its own.
 *
 * @param places as the table calls them
 * @param names  of all places
 * @param ranks  numbers under which places of one name follow each other
 * @param areShared whether a name is that of several places
 */
record PlaceKeys(String[] places, String[] names, int[] ranks, boolean areShared) {

    static PlaceKeys of(Survey survey, JoinResult join, Twin twin) {
        TwinLayer layer = twin.layer(join.rule().layerId()).orElse(null);
        String[] names = survey.allPlaces().stream().map(place -> {
            Integer row = layer == null ? null : join.rowOfPlace().get(place);
            return row == null ? place : layer.features().ids()[row];
        }).toArray(String[]::new);
        int[] order = IntStream.range(0, names.length).boxed().sorted(Comparator.comparing((Integer i) -> names[i]).thenComparing(i -> i))
                .mapToInt(Integer::intValue).toArray();
        int[] ranks = new int[names.length];
        for (int n = 0; n < order.length; n++) {
            ranks[order[n]] = n;
        }
        return new PlaceKeys(survey.allPlaces().toArray(String[]::new), names, ranks, new HashSet<>(Arrays.asList(names)).size() < names.length);
    }

    /** Places by rank. */
    int[] placesByRank() {
        int[] places = new int[ranks.length];
        for (int p = 0; p < ranks.length; p++) {
            places[ranks[p]] = p;
        }
        return places;
    }
}
