package org.kvarter.analysis.privacy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Layers;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.Reckoning.Target;
import org.kvarter.analysis.Statistic;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Discretion;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;

/**
 * What of a district's personal data is withheld, for its layers and series as they were read. Made anew where they change; then immutable and
 * thread-safe.
 *
 * <p>A layer marked personal is personal in all its attributes but those that name, place and join its features and count their households; a
 * record {@code layer/attribute} marks one attribute alone. What is reckoned from personal data is personal too.
 */
public final class Guard implements Discretion {

    private static final Texts TEXTS = Texts.in(Guard.class);
    /** Attributes that name and place a building: they are on its door and on every map. */
    private static final Set<String> PUBLIC = Set.of("name", "gml:name", "namn", "address", "adress", "adresse", "addr:full", "addr:street", "addr:housenumber", "street", "gata",
            "gatunamn", "housenumber", "house_number", "nummer", "number", "id", "gml_id", "fid", "postcode", "postnummer");

    /** Nothing is personal. */
    public static final Guard NONE = new Guard(DataBook.EMPTY, District.EMPTY, Map.of(), id -> Optional.empty());

    private final DataBook book;
    private final District district;
    private final Map<String, ? extends SeriesView> series;
    private final Function<String, Optional<Target>> targets;
    private final Map<String, int[]> households = new HashMap<>();
    /** Withheld rows by layer/attribute, or withheld places by series id. */
    private final Map<String, BitSet> withheld = new HashMap<>();
    private final Map<String, String> problems = new HashMap<>();
    /** Groups of features whose sums are told, by layer and kin. */
    private final Map<String, List<BitSet>> sums = new HashMap<>();
    private final Kinship kin = new Kinship();
    private final Ledger ledger;

    /**
     * The guard of what was read, without what is reckoned from it: see {@link #with}.
     *
     * @param district layers as they were read
     * @param series   series as they were read, by id
     * @param targets  what each is joined to
     */
    public Guard(DataBook book, District district, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets) {
        this(book, district, series, targets, new Ledger());
    }

    /** A guard that knows which sums were told before it. */
    public Guard(DataBook book, District district, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets, Ledger ledger) {
        this.ledger = ledger;
        this.book = book;
        this.district = district;
        this.series = series;
        this.targets = targets;
        if (isActive(book)) {
            district.layers().forEach(l -> {
                households.put(l.id(), Households.of(l.features(), l.id(), book.privacy()));
                l.features().attributes().columns().stream().filter(c -> isMarked(l.id(), c.name())).forEach(c -> withhold(l, c, List.of()));
            });
            series.values().stream().filter(s -> isMarkedSeries(s.id())).forEach(s -> withholdSeries(s, List.of()));
        }
    }

    /** Whether a book marks anything as personal at all. */
    public static boolean isActive(DataBook book) {
        return book.records().stream().anyMatch(r -> r.personal());
    }

    private boolean isMarked(String layerId, String attribute) {
        if (book.record(layerId + "/" + attribute).personal()) {
            return true;
        }
        boolean spoken = PUBLIC.contains(attribute.toLowerCase(Locale.ROOT)) || attribute.equals(book.privacy().households(layerId))
                || series.keySet().stream().anyMatch(id -> targets.apply(id).filter(t -> t.layerId().equals(layerId) && t.keyAttribute().equals(attribute)).isPresent());
        return book.record(layerId).personal() && !spoken;
    }

    /** Series that come with a personal layer are personal with it. */
    private boolean isMarkedSeries(String seriesId) {
        return book.record(seriesId).personal() || LayerSeries.layerOf(seriesId).filter(l -> book.record(l).personal()).isPresent() && !isSummary(seriesId);
    }

    private boolean isSummary(String seriesId) {
        return book.summaries().stream().anyMatch(s -> s.ofSeries() && LayerSeries.id(s.areas(), s.name()).equals(seriesId));
    }

    private static BitSet present(FeatureTable features, AttributeColumn column) {
        BitSet rows = new BitSet();
        for (int row = 0; row < features.size(); row++) {
            rows.set(row, !column.isMissing(row));
        }
        return rows;
    }

    private Plan withhold(Layer layer, AttributeColumn column, List<int[]> memberships) {
        FeatureTable features = layer.features();
        String data = layer.id() + "/" + column.name();
        Plan plan = Plan.of(households.get(layer.id()), Households.wholes(features, present(features, column)), withheld.getOrDefault(data, new BitSet()), memberships,
                book.privacy().least());
        withheld.put(data, Households.withParts(features, plan.features()));
        return plan;
    }

    /** A place is withheld with the features it belongs to; one that belongs to none is nobody's that is known, and withheld. */
    private Plan withholdSeries(SeriesView of, List<int[]> memberships) {
        Optional<Layer> layer = targets.apply(of.id()).or(() -> LayerSeries.layerOf(of.id()).map(id -> new Target(id, ""))).flatMap(t -> district.layer(t.layerId()));
        BitSet places = new BitSet();
        places.set(0, of.places());
        if (layer.isEmpty()) {
            withheld.put(of.id(), places);
            return new Plan(new BitSet(), memberships.stream().map(m -> new BitSet()).toList());
        }
        int[] placeOf = placesOf(of, layer.get());
        BitSet present = new BitSet();
        for (int row = 0; row < placeOf.length; row++) {
            present.set(row, placeOf[row] >= 0);
        }
        FeatureTable features = layer.get().features();
        Plan plan = Plan.of(households.get(layer.get().id()), Households.wholes(features, present), new BitSet(), memberships, book.privacy().least());
        BitSet shown = Households.wholes(features, present);
        shown.andNot(plan.features());
        Households.withParts(features, shown).stream().map(r -> placeOf[r]).filter(p -> p >= 0).forEach(places::clear);
        Households.withParts(features, plan.features()).stream().map(r -> placeOf[r]).filter(p -> p >= 0).forEach(places::set); // shared with one that is withheld
        withheld.put(of.id(), places);
        return plan;
    }

    private int[] placesOf(SeriesView of, Layer layer) {
        String key = targets.apply(of.id()).map(Target::keyAttribute).orElse("");
        return SeriesJoin.by(key, of.keys(), layer.features()).placeOfFeature();
    }

    /**
     * This guard with what was reckoned: attributes by expressions are withheld where what they ask for is, sums over areas where an area has too few
     * households or would tell of them by difference.
     */
    public Guard with(Reckoning.Result result) {
        if (!isActive(book)) {
            return this;
        }
        District all = district;
        for (Layer layer : district.layers()) {
            FeatureTable features = layer.features();
            for (AttributeColumn column : result.columns().getOrDefault(layer.id(), List.of())) {
                features = features.withAttributes(features.attributes().with(column));
            }
            all = features == layer.features() ? all : all.with(Layers.with(layer, features));
        }
        Map<String, SeriesView> series = new HashMap<>(this.series);
        result.series().forEach(s -> series.put(s.id(), s));
        Guard guard = new Guard(book, all, series, targets, ledger);
        for (Reckoning.Step step : result.steps()) {
            if (step.definition() instanceof DerivedColumn column) {
                guard.follow(column.layerId(), column.name(), step);
            }
        }
        Set<AreaSummary> planned = new HashSet<>();
        for (Reckoning.Step step : result.steps()) { // in order: what is reckoned from sums comes after them
            if (step.definition() instanceof DerivedColumn column) {
                guard.follow(column.layerId(), column.name(), step);
            } else if (planned.add((AreaSummary) step.definition())) {
                guard.summarise((AreaSummary) step.definition(), result, planned);
            }
        }
        return guard;
    }

    private void follow(String layerId, String name, Reckoning.Step step) {
        BitSet rows = new BitSet();
        step.attributes().forEach(a -> rows.or(withheld.getOrDefault(layerId + "/" + a, new BitSet())));
        boolean personal = step.attributes().stream().anyMatch(a -> withheld.containsKey(layerId + "/" + a)) || step.series().stream().anyMatch(withheld::containsKey);
        for (String id : step.series()) {
            BitSet places = withheld.get(id);
            Layer layer = district.layer(layerId).orElse(null);
            if (places != null && layer != null) {
                int[] placeOf = placesOf(series.get(id), layer);
                for (int row = 0; row < placeOf.length; row++) {
                    rows.set(row, rows.get(row) || placeOf[row] >= 0 && places.get(placeOf[row]));
                }
            }
        }
        if (personal) {
            step.attributes().stream().map(a -> layerId + "/" + a).filter(withheld::containsKey).forEach(a -> kin.join(a, layerId + "/" + name));
            step.series().stream().filter(withheld::containsKey).forEach(s -> kin.join(s, layerId + "/" + name));
            BitSet before = withheld.getOrDefault(layerId + "/" + name, new BitSet());
            rows.or(before);
            withheld.put(layerId + "/" + name, rows);
        }
    }

    private static String data(AreaSummary summary) {
        return summary.ofSeries() ? summary.value() : summary.of() + "/" + summary.value();
    }

    /** All sums of the same value, and of what was reckoned from it, at once, since one tells of the other. */
    private void summarise(AreaSummary first, Reckoning.Result result, Set<AreaSummary> planned) {
        if (first.value().isEmpty() || !withheld.containsKey(data(first))) {
            return;
        }
        boolean ofAreas = book.summaries().stream().anyMatch(s -> s.areas().equals(first.of()) && (first.ofSeries() ? LayerSeries.id(s.areas(), s.name()).equals(first.value())
                : s.name().equals(first.value())));
        List<AreaSummary> all = new ArrayList<>();
        List<int[]> memberships = new ArrayList<>();
        for (Reckoning.Step step : result.steps()) {
            if (step.definition() instanceof AreaSummary s && s.of().equals(first.of()) && !s.value().isEmpty() && kin.of(data(s)).equals(kin.of(data(first)))) {
                planned.add(s);
                all.add(s);
                memberships.add(step.membership().areaOf());
            }
        }
        Layer of = district.layer(first.of()).orElseThrow();
        List<BitSet> areas = memberships.stream().map(m -> new BitSet()).toList();
        for (String data : all.stream().map(Guard::data).distinct().toList()) {
            boolean ofSeries = series.containsKey(data);
            List<BitSet> out = ofAreas ? memberships.stream().map(m -> containing(m, ofSeries ? rowsOf(data, of) : withheld.get(data))).toList()
                    : ofSeries ? withholdSeries(series.get(data), memberships).areas()
                    : withhold(of, of.features().attributes().column(data.substring(of.id().length() + 1)).orElseThrow(), memberships).areas();
            for (int i = 0; i < areas.size(); i++) {
                areas.get(i).or(out.get(i));
            }
        }
        for (int i = 0; i < all.size(); i++) {
            put(all.get(i), areas.get(i));
        }
        if (!ofAreas) {
            note(of, kin.of(data(first)), memberships, areas);
            spread(of, kin.of(data(first)));
        }
    }

    /** Keeps which groups are told, for those that are asked for later. */
    private void note(Layer of, String kinOf, List<int[]> memberships, List<BitSet> out) {
        List<BitSet> told = sums.computeIfAbsent(of.id() + "\0" + kinOf, k -> new ArrayList<>());
        for (int m = 0; m < memberships.size(); m++) {
            Map<Integer, BitSet> groups = new HashMap<>();
            for (int row = 0; row < memberships.get(m).length; row++) {
                int area = memberships.get(m)[row];
                if (area >= 0 && !out.get(m).get(area)) {
                    groups.computeIfAbsent(area, a -> new BitSet()).set(of.features().root(row));
                }
            }
            told.addAll(groups.values());
        }
    }

    /** What is withheld of a value is withheld of what was reckoned from it. */
    private void spread(Layer of, String kinOf) {
        BitSet rows = new BitSet();
        List<String> all = withheld.keySet().stream().filter(d -> kin.of(d).equals(kinOf)).toList();
        all.forEach(d -> rows.or(d.startsWith(of.id() + "/") ? withheld.get(d) : series.containsKey(d) ? rowsOf(d, of) : new BitSet()));
        for (String data : all) {
            if (data.startsWith(of.id() + "/")) {
                withheld.get(data).or(rows);
            } else if (series.containsKey(data)) {
                int[] placeOf = placesOf(series.get(data), of);
                rows.stream().filter(r -> r < placeOf.length && placeOf[r] >= 0).forEach(r -> withheld.get(data).set(placeOf[r]));
            }
        }
    }

    private BitSet rowsOf(String seriesId, Layer layer) {
        int[] placeOf = placesOf(series.get(seriesId), layer);
        BitSet rows = new BitSet();
        for (int row = 0; row < placeOf.length; row++) {
            rows.set(row, placeOf[row] >= 0 && withheld.get(seriesId).get(placeOf[row]));
        }
        return rows;
    }

    private static BitSet containing(int[] areaOf, BitSet rows) {
        BitSet areas = new BitSet();
        rows.stream().filter(r -> r < areaOf.length && areaOf[r] >= 0).forEach(r -> areas.set(areaOf[r]));
        return areas;
    }

    private void put(AreaSummary summary, BitSet areas) {
        BitSet rows = (BitSet) areas.clone();
        boolean ofOne = summary.statistic() == Statistic.MINIMUM || summary.statistic() == Statistic.MAXIMUM || summary.statistic() == Statistic.MEDIAN;
        if (ofOne) {
            rows.set(0, district.layer(summary.areas()).map(l -> l.features().size()).orElse(0));
            problems.put(summary.name(), TEXTS.get("ofOne", summary.name()));
        }
        if (summary.statistic() != Statistic.COUNT) {
            withheld.put(summary.ofSeries() ? LayerSeries.id(summary.areas(), summary.name()) : summary.areas() + "/" + summary.name(), rows);
        }
    }

    /** Withheld rows of an attribute; empty for one that is not personal. Do not change. */
    public Optional<BitSet> withheld(String layerId, String attribute) {
        return Optional.ofNullable(withheld.get(layerId + "/" + attribute));
    }

    /** Withheld places of a series; empty for one that is not personal. Do not change. */
    public Optional<BitSet> withheldPlaces(String seriesId) {
        return Optional.ofNullable(withheld.get(seriesId));
    }

    /** Rows of a layer whose value of a series is withheld. */
    public BitSet withheldRows(String seriesId, Layer layer) {
        return withheld.containsKey(seriesId) && series.containsKey(seriesId) ? rowsOf(seriesId, layer) : new BitSet();
    }

    /** Whether anything is withheld of a layer or of series joined to it. */
    public boolean isPersonal(String layerId) {
        return withheld.keySet().stream().anyMatch(k -> k.startsWith(layerId + "/")) || withheld.keySet().stream()
                .anyMatch(k -> targets.apply(k).filter(t -> t.layerId().equals(layerId)).isPresent());
    }

    /** From how many households on data are told. */
    public int least() {
        return book.privacy().least();
    }

    /** The sums that were told. */
    public Ledger ledger() {
        return ledger;
    }

    /** Why something is not told, in a sentence. */
    public String reason() {
        return TEXTS.get("withheld", book.privacy().least());
    }

    /** Sentences about sums that can never be told. */
    public List<String> problems() {
        return List.copyOf(problems.values());
    }

    @Override
    public Optional<String> onSum(String data, Layer layer, BitSet rows, boolean ofOne) {
        if (!withheld.containsKey(data) || rows.isEmpty()) {
            return Optional.empty();
        }
        Layer own = district.layer(layer.id()).orElse(layer);
        FeatureTable features = own.features();
        BitSet told = new BitSet();
        BitSet present = new BitSet();
        BitSet out = withheld.get(data);
        if (data.startsWith(own.id() + "/")) {
            features.attributes().column(data.substring(own.id().length() + 1)).ifPresent(c -> present.or(present(features, c)));
            told.or(present);
            told.andNot(out);
        } else if (series.containsKey(data)) {
            int[] placeOf = placesOf(series.get(data), own);
            for (int row = 0; row < placeOf.length; row++) {
                present.set(row, placeOf[row] >= 0);
                told.set(row, placeOf[row] >= 0 && !out.get(placeOf[row]));
            }
        }
        int[] of = households.getOrDefault(own.id(), new int[0]);
        BitSet all = Households.wholes(features, present);
        all.stream().filter(r -> of[r] == 0).forEach(all::clear);
        BitSet asked = Households.wholes(features, rows);
        asked.and(all);
        BitSet single = Households.wholes(features, told);
        if (isSummary(data) || asked.isEmpty() || ofOne && without(asked, single).isEmpty()) {
            return isSummary(data) && !without(asked, single).isEmpty() ? Optional.of(reason()) : Optional.empty();
        }
        boolean tells = ofOne || isSmall(asked, of) || isSmall(without(asked, single), of) || isSmall(without(all, asked), of)
                || isSmall(without(without(all, asked), single), of);
        if (tells) {
            return Optional.of(reason());
        }
        List<BitSet> others = new ArrayList<>();
        sums.getOrDefault(own.id() + "\0" + kin.of(data), List.of()).stream().map(o -> both(o, all)).filter(o -> !o.isEmpty()).forEach(others::add);
        others.add(all);
        return ledger.admit(own.id() + "\0" + kin.of(data), features.ids(), of, single, others, asked, book.privacy().least()) ? Optional.empty() : Optional.of(reason());
    }

    private boolean isSmall(BitSet rows, int[] of) {
        return !rows.isEmpty() && rows.stream().mapToLong(r -> of[r]).sum() < book.privacy().least();
    }

    private static BitSet both(BitSet rows, BitSet others) {
        BitSet both = (BitSet) rows.clone();
        both.and(others);
        return both;
    }

    private static BitSet without(BitSet rows, BitSet others) {
        BitSet rest = (BitSet) rows.clone();
        rest.andNot(others);
        return rest;
    }
}
