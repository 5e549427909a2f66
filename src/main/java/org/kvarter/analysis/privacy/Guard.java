package org.kvarter.analysis.privacy;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kvarter.analysis.AreaSummary;
import org.kvarter.analysis.DataBook;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.Layers;
import org.kvarter.analysis.Reckoning;
import org.kvarter.analysis.Reckoning.Target;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Discretion;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Texts;

/**
 * What of a district's personal data is withheld ({@link Withheld}), and which sums of it may be told ({@link AreaPlanning}, {@link Telling}), for its
 * layers and series as they were read. Made anew where they change; then immutable and thread-safe.
 *
 * <p>A layer marked personal is personal in all its attributes but those that name, place and join its features and count their households; a
 * record {@code layer/attribute} marks one attribute alone. What is reckoned from personal data is personal too.
 */
public final class Guard implements Discretion {

    private static final Texts TEXTS = Texts.in(Guard.class);

    /** Nothing is personal. */
    public static final Guard NONE = new Guard(DataBook.EMPTY, District.EMPTY, Map.of(), id -> Optional.empty());

    private final Holdings holdings;
    private final Withheld withheld;
    private final AreaPlanning areas;
    private final Ledger ledger;
    private final Trials trials;
    private final Telling telling;

    /**
     * The guard of what was read, without what is reckoned from it: see {@link #with}.
     *
     * @param district layers as they were read
     * @param series   series as they were read, by id
     * @param targets  what each is joined to
     */
    public Guard(DataBook book, District district, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets) {
        this(book, district, series, targets, new Ledger(), new Trials());
        ledger.remember(book.privacy().told());
    }

    /** A guard that knows which sums were told before it, and what was found out about expressions. */
    public Guard(DataBook book, District district, Map<String, ? extends SeriesView> series, Function<String, Optional<Target>> targets, Ledger ledger, Trials trials) {
        boolean active = isActive(book);
        holdings = new Holdings(book, active ? district : District.EMPTY, active ? series : Map.of(), targets);
        withheld = new Withheld(holdings, trials);
        areas = new AreaPlanning(holdings, withheld);
        telling = new Telling(holdings, withheld, areas, ledger);
        this.ledger = ledger;
        this.trials = trials;
        withheld.mark();
    }

    /** Whether a book marks anything as personal at all. */
    public static boolean isActive(DataBook book) {
        return book.records().stream().anyMatch(r -> r.personal());
    }

    /**
     * This guard with what was reckoned: attributes by expressions are withheld where what they ask for is, sums over areas where an area has too few
     * households or would tell of them by difference.
     */
    public Guard with(Reckoning.Result result) {
        if (!isActive(holdings.book())) {
            return this;
        }
        District all = holdings.district();
        for (Layer layer : holdings.district().layers()) {
            FeatureTable features = layer.features();
            for (AttributeColumn column : result.columns().getOrDefault(layer.id(), List.of())) {
                features = features.withAttributes(features.attributes().with(column));
            }
            all = features == layer.features() ? all : all.with(Layers.with(layer, features));
        }
        Map<String, SeriesView> series = new HashMap<>(holdings.series());
        result.series().forEach(s -> series.put(s.id(), s));
        Guard guard = new Guard(holdings.book(), all, series, holdings.targets(), ledger, trials);
        for (Reckoning.Step step : result.steps()) {
            if (step.definition() instanceof DerivedColumn column) {
                guard.withheld.follow(column, step);
            }
        }
        for (Reckoning.Step step : result.steps()) { // in order: what is reckoned from sums comes after them
            if (step.definition() instanceof DerivedColumn column) {
                guard.withheld.follow(column, step);
            } else {
                guard.areas.plan((AreaSummary) step.definition(), result);
            }
        }
        return guard;
    }

    /** Withheld rows of an attribute; empty for one that is not personal. Do not change. */
    public Optional<BitSet> withheld(String layerId, String attribute) {
        return Optional.ofNullable(withheld.of(layerId + "/" + attribute));
    }

    /** Withheld places of a series; empty for one that is not personal. Do not change. */
    public Optional<BitSet> withheldPlaces(String seriesId) {
        return Optional.ofNullable(withheld.of(seriesId));
    }

    /** Rows of a layer whose value of a series is withheld. */
    public BitSet withheldRows(String seriesId, Layer layer) {
        return withheld.isPersonal(seriesId) ? withheld.rowsOf(seriesId, layer) : new BitSet();
    }

    /** Whether anything is withheld of a layer or of series joined to it. */
    public boolean isPersonal(String layerId) {
        return withheld.all().stream().anyMatch(k -> k.startsWith(layerId + "/") || holdings.targets().apply(k).filter(t -> t.layerId().equals(layerId)).isPresent());
    }

    /** From how many households on data are told. */
    public int least() {
        return holdings.least();
    }

    /** The sums that were told. */
    public Ledger ledger() {
        return ledger;
    }

    /** Why something is not told, in a sentence. */
    public String reason() {
        return TEXTS.get("withheld", holdings.least());
    }

    /** Sentences about sums that can never be told. */
    public Collection<String> problems() {
        return areas.problems().values();
    }

    /** Why a sum over areas can never be told, in a sentence; empty where it can. */
    public Optional<String> problem(AreaSummary summary) {
        return Optional.ofNullable(areas.problems().get(AreaPlanning.made(summary)));
    }

    @Override
    public Optional<String> onSum(String data, Layer layer, BitSet rows, boolean ofOne) {
        boolean told = !withheld.isPersonal(data) || rows.isEmpty() || telling.isTold(data, layer, rows, ofOne);
        return told ? Optional.empty() : Optional.of(reason());
    }

    @Override
    public Optional<String> onCount(String data) {
        return withheld.isPersonal(data) && withheld.use(data) instanceof Use.Selective && !withheld.of(data).isEmpty() ? Optional.of(reason()) : Optional.empty();
    }

    @Override
    public Optional<String> onOther(String data) {
        return withheld.isPersonal(data) && !withheld.of(data).isEmpty() ? Optional.of(reason()) : Optional.empty();
    }
}
