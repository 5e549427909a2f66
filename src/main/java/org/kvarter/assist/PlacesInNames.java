package org.kvarter.assist;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Columns that are each called by a place and, all alike, by what is measured there: {@code Gebäude 1 Fernwärme, Gebäude 2 Fernwärme}.
 *
 * @param places   of each column: its name, without what all have in common where that names a quantity
 * @param quantity what the common words name; empty where there are none that do
 */
record PlacesInNames(List<String> places, Optional<String> quantity) {

    static PlacesInNames of(List<String> names) {
        List<String[]> words = names.stream().map(n -> n.strip().split("\\s+")).toList();
        if (names.size() < 2) {
            return new PlacesInNames(names, Optional.empty());
        }
        int shortest = words.stream().mapToInt(w -> w.length).min().orElse(0);
        int front = 0;
        while (front < shortest - 1 && areSame(words, front, true)) {
            front++;
        }
        int back = 0;
        while (back < shortest - 1 - front && areSame(words, back, false)) {
            back++;
        }
        String[] first = words.get(0);
        Optional<String> before = QuantityWords.find(String.join(" ", Arrays.copyOfRange(first, 0, front)));
        Optional<String> after = QuantityWords.find(String.join(" ", Arrays.copyOfRange(first, first.length - back, first.length)));
        int left = before.isPresent() ? front : 0;
        int right = after.isPresent() ? back : 0;
        List<String> places = words.stream().map(w -> String.join(" ", Arrays.copyOfRange(w, left, w.length - right))).toList();
        boolean distinct = new HashSet<>(places).size() == places.size();
        return distinct && (before.isPresent() || after.isPresent()) ? new PlacesInNames(places, after.or(() -> before)) : new PlacesInNames(names, Optional.empty());
    }

    private static boolean areSame(List<String[]> words, int at, boolean fromFront) {
        return words.stream().map(w -> PlainText.folded(w[fromFront ? at : w.length - 1 - at])).distinct().count() == 1;
    }
}
