package org.kvarter.scenario;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesView;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;

/** Tells where a key figure comes from. Used by one thread. */
final class Origins {

    private static final Texts TEXTS = Texts.in(Origins.class);

    private final HourlySums sums;
    private final ScenarioBook book;
    private final ScenarioView view;
    private final Reckoning reckoning;
    private final Set<Provenance.Input> inputs = new LinkedHashSet<>();
    private final Set<String> told = new LinkedHashSet<>();

    Origins(HourlySums sums, ScenarioBook book, ScenarioView view) {
        this.sums = sums;
        this.book = book;
        this.view = view;
        this.reckoning = new Reckoning(sums, book, view);
    }

    Provenance of(Kpi kpi) {
        KpiValue value = reckoning.of(kpi);
        String formula = tell(kpi);
        List<String> remarks = new ArrayList<>(view.problems());
        if (!value.problem().isEmpty()) {
            remarks.add(value.problem());
        }
        return new Provenance(kpi.title(), value.value(), kpi.unit(), formula, List.copyOf(inputs), remarks);
    }

    /** An attribute's value: that of the source, and what each measure makes of it. */
    Provenance of(Layer layer, int row, String attribute) {
        AttributeColumn source = layer.features().attributes().column(attribute).orElse(null);
        AttributeColumn now = view.features(layer).attributes().column(attribute).orElse(null);
        String unit = now == null ? "" : now.unit();
        String formula = value(source, row);
        if (source != null && source.value(row) != null) {
            input(Provenance.Kind.ATTRIBUTE, layer.title() + ": " + attribute, source.number(row), unit, layer.id() + "/" + attribute, layer.source().file());
        }
        for (Measure measure : view.measures()) {
            if (measure instanceof Measure.ChangeAttribute change && change.attribute().equals(attribute) && view.concerns(change, layer, row)) {
                formula = change.text().isEmpty() ? changed(formula, change) : "“" + change.text() + "”";
                names(change.amount());
            }
        }
        return new Provenance(attribute, now == null ? Double.NaN : now.number(row), unit, formula, List.copyOf(inputs), view.problems());
    }

    private static String value(AttributeColumn column, int row) {
        Object value = column == null ? null : column.value(row);
        return value instanceof Number number ? Figures.of(number.doubleValue()) : value == null ? "–" : "“" + value + "”";
    }

    private String changed(String before, Measure.ChangeAttribute change) {
        String amount = readable(change.amount());
        String term = amount.contains(" ") ? "(" + amount + ")" : amount;
        return switch (change.way()) {
            case SET -> amount;
            case SCALE -> (before.contains(" ") ? "(" + before + ")" : before) + " × " + term;
            case ADD -> before + " + " + term;
        };
    }

    /** A formula with its assumptions by the names people gave them. */
    private String readable(String formula) {
        String text = formula.strip();
        for (Assumption a : view.assumptions()) {
            text = text.replaceAll("\\b" + a.id() + "\\b", java.util.regex.Matcher.quoteReplacement("[" + a.name() + "]"));
        }
        return text.replace('*', '×').replace('-', '−');
    }

    private String tell(Kpi kpi) {
        if (!told.add(kpi.id())) {
            return "";
        }
        if (kpi.figure() instanceof Figure.OfSeries of) {
            return TEXTS.get("formula.series." + of.aggregate(), sum(of.series(), of.area()), area(of.area()), Figures.of(of.threshold()));
        }
        if (kpi.figure() instanceof Figure.OfAttribute of) {
            attribute(of);
            return TEXTS.get("formula.attribute." + of.aggregate(), of.attribute(), area(of.area()), Figures.of(of.threshold()));
        }
        if (kpi.figure() instanceof Figure.Matched of) {
            return TEXTS.get("formula.matched", sum(of.first(), of.area()), sum(of.second(), of.area()), area(of.area()));
        }
        if (kpi.figure() instanceof Figure.OfMovement of) {
            return movement(of);
        }
        return computed(((Figure.Computed) kpi.figure()).formula());
    }

    private String movement(Figure.OfMovement of) {
        Layer layer = sums.base().district().layer(of.layerId()).orElse(null);
        if (layer != null) {
            input(Provenance.Kind.MOVEMENT, layer.title(), "", of.layerId(), layer.source().file());
        }
        String title = layer == null ? of.layerId() : layer.title();
        String what = TEXTS.get("movement." + of.what(), of.mode() == null ? title : title + " · " + of.mode().title());
        String day = sums.movement().day(of.layerId()).map(d -> DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(Locale.getDefault(Locale.Category.DISPLAY)).format(d)).orElse(TEXTS.get("movement.all"));
        return TEXTS.get("formula.series." + of.aggregate(), what, day, "0");
    }

    private String computed(String formula) {
        String readable = formula;
        try {
            for (String name : Formula.of(formula).names()) {
                Kpi other = book.kpi(name).orElse(null);
                if (other != null) {
                    inputs.add(new Provenance.Input(Provenance.Kind.KPI, other.title(), reckoning.of(other).value(), other.unit(), Origin.MODELLED,
                            told.contains(other.id()) ? "" : tell(other)));
                    readable = readable.replaceAll("\\b" + name + "\\b", java.util.regex.Matcher.quoteReplacement("[" + other.title() + "]"));
                } else {
                    assumption(name);
                }
            }
        } catch (FormulaException e) {
            return formula;
        }
        return readable.replace('*', '×').replace('-', '−');
    }

    /**
     * A series as a sum of tables, such as "Electricity 2025 − 0.4 × Solar 2025": what lies outside of the area that is asked about is left
     * out, and what concerns all of it is added up.
     */
    private String sum(String seriesId, Area asked) {
        SeriesPlan plan = view.plan(seriesId);
        String shape = plan.shape(sums.base());
        if (shape.isEmpty()) {
            return TEXTS.get("formula.nothing");
        }
        BitSet all = view.within(shape, List.of(asked));
        Map<String, Double> factors = new LinkedHashMap<>();
        for (Map.Entry<SeriesPlan.Part, Double> term : plan.terms().entrySet()) {
            BitSet within = view.within(shape, term.getKey().areas());
            within.and(all);
            if (!within.isEmpty() || term.getKey().areas().isEmpty()) {
                String title = title(term.getKey().series());
                String where = within.equals(all) ? "" : " (" + String.join(", ", term.getKey().areas().stream().map(this::area).toList()) + ")";
                factors.merge(title + where, term.getValue(), Double::sum);
                series(term.getKey().series());
            }
        }
        for (Measure measure : view.measures()) {
            if (measure instanceof Measure.ChangeSeries change && change.series().equals(seriesId) && view.within(shape, List.of(change.area())).intersects(all)) {
                names(change.amount());
            }
        }
        return factors.isEmpty() ? TEXTS.get("formula.nothing") : sum(factors);
    }

    private static String sum(Map<String, Double> factors) {
        StringBuilder text = new StringBuilder();
        factors.forEach((title, factor) -> {
            String sign = factor < 0 ? "− " : text.isEmpty() ? "" : "+ ";
            text.append(text.isEmpty() ? "" : " ").append(sign)
                    .append(Math.abs(Math.abs(factor) - 1) < 1e-12 ? "" : Figures.of(Math.abs(factor)) + " × ").append(title);
        });
        return text.toString();
    }

    private void names(String formula) {
        try {
            Formula.of(formula).names().forEach(this::assumption);
        } catch (FormulaException e) {
            org.slf4j.LoggerFactory.getLogger(Origins.class).debug("Told as a problem of the scenario: {}", formula, e);
        }
    }

    private String title(String seriesId) {
        SeriesView table = sums.base().series().get(seriesId);
        return seriesId.isEmpty() ? "1" : table == null ? seriesId : table.title();
    }

    private void series(String seriesId) {
        SeriesView table = sums.base().series().get(seriesId);
        if (table != null) {
            boolean flow = sums.base().flow(seriesId).isPresent();
            input(flow ? Provenance.Kind.FLOWS : Provenance.Kind.SERIES, table.title(), table.unit(), seriesId, sums.base().file(seriesId));
        }
    }

    private void attribute(Figure.OfAttribute of) {
        Layer layer = sums.base().district().layer(of.area().layerId()).orElse(null);
        if (layer != null) {
            String unit = layer.features().attributes().column(of.attribute()).map(c -> c.unit()).orElse("");
            input(Provenance.Kind.ATTRIBUTE, layer.title() + ": " + of.attribute(), unit, layer.id() + "/" + of.attribute(), layer.source().file());
            for (Measure measure : view.measures()) {
                if (measure instanceof Measure.ChangeAttribute change && change.attribute().equals(of.attribute())) {
                    names(change.amount());
                }
            }
        }
    }

    private void input(Provenance.Kind kind, String name, String unit, String data, String file) {
        input(kind, name, Double.NaN, unit, data, file);
    }

    private void input(Provenance.Kind kind, String name, double value, String unit, String data, String file) {
        DataNote note = book.note(data).orElse(new DataNote(data, Origin.UNSTATED, ""));
        String short1 = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        inputs.add(new Provenance.Input(kind, name, value, unit, note.origin(),
                note.note().isEmpty() ? short1 : short1.isEmpty() ? note.note() : short1 + " · " + note.note()));
    }

    private void assumption(String name) {
        view.assumptions().stream().filter(a -> a.id().equals(name)).findFirst()
                .or(() -> book.scenarios().stream().flatMap(s -> s.assumption(name).stream()).findFirst())
                .ifPresent(a -> inputs.add(new Provenance.Input(Provenance.Kind.ASSUMPTION, a.name(),
                        a.kind() == Assumption.Kind.SHARE ? 100 * a.value() : a.value(), a.kind() == Assumption.Kind.SHARE ? "%" : a.unit(), a.origin(),
                        a.source())));
    }

    private String area(Area area) {
        if (area.equals(Area.DISTRICT)) {
            return TEXTS.get("area.district");
        }
        String layer = sums.base().district().layer(area.layerId()).map(Layer::title).orElse(area.layerId());
        if (!area.features().isEmpty()) {
            return area.features().size() == 1 ? area.features().get(0) : TEXTS.get("area.some", area.features().size(), layer);
        }
        return area.filter().isEmpty() ? layer : TEXTS.get("area.filter", layer, area.filter());
    }
}
