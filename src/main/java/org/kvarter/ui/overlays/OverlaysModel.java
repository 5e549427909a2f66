package org.kvarter.ui.overlays;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.Ramps;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesView;
import org.kvarter.series.SeriesValues;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import org.kvarter.ui.mobility.Timetables;
import org.kvarter.ui.kit.Wording;

/** The ways of colouring at hand, the one that is shown, and how each is made; every step can be undone. */
public final class OverlaysModel {

    private static final Texts TEXTS = Texts.in(OverlaysModel.class);
    private static final Pattern AREA = Pattern.compile("(area|yta|fläche|bta|loa|atemp|gfa)", Pattern.CASE_INSENSITIVE);

    private final Session session;

    public OverlaysModel(Session session) {
        this.session = session;
    }

    /** A source of values a person can choose. */
    public record Choice(String layerId, ValueSource values, String title, String unit) {
    }

    /** Layers that have anything to colour by: buildings first. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>(session.district().layers().stream()
                .filter(l -> (l instanceof org.kvarter.model.SolidLayer || isServed(l) || l.kind() == LayerKind.SENSORS || l.kind() == LayerKind.STATIONS
                || l.kind() == LayerKind.FLOWS || l.kind() == LayerKind.AREAS || l.kind() == LayerKind.PLOTS)
                        && l.features().size() > 0).toList());
        layers.sort(java.util.Comparator.comparingInt(l -> l.kind() == LayerKind.BUILDINGS ? 0 : 1));
        return layers;
    }

    /** Lines and stops with a timetable. */
    private boolean isServed(Layer layer) {
        return (layer.kind() == LayerKind.ROUTES || layer.kind() == LayerKind.STOPS) && Timetables.of(session.district(), layer).isPresent();
    }

    /** Everything a layer can be coloured by: its series first, then its attributes. */
    public List<Choice> choices(Layer layer) {
        List<Choice> choices = new ArrayList<>();
        if (isServed(layer)) {
            choices.add(new Choice(layer.id(), new ValueSource.Service(), TEXTS.get("service"), TEXTS.get("service.unit")));
        }
        if (layer instanceof org.kvarter.model.FlowLayer flow) {
            choices.add(new Choice(layer.id(), new ValueSource.Volume(), TEXTS.get("volume", layer.title()), flow.flows().unit()));
        }
        session.series().values().stream().sorted(java.util.Comparator.comparing(SeriesView::title)).forEach(table -> {
            if (session.seriesTarget(table.id()).map(t -> t.layerId().equals(layer.id())).orElse(true)) {
                choices.add(new Choice(layer.id(), new ValueSource.Series(table.id(), SeriesValues.Aggregation.MEAN), table.title(), table.unit()));
            }
        });
        for (ScenarioSeries made : ScenarioSeries.of(session)) {
            if (made.layerId().equals(layer.id())) {
                choices.add(new Choice(layer.id(), new ValueSource.Series(made.id(), SeriesValues.Aggregation.MEAN), made.title(), made.unit()));
            }
        }
        for (AttributeColumn column : session.viewProperty().get().features(layer).attributes().columns()) {
            choices.add(new Choice(layer.id(), new ValueSource.Attribute(column.name()), column.name(), column.unit()));
        }
        return choices;
    }

    /** Numeric attributes by which values can be divided, areas first. */
    public List<String> divisors(Layer layer) {
        List<String> names = new ArrayList<>();
        for (AttributeColumn column : layer.features().attributes().columns()) {
            if (column instanceof NumberColumn number && number.type() != NumberColumn.Type.BOOLEAN) {
                names.add(column.name());
            }
        }
        names.sort(java.util.Comparator.comparingInt(n -> isArea(layer, n) ? 0 : 1));
        return names;
    }

    private static boolean isArea(Layer layer, String name) {
        return AREA.matcher(name).find() || layer.features().attributes().column(name).map(c -> c.unit().equals("m²")).orElse(false);
    }

    /** Shows an overlay; an empty id shows none. */
    public void show(String id) {
        String before = session.activeOverlayProperty().get();
        if (!before.equals(id)) {
            session.undo().perform(new SetProperty<>(TEXTS.get("undo.show"), "activeOverlay", before, id, session.activeOverlayProperty()::set));
        }
    }

    /** Makes an overlay of a choice, with a scale that suits its values, and shows it. */
    public OverlaySpec add(Choice choice) {
        OverlaySpec spec = new OverlaySpec("overlay-" + UUID.randomUUID().toString().substring(0, 8), Wording.readable(choice.title()), choice.layerId(),
                choice.values(), "", choice.unit(), suits(choice));
        String before = session.activeOverlayProperty().get();
        session.undo().perform(Change.of(TEXTS.get("undo.add", spec.title()), () -> {
            session.overlays().add(spec);
            session.activeOverlayProperty().set(spec.id());
        }, () -> {
            session.activeOverlayProperty().set(before);
            session.overlays().removeIf(o -> o.id().equals(spec.id()));
        }));
        return spec;
    }

    /** Colours an overlay by other values, keeping a scale that still suits them. */
    public void setValues(OverlaySpec spec, Choice choice) {
        ScaleSpec scale = isText(choice) == (spec.scale().method() == ScaleSpec.Method.CATEGORIES) ? withOwnRange(spec.scale()) : suits(choice);
        update(new OverlaySpec(spec.id(), Wording.readable(choice.title()), choice.layerId(), choice.values(), "", choice.unit(), scale));
    }

    private static ScaleSpec withOwnRange(ScaleSpec s) {
        ScaleSpec.Method method = s.method() == ScaleSpec.Method.MANUAL ? ScaleSpec.Method.QUANTILE : s.method();
        return new ScaleSpec(method, s.ramp(), s.reverse(), s.classes(), Double.NaN, Double.NaN, List.of());
    }

    /** Divides the values by an attribute; empty for the plain value. */
    public void setDivisor(OverlaySpec spec, String attribute) {
        String plain = unitOf(spec);
        String divisor = session.layer(spec.layerId()).flatMap(l -> l.features().attributes().column(attribute)).map(AttributeColumn::unit)
                .filter(u -> !u.isBlank()).orElse(AREA.matcher(attribute).find() ? "m²" : attribute);
        String unit = attribute.isEmpty() ? plain : plain + "/" + divisor;
        update(new OverlaySpec(spec.id(), spec.titles(), spec.layerId(), spec.values(), attribute, unit, withOwnRange(spec.scale())));
    }

    private String unitOf(OverlaySpec spec) {
        if (spec.values() instanceof ValueSource.Series series) {
            return session.viewProperty().get().series(series.seriesId()).map(SeriesView::unit).orElse(spec.unit());
        }
        if (!(spec.values() instanceof ValueSource.Attribute attribute)) {
            return spec.unit();
        }
        String name = attribute.attribute();
        return session.layer(spec.layerId()).flatMap(l -> l.features().attributes().column(name)).map(AttributeColumn::unit).orElse("");
    }

    /** Sets how the values of a step become one. */
    public void setAggregation(OverlaySpec spec, SeriesValues.Aggregation aggregation) {
        if (spec.values() instanceof ValueSource.Series series) {
            update(new OverlaySpec(spec.id(), spec.titles(), spec.layerId(), new ValueSource.Series(series.seriesId(), aggregation),
                    spec.perAttribute(), spec.unit(), withOwnRange(spec.scale())));
        }
    }

    /** Ways of making colours of an overlay's values: one colour per value only where they are the same at every time. */
    public List<ScaleSpec.Method> methods(OverlaySpec spec) {
        if (choiceOf(spec).filter(this::isText).isPresent()) {
            return List.of(ScaleSpec.Method.CATEGORIES);
        }
        boolean lasting = spec.values() instanceof ValueSource.Attribute;
        return Arrays.stream(ScaleSpec.Method.values()).filter(m -> lasting || m != ScaleSpec.Method.CATEGORIES).toList();
    }

    /** The way an overlay is coloured: what a file asks for that its values do not allow is a continuous scale. */
    public ScaleSpec.Method method(OverlaySpec spec) {
        return methods(spec).contains(spec.scale().method()) ? spec.scale().method() : ScaleSpec.Method.CONTINUOUS;
    }

    /** Gives an overlay other colours. */
    public void setScale(OverlaySpec spec, ScaleSpec scale) {
        update(spec.withScale(scale));
    }

    /** Calls an overlay otherwise. */
    public void setTitle(OverlaySpec spec, String title, String unit) {
        update(new OverlaySpec(spec.id(), titled(spec, title), spec.layerId(), spec.values(), spec.perAttribute(), unit, spec.scale()));
    }

    /** What it is called in the language of the window changes; other languages keep their words. */
    private static LocalText titled(OverlaySpec spec, String title) {
        return title.equals(spec.title()) ? spec.titles() : spec.titles().with(Locale.getDefault(Locale.Category.DISPLAY), title);
    }

    private void update(OverlaySpec after) {
        Optional<OverlaySpec> before = find(after.id());
        if (before.isPresent() && !before.get().equals(after)) {
            session.undo().perform(new SetProperty<>(TEXTS.get("undo.change", before.get().title()), "overlay:" + after.id(), before.get(), after,
                    this::put));
        }
    }

    private void put(OverlaySpec spec) {
        for (int i = 0; i < session.overlays().size(); i++) {
            if (session.overlays().get(i).id().equals(spec.id())) {
                session.overlays().set(i, spec);
            }
        }
    }

    private Optional<OverlaySpec> find(String id) {
        return session.overlays().stream().filter(o -> o.id().equals(id)).findFirst();
    }

    /** Forgets an overlay. */
    public void delete(OverlaySpec spec) {
        int at = session.overlays().indexOf(spec);
        String active = session.activeOverlayProperty().get();
        if (at >= 0) {
            session.undo().perform(Change.of(TEXTS.get("undo.delete", spec.title()), () -> {
                session.activeOverlayProperty().set(active.equals(spec.id()) ? "" : active);
                session.overlays().removeIf(o -> o.id().equals(spec.id()));
            }, () -> {
                session.overlays().add(Math.min(at, session.overlays().size()), spec);
                session.activeOverlayProperty().set(active);
            }));
        }
    }

    /** The choice an overlay was made of, where it is still there. */
    public Optional<Choice> choiceOf(OverlaySpec spec) {
        return session.layer(spec.layerId()).stream().flatMap(l -> choices(l).stream()).filter(c -> same(c.values(), spec.values())).findFirst();
    }

    private static boolean same(ValueSource a, ValueSource b) {
        return a instanceof ValueSource.Series s && b instanceof ValueSource.Series t ? s.seriesId().equals(t.seriesId()) : a.equals(b);
    }

    /** Whether the values are names rather than numbers. */
    public boolean isText(Choice choice) {
        return choice.values() instanceof ValueSource.Attribute attribute && session.layer(choice.layerId())
                .flatMap(l -> session.viewProperty().get().features(l).attributes().column(attribute.attribute()))
                .map(c -> !(c instanceof NumberColumn n) || n.type() == NumberColumn.Type.BOOLEAN).orElse(false);
    }

    /** One colour per name; a ramp with a middle where values lie on both sides of zero; else the energy ramp. */
    private ScaleSpec suits(Choice choice) {
        if (isText(choice)) {
            return new ScaleSpec(ScaleSpec.Method.CATEGORIES, Ramps.OKABE_ITO.id(), false, 5, Double.NaN, Double.NaN, List.of());
        }
        boolean bothSides = false;
        if (choice.values() instanceof ValueSource.Attribute attribute) {
            AttributeColumn column = session.viewProperty().get().features(session.layer(choice.layerId()).orElseThrow()).attributes().column(attribute.attribute()).orElseThrow();
            boolean below = false;
            boolean above = false;
            for (int row = 0; row < column.size(); row++) {
                below |= column.number(row) < 0;
                above |= column.number(row) > 0;
            }
            bothSides = below && above;
        }
        return new ScaleSpec(ScaleSpec.Method.CONTINUOUS, bothSides ? Ramps.DIVERGING.id() : choice.values() instanceof ValueSource.Volume ? "cividis"
                : Ramps.ENERGY.id(), false, 5, Double.NaN, Double.NaN,
                List.of());
    }
}
