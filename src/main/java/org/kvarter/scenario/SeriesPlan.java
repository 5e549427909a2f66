package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A series of a scenario as a weighted sum: which tables, within which areas, and by which factor now. The factors alone change when an
 * assumption moves, so that what is summed over places once stays true.
 *
 * @param id    id of the series
 * @param title what people call it where the project has none of that id
 * @param terms factor by what it multiplies, in the order of the measures
 */
record SeriesPlan(String id, String title, Map<Part, Double> terms) {

    /**
     * A table within areas.
     *
     * @param series id of the table; empty for the constant 1
     * @param areas  the places lie in all of them
     */
    record Part(String series, List<Area> areas) {
    }

    /** How a scenario makes a series; the table itself where it does nothing to it. */
    static SeriesPlan of(String id, BaseData base, Resolution scenario) {
        Map<Part, Double> terms = new LinkedHashMap<>();
        if (base.series().containsKey(id)) {
            terms.put(new Part(id, List.of()), 1.0);
        }
        String title = "";
        for (Measure measure : scenario.measures()) {
            if (measure instanceof Measure.ChangeSeries change && change.series().equals(id)) {
                title = change.title().isEmpty() ? title : change.title();
                double amount = scenario.amount(change.amount());
                if (!Double.isFinite(amount) || !change.given().isEmpty() && !base.series().containsKey(change.given())) {
                    continue;
                }
                switch (change.way()) {
                    case SCALE -> scale(terms, change.area(), amount);
                    case ADD -> add(terms, change, amount);
                    case SET -> {
                        scale(terms, change.area(), 1 - amount);
                        add(terms, change, amount);
                    }
                    default -> throw new IllegalStateException();
                }
            }
        }
        return new SeriesPlan(id, title, terms);
    }

    private static void scale(Map<Part, Double> terms, Area area, double by) {
        Map<Part, Double> before = new LinkedHashMap<>(terms);
        before.forEach((part, factor) -> {
            if (area.equals(Area.DISTRICT)) {
                terms.put(part, factor * by);
            } else {
                terms.merge(new Part(part.series(), narrowed(part.areas(), area)), factor * (by - 1), Double::sum);
            }
        });
    }

    private static void add(Map<Part, Double> terms, Measure.ChangeSeries change, double amount) {
        terms.merge(new Part(change.given(), narrowed(List.of(), change.area())), amount, Double::sum);
    }

    private static List<Area> narrowed(List<Area> areas, Area by) {
        if (by.equals(Area.DISTRICT) || areas.contains(by)) {
            return areas;
        }
        List<Area> all = new ArrayList<>(areas);
        all.add(by);
        return List.copyOf(all);
    }

    /** Whether it is the project's own table, untouched. */
    boolean isBase() {
        return terms.size() == 1 && Double.valueOf(1).equals(terms.get(new Part(id, List.of())));
    }

    /** Id of the table whose places and time it has; empty where there is none. */
    String shape(BaseData base) {
        return base.series().containsKey(id) ? id : terms.keySet().stream().map(Part::series).filter(s -> !s.isEmpty()).findFirst().orElse("");
    }
}
