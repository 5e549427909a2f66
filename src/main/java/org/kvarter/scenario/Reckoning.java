package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.text.Texts;

/** Reckons the key figures of one scenario, each once. Used by one thread. */
final class Reckoning {

    private static final Texts TEXTS = Texts.in(Reckoning.class);

    private final HourlySums sums;
    private final ScenarioBook book;
    private final ScenarioView view;
    private final Map<String, KpiValue> done = new HashMap<>();
    private final Set<String> under = new HashSet<>();

    Reckoning(HourlySums sums, ScenarioBook book, ScenarioView view) {
        this.sums = sums;
        this.book = book;
        this.view = view;
    }

    List<KpiValue> all() {
        return book.kpis().stream().map(this::of).toList();
    }

    KpiValue of(Kpi kpi) {
        KpiValue known = done.get(kpi.id());
        if (known != null && known.kpi().equals(kpi)) {
            return known;
        }
        if (!under.add(kpi.id())) {
            return nothing(kpi, TEXTS.get("problem.kpiCircle", kpi.title()));
        }
        KpiValue value = reckon(kpi);
        under.remove(kpi.id());
        done.put(kpi.id(), value);
        return value;
    }

    private KpiValue reckon(Kpi kpi) {
        Optional<String> unread = needed(kpi.figure()).flatMap(id -> view.unread(id).stream()).findFirst();
        if (unread.isPresent()) {
            return nothing(kpi, TEXTS.get("problem.unread", unread.get()));
        }
        if (kpi.figure() instanceof Figure.OfSeries of) {
            Optional<String> withheld = sums.withheld(view, of.series(), of.area());
            if (withheld.isPresent()) {
                return nothing(kpi, withheld.get());
            }
            double[] hours = sums.of(view, of.series(), of.area());
            return hours.length == 0 ? none(kpi, of.series()) : new KpiValue(kpi, ofSeries(of, hours), "");
        }
        if (kpi.figure() instanceof Figure.OfAttribute of) {
            return ofAttribute(kpi, of);
        }
        if (kpi.figure() instanceof Figure.Matched of) {
            Optional<String> withheld = sums.withheld(view, of.first(), of.area()).or(() -> sums.withheld(view, of.second(), of.area()));
            if (withheld.isPresent()) {
                return nothing(kpi, withheld.get());
            }
            double[] first = sums.of(view, of.first(), of.area());
            double[] second = sums.of(view, of.second(), of.area());
            return first.length == 0 || second.length == 0 ? missing(kpi, first.length == 0 ? of.first() : of.second())
                    : new KpiValue(kpi, Aggregates.matched(first, second), "");
        }
        if (kpi.figure() instanceof Figure.OfMovement of) {
            return ofMovement(kpi, of);
        }
        return computed(kpi, ((Figure.Computed) kpi.figure()).formula());
    }

    /** Ids of the series a figure adds up. */
    private static Stream<String> needed(Figure figure) {
        return figure instanceof Figure.OfSeries of ? Stream.of(of.series())
                : figure instanceof Figure.Matched of ? Stream.of(of.first(), of.second()) : Stream.empty();
    }

    private double ofSeries(Figure.OfSeries of, double[] hours) {
        if (of.aggregate() == Figure.Aggregate.COUNT) {
            return sums.count(view, of.series(), of.area());
        }
        if (of.aggregate() == Figure.Aggregate.PER_DAY) {
            double perDay = view.series(of.series()).map(s -> 86_400_000.0 / s.axis().step().toMillis()).orElse(1.0);
            return perDay * Aggregates.of(hours, Figure.Aggregate.MEAN, 0);
        }
        double value = Aggregates.of(hours, of.aggregate(), of.threshold());
        boolean power = of.aggregate() == Figure.Aggregate.MEAN || of.aggregate() == Figure.Aggregate.MAXIMUM
                || of.aggregate() == Figure.Aggregate.MINIMUM;
        return power ? value * powerFactor(of.series()) : value;
    }

    /** Intervals per hour where the unit is an energy, else 1. */
    private double powerFactor(String seriesId) {
        return view.series(seriesId).filter(s -> Aggregates.isEnergy(s.unit()))
                .map(s -> 3_600_000.0 / s.axis().step().toMillis()).orElse(1.0);
    }

    private KpiValue ofAttribute(Kpi kpi, Figure.OfAttribute of) {
        Optional<Layer> layer = sums.base().district().layer(of.area().layerId());
        Optional<AttributeColumn> column = layer.flatMap(l -> view.features(l).attributes().column(of.attribute()));
        if (column.isEmpty()) {
            return nothing(kpi, layer.isEmpty() ? TEXTS.get("problem.noLayer", of.area().layerId())
                    : TEXTS.get("problem.noAttribute", layer.get().title(), of.attribute()));
        }
        BitSet rows = (BitSet) sums.areas().rows(layer.get(), of.area()).clone();
        rows.andNot(view.goneRows(layer.get()));
        Optional<String> withheld = new AttributeSums(sums, view, layer.get(), column.get()).withheld(of, rows);
        if (withheld.isPresent()) {
            return nothing(kpi, withheld.get());
        }
        double[] values = rows.stream().filter(r -> !column.get().isMissing(r)).mapToDouble(column.get()::number).toArray();
        return new KpiValue(kpi, of.aggregate() == Figure.Aggregate.COUNT ? values.length
                : Aggregates.of(values, of.aggregate(), of.threshold()), "");
    }

    private KpiValue ofMovement(Kpi kpi, Figure.OfMovement of) {
        Optional<String> withheld = sums.base().district().layer(of.layerId()).flatMap(layer -> {
            BitSet all = new BitSet();
            all.set(0, layer.features().size());
            return of.mode() == null ? sums.discretion().onSum(layer.id(), layer, all, false) : sums.discretion().onOther(layer.id());
        });
        if (withheld.isPresent()) {
            return nothing(kpi, withheld.get());
        }
        Optional<double[]> hours = sums.movement().of(of);
        return hours.map(h -> new KpiValue(kpi, Aggregates.of(h, of.aggregate(), 0), ""))
                .orElseGet(() -> nothing(kpi, TEXTS.get("problem.noMovement", of.layerId())));
    }

    private KpiValue computed(Kpi kpi, String formula) {
        try {
            Formula understood = Formula.of(formula);
            List<String> problems = new ArrayList<>();
            double value = understood.value(name -> {
                Optional<Kpi> other = book.kpi(name);
                if (other.isPresent()) {
                    KpiValue answer = of(other.get());
                    if (!answer.problem().isEmpty()) {
                        problems.add(answer.problem());
                    }
                    return answer.value();
                }
                double assumption = view.assumption(name);
                if (Double.isNaN(assumption)) {
                    assumption = book.scenarios().stream().flatMap(s -> s.assumption(name).stream()).findFirst().map(a -> a.value())
                            .orElse(Double.NaN);
                }
                if (Double.isNaN(assumption)) {
                    problems.add(TEXTS.get("problem.noName", formula, name));
                }
                return assumption;
            });
            return new KpiValue(kpi, value, Double.isNaN(value) ? problems.stream().findFirst().orElse("") : "");
        } catch (FormulaException e) {
            return nothing(kpi, e.getMessage());
        }
    }

    /** Zero for a series that a scenario makes and this one does not. */
    private KpiValue none(Kpi kpi, String seriesId) {
        return HourlySums.isMade(book, seriesId) ? new KpiValue(kpi, 0, "") : missing(kpi, seriesId);
    }

    private KpiValue missing(Kpi kpi, String seriesId) {
        return HourlySums.isMade(book, seriesId) ? nothing(kpi, "") : nothing(kpi, TEXTS.get("problem.noSeries", seriesId));
    }

    private static KpiValue nothing(Kpi kpi, String problem) {
        return new KpiValue(kpi, Double.NaN, problem);
    }
}
