package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.series.LayerSeries;
import org.kvarter.text.Texts;

/** Which sums over areas may be told. Filled once while a {@link Guard} is made, by one thread; then read only. */
final class AreaPlanning {

    private static final Texts TEXTS = Texts.in(Guard.class);

    private final Holdings holdings;
    private final Withheld withheld;
    private final Map<String, String> problems = new HashMap<>();
    /** Groups of features whose sums are told, by layer and kin. */
    private final Map<String, List<BitSet>> sums = new HashMap<>();
    private final Set<AreaSummary> planned = new HashSet<>();

    AreaPlanning(Holdings holdings, Withheld withheld) {
        this.holdings = holdings;
        this.withheld = withheld;
    }

    /** Sentences about sums that can never be told, by what they are of. */
    Map<String, String> problems() {
        return Map.copyOf(problems);
    }

    /** Groups of a layer's features whose sums are told of a value or of what tells of it. */
    List<BitSet> told(String layerId, String data) {
        return sums.getOrDefault(layerId + "\0" + withheld.kin().of(data), List.of());
    }

    private static String data(AreaSummary summary) {
        return summary.ofSeries() ? summary.value() : summary.of() + "/" + summary.value();
    }

    static String made(AreaSummary summary) {
        return summary.ofSeries() ? LayerSeries.id(summary.areas(), summary.name()) : summary.areas() + "/" + summary.name();
    }

    /** All sums of the same value, and of what was reckoned from it, at once, since one tells of the other. */
    void plan(AreaSummary first, Reckoning.Result result) {
        if (!planned.add(first)) {
            return;
        }
        if (!first.weight().isEmpty() && withheld.isPersonal(first.of() + "/" + first.weight())) {
            put(first, all(first), "weight");
            return;
        }
        if (first.value().isEmpty() || !withheld.isPersonal(data(first))) {
            return;
        }
        boolean ofAreas = holdings.book().summaries().stream().anyMatch(s -> s.areas().equals(first.of())
                && (first.ofSeries() ? LayerSeries.id(s.areas(), s.name()).equals(first.value()) : s.name().equals(first.value())));
        List<AreaSummary> all = new ArrayList<>();
        List<int[]> memberships = new ArrayList<>();
        for (Reckoning.Step step : result.steps()) {
            if (step.definition() instanceof AreaSummary s && isKin(s, first)) {
                planned.add(s);
                all.add(s);
                memberships.add(step.membership().areaOf());
            }
        }
        Layer of = holdings.district().layer(first.of()).orElseThrow();
        List<BitSet> areas = ofAreas ? containing(all, memberships, of) : areas(all, memberships, of);
        for (int i = 0; i < all.size(); i++) {
            weigh(all.get(i), of, memberships, areas, i);
        }
        if (!ofAreas) {
            note(of, withheld.kin().of(data(first)), memberships, areas);
            withheld.spread(of, withheld.kin().of(data(first)));
        }
    }

    private boolean isKin(AreaSummary other, AreaSummary first) {
        boolean personalWeight = !other.weight().isEmpty() && withheld.isPersonal(other.of() + "/" + other.weight());
        return other.of().equals(first.of()) && !other.value().isEmpty() && !personalWeight && withheld.kin().of(data(other)).equals(withheld.kin().of(data(first)));
    }

    private List<BitSet> areas(List<AreaSummary> all, List<int[]> memberships, Layer of) {
        List<BitSet> areas = memberships.stream().map(m -> new BitSet()).toList();
        for (String data : all.stream().map(AreaPlanning::data).distinct().toList()) {
            List<BitSet> out = holdings.series().containsKey(data) ? withheld.withholdSeries(holdings.series().get(data), memberships).areas()
                    : withheld.withhold(of, of.features().attributes().column(data.substring(of.id().length() + 1)).orElseThrow(), memberships).areas();
            for (int i = 0; i < areas.size(); i++) {
                areas.get(i).or(out.get(i));
            }
        }
        return areas;
    }

    /** Of sums of sums: areas that hold one that is withheld. */
    private List<BitSet> containing(List<AreaSummary> all, List<int[]> memberships, Layer of) {
        List<BitSet> areas = new ArrayList<>();
        for (int[] areaOf : memberships) {
            BitSet out = new BitSet();
            for (AreaSummary summary : all) {
                withheld.rowsOf(data(summary), of).stream().filter(r -> r < areaOf.length && areaOf[r] >= 0).forEach(r -> out.set(areaOf[r]));
            }
            areas.add(out);
        }
        return areas;
    }

    /** Puts in which areas of a sum are withheld; where values are weighted differently or chosen, more of them. */
    private void weigh(AreaSummary summary, Layer of, List<int[]> memberships, List<BitSet> areas, int at) {
        Use use = weighted(summary, of);
        if (use instanceof Use.Selective) {
            put(summary, all(summary), "selective");
            return;
        }
        BitSet out = (BitSet) areas.get(at).clone();
        if (use instanceof Use.Weighted weighted) {
            FeatureTable features = of.features();
            List<BitSet> told = new ArrayList<>();
            for (int m = 0; m < memberships.size(); m++) {
                told.addAll(groups(memberships.get(m), areas.get(m), features).values());
            }
            BitSet known = known(data(summary), of);
            groups(memberships.get(at), out, features).forEach((area, rows) ->
                    out.set(area, Weighting.isTelling(weighted.weights(), rows, known, holdings.households(of.id()), told, holdings.least())));
        }
        boolean ofOne = summary.statistic() == Statistic.MINIMUM || summary.statistic() == Statistic.MAXIMUM || summary.statistic() == Statistic.MEDIAN;
        if (ofOne) {
            put(summary, all(summary), "ofOne");
        } else if (summary.statistic() != Statistic.COUNT) {
            withheld.put(made(summary), out);
        }
    }

    /** How a sum follows from personal values, the weight of its mean included. */
    private Use weighted(AreaSummary summary, Layer of) {
        Use use = withheld.use(data(summary));
        AttributeColumn weight = summary.statistic() == Statistic.MEAN && !summary.weight().isEmpty() ? of.features().attributes().column(summary.weight()).orElse(null) : null;
        if (weight == null || use instanceof Use.Selective) {
            return use;
        }
        double[] weights = new double[of.features().size()];
        Arrays.setAll(weights, r -> Math.max(0, Double.isNaN(weight.number(r)) ? 0 : weight.number(r)) * (use instanceof Use.Weighted w ? w.weights()[r] : 1));
        return withheld.weighs(data(summary), new Use.Weighted(weights));
    }

    private BitSet known(String data, Layer of) {
        BitSet known = new BitSet();
        known.set(0, of.features().size());
        known.andNot(withheld.rowsOf(data, of));
        return known;
    }

    private BitSet all(AreaSummary summary) {
        BitSet rows = new BitSet();
        rows.set(0, holdings.district().layer(summary.areas()).map(l -> l.features().size()).orElse(0));
        return rows;
    }

    private void put(AreaSummary summary, BitSet rows, String why) {
        withheld.put(made(summary), rows);
        problems.put(made(summary), TEXTS.get(why, summary.name()));
    }

    /** Wholes of the features that are summed up in each area that is told. */
    private static Map<Integer, BitSet> groups(int[] areaOf, BitSet out, FeatureTable features) {
        Map<Integer, BitSet> groups = new HashMap<>();
        for (int row = 0; row < areaOf.length; row++) {
            if (areaOf[row] >= 0 && !out.get(areaOf[row])) {
                groups.computeIfAbsent(areaOf[row], a -> new BitSet()).set(features.root(row));
            }
        }
        return groups;
    }

    /** Keeps which groups are told, for those that are asked for later. */
    private void note(Layer of, String kinOf, List<int[]> memberships, List<BitSet> out) {
        List<BitSet> told = sums.computeIfAbsent(of.id() + "\0" + kinOf, k -> new ArrayList<>());
        for (int m = 0; m < memberships.size(); m++) {
            told.addAll(groups(memberships.get(m), out.get(m), of.features()).values());
        }
    }
}
