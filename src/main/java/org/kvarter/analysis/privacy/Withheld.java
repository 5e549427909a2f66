package org.kvarter.analysis.privacy;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Reckoning;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.MovingLayer;
import org.kvarter.series.SeriesView;

/**
 * Which single values are withheld: of what is marked, and of what is reckoned from that. Filled once while a {@link Guard} is made, by one thread;
 * then read only.
 */
final class Withheld {

    private final Holdings holdings;
    private final Trials trials;
    /** Withheld rows by layer/attribute, or withheld places by series id. */
    private final Map<String, BitSet> out = new HashMap<>();
    private final Kinship kin = new Kinship();
    private final Map<String, Use> uses = new HashMap<>();
    /** Marked data that something was reckoned from. */
    private final Map<String, Set<String>> bases = new HashMap<>();

    Withheld(Holdings holdings, Trials trials) {
        this.trials = trials;
        this.holdings = holdings;
    }

    /** Withholds what somebody marked. */
    void mark() {
        holdings.district().layers().forEach(l -> l.features().attributes().columns().stream().filter(c -> holdings.isMarked(l.id(), c.name()))
                .forEach(c -> withhold(l, c, List.of())));
        holdings.district().layers().stream().filter(l -> l instanceof MovingLayer && holdings.book().record(l.id()).personal()).forEach(l -> {
            BitSet all = new BitSet();
            all.set(0, l.features().size());
            out.put(l.id(), all);
        });
        holdings.series().values().stream().filter(s -> holdings.isMarked(s.id())).forEach(s -> withholdSeries(s, List.of()));
    }

    /** Withheld rows of an attribute or places of a series; {@code null} for what is not personal. */
    BitSet of(String data) {
        return out.get(data);
    }

    boolean isPersonal(String data) {
        return out.containsKey(data);
    }

    Set<String> all() {
        return out.keySet();
    }

    Kinship kin() {
        return kin;
    }

    /** The marked data that something personal was reckoned from; itself where it is marked. */
    Set<String> bases(String data) {
        return bases.getOrDefault(data, Set.of(data));
    }

    /** The marked data that tell of something, and of which it tells. */
    Set<String> kinBases(String data) {
        Set<String> all = new TreeSet<>(bases(data));
        out.keySet().stream().filter(d -> kin.of(d).equals(kin.of(data))).map(this::bases).forEach(all::addAll);
        return all;
    }

    /** How a value follows from the personal ones; plain for those themselves. */
    Use use(String data) {
        return uses.getOrDefault(data, Use.PLAIN);
    }

    void put(String data, BitSet rows) {
        out.put(data, rows);
    }

    Plan withhold(Layer layer, AttributeColumn column, List<int[]> memberships) {
        FeatureTable features = layer.features();
        String data = layer.id() + "/" + column.name();
        Plan plan = Plan.of(holdings.households(layer.id()), Households.wholes(features, Holdings.present(features, column)), out.getOrDefault(data, new BitSet()), memberships,
                holdings.least());
        out.put(data, Households.withParts(features, plan.features()));
        return plan;
    }

    /** A place is withheld with the features it belongs to; one that belongs to none is nobody's that is known, and withheld. */
    Plan withholdSeries(SeriesView of, List<int[]> memberships) {
        Optional<Layer> layer = holdings.layerOf(of.id());
        BitSet places = new BitSet();
        places.set(0, of.places());
        if (layer.isEmpty()) {
            out.put(of.id(), places);
            return new Plan(new BitSet(), memberships.stream().map(m -> new BitSet()).toList());
        }
        int[] placeOf = holdings.placesOf(of.id(), layer.get());
        FeatureTable features = layer.get().features();
        BitSet wholes = Households.wholes(features, Holdings.present(placeOf));
        Plan plan = Plan.of(holdings.households(layer.get().id()), wholes, new BitSet(), memberships, holdings.least());
        wholes.andNot(plan.features());
        Households.withParts(features, wholes).stream().map(r -> placeOf[r]).filter(p -> p >= 0).forEach(places::clear);
        Households.withParts(features, plan.features()).stream().map(r -> placeOf[r]).filter(p -> p >= 0).forEach(places::set); // shared with one that is withheld
        out.put(of.id(), places);
        return plan;
    }

    /** Withholds an attribute by an expression where what it asks for is withheld. */
    void follow(DerivedColumn column, Reckoning.Step step) {
        Layer layer = holdings.district().layer(column.layerId()).orElse(null);
        List<String> from = Stream.concat(step.attributes().stream().map(a -> column.layerId() + "/" + a), step.series().stream()).filter(out::containsKey).sorted().toList();
        if (layer == null || from.isEmpty()) {
            return;
        }
        String data = column.layerId() + "/" + column.name();
        BitSet rows = (BitSet) out.getOrDefault(data, new BitSet()).clone();
        from.forEach(f -> rows.or(rowsOf(f, layer)));
        from.forEach(f -> kin.join(f, data));
        bases.put(data, from.stream().flatMap(f -> bases(f).stream()).collect(Collectors.toSet()));
        out.put(data, rows);
        if (!uses.containsKey(data)) {
            List<AttributeColumn> columns = step.attributes().stream().sorted().flatMap(a -> layer.features().attributes().column(a).stream()).toList();
            uses.put(data, alone(data, trials.of(column, from, columns, () -> new Probe(holdings, this, column, layer, from, step.series()).use())));
        }
    }

    /** Notes that a sum weighs a value. @return what may be told of it: as weighed, or nothing */
    Use weighs(String data, Use.Weighted weighted) {
        Use use = alone(data, weighted);
        uses.putIfAbsent(data + "\0weighed", use);
        kin.join(data, data + "\0weighed");
        return use;
    }

    /** Of one value only one weighting is told beside the plain one: with more of them single values could be solved for. */
    private Use alone(String data, Use use) {
        boolean another = use instanceof Use.Weighted w && uses.entrySet().stream().anyMatch(e -> kin.of(e.getKey()).equals(kin.of(data)) && e.getValue() instanceof Use.Weighted o && !o.isLike(w));
        return another ? Use.SELECTIVE : use;
    }

    /** Rows of a layer whose value is withheld, of one of its attributes or of a series. */
    BitSet rowsOf(String data, Layer layer) {
        if (data.startsWith(layer.id() + "/") || data.equals(layer.id()) && !holdings.series().containsKey(data)) {
            return out.get(data);
        }
        BitSet rows = new BitSet();
        if (holdings.series().containsKey(data)) {
            int[] placeOf = holdings.placesOf(data, layer);
            for (int row = 0; row < placeOf.length; row++) {
                rows.set(row, placeOf[row] >= 0 && out.get(data).get(placeOf[row]));
            }
        }
        return rows;
    }

    /** What is withheld of a value is withheld of what was reckoned from it. */
    void spread(Layer of, String kinOf) {
        BitSet rows = new BitSet();
        List<String> all = out.keySet().stream().filter(d -> kin.of(d).equals(kinOf)).toList();
        all.forEach(d -> rows.or(rowsOf(d, of)));
        for (String data : all) {
            if (data.startsWith(of.id() + "/")) {
                out.get(data).or(rows);
            } else if (holdings.series().containsKey(data)) {
                int[] placeOf = holdings.placesOf(data, of);
                rows.stream().filter(r -> r < placeOf.length && placeOf[r] >= 0).forEach(r -> out.get(data).set(placeOf[r]));
            }
        }
    }
}
