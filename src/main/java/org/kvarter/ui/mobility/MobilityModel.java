package org.kvarter.ui.mobility;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.mobility.Timetable;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.MovingPoints;
import org.kvarter.model.TimeSpan;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesView;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/** Moving layers at the clock's time, and what can be done about them. Lives as long as the window. */
public final class MobilityModel {

    private static final Texts TEXTS = Texts.in(MobilityModel.class);

    private final Session session;
    private final LatestWins<List<MovementCard>> counting;
    private final ObservableList<MovementCard> cards = FXCollections.observableArrayList();

    public MobilityModel(Session session, Tasks tasks) {
        this.session = session;
        counting = new LatestWins<>(tasks.work(), tasks.fx());
        session.districtProperty().addListener((o, was, is) -> count());
        session.clock().timeProperty().addListener((o, was, is) -> count());
        session.clock().startProperty().addListener((o, was, is) -> count());
        session.clock().endProperty().addListener((o, was, is) -> count());
    }

    /** One card per moving layer; brought up to date in the background. */
    ObservableList<MovementCard> cards() {
        return cards;
    }

    private void count() {
        District district = session.district();
        if (Timetables.moving(district).isEmpty()) {
            if (!cards.isEmpty()) {
                counting.request(List::of, cards::setAll);
            }
            return;
        }
        Instant time = session.clock().time();
        Instant start = session.clock().startProperty().get();
        Instant end = session.clock().endProperty().get();
        if (!end.isAfter(start)) {
            return; // only one end of a new range is set yet; the other follows
        }
        TimeSpan range = new TimeSpan(start, end);
        counting.request(() -> Timetables.moving(district).stream().map(l -> card(district, l, time, range)).toList(), now -> {
            if (!cards.equals(now)) {
                cards.setAll(now);
            }
        });
    }

    private static MovementCard card(District district, MovingLayer layer, Instant time, TimeSpan range) {
        MovingPoints points = new MovingPoints(0, 1);
        layer.movement().sample(time.getEpochSecond(), points);
        Optional<TimeSpan> span = layer.movement().span();
        boolean outside = span.map(s -> !s.start().isBefore(range.end()) || !s.end().isAfter(range.start())).orElse(false);
        String words = span.map(s -> TEXTS.get("span", date(s.start(), layer), date(s.end().minusSeconds(1), layer),
                layer.movement().zone().getId())).orElse(TEXTS.get("never"));
        String note = points.size() > 0 || span.isEmpty() ? "" : outside ? TEXTS.get("outside")
                : span.get().contains(time) ? TEXTS.get("quiet") : TEXTS.get("clockOutside");
        return new MovementCard(layer, points.size(), modes(layer, points), words, outside, note, sibling(district, layer, LayerKind.STOPS),
                sibling(district, layer, LayerKind.ROUTES));
    }

    private static String sibling(District district, MovingLayer layer, LayerKind kind) {
        return district.layers().stream().filter(l -> l.kind() == kind && l.source().file().equals(layer.source().file())).map(Layer::id)
                .findFirst().orElse("");
    }

    private static List<String> modes(MovingLayer layer, MovingPoints points) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            Object mode = layer.features().attributes().value("mode", points.row(i));
            counts.merge(mode == null ? "" : mode.toString(), 1, Integer::sum);
        }
        counts.remove("");
        return counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(e -> e.getKey() + "  " + Numbers.whole(e.getValue())).toList();
    }

    private static String date(Instant time, MovingLayer layer) {
        return date(time.atZone(layer.movement().zone()).toLocalDate());
    }

    private static String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(Locale.getDefault(Locale.Category.FORMAT)).format(day);
    }

    /** The day that stands for the others, as words for a button; empty where there is no timetable. */
    static Optional<String> typicalDay(MovingLayer layer) {
        return typical(layer).map(d -> DateTimeFormatter.ofPattern(TEXTS.get("pattern.day"), Locale.getDefault(Locale.Category.FORMAT)).format(d));
    }

    private static Optional<LocalDate> typical(MovingLayer layer) {
        return layer.movement() instanceof Timetable timetable ? timetable.typicalWeekday() : layer.movement().span()
                .map(s -> s.start().atZone(layer.movement().zone()).toLocalDate());
    }

    /** Lets the clock run over one ordinary day of a layer. */
    void useTypicalDay(MovingLayer layer) {
        typical(layer).ifPresent(day -> setClock(TEXTS.get("undo.day"), ClockRange.day(day, layer.movement().zone())));
    }

    /** Lets the clock run over all the time of a layer. */
    void useSpan(MovingLayer layer) {
        ZoneId zone = layer.movement().zone();
        layer.movement().span().ifPresent(span -> setClock(TEXTS.get("undo.span"),
                ClockRange.span(span, typical(layer).orElse(span.start().atZone(zone).toLocalDate()), zone)));
    }

    private void setClock(String title, ClockRange after) {
        session.undo().perform(new SetProperty<>(title, "clockRange", ClockRange.of(session.clock()), after, r -> r.set(session.clock())));
    }

    /** Whether lines or stops of a layer are coloured by how often they are served. */
    boolean showsService(String layerId) {
        return session.activeOverlay().map(o -> o.layerId().equals(layerId) && o.values() instanceof ValueSource.Service).orElse(false);
    }

    /** Colours lines or stops by departures per hour, or no longer. */
    void toggleService(String layerId, String title) {
        toggle(showsService(layerId) ? session.activeOverlayProperty().get() : "service-" + layerId,
                new OverlaySpec("service-" + layerId, title, layerId, new ValueSource.Service(), "", TEXTS.get("unit"),
                        new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "cividis", false, 5, 0, Double.NaN, List.of())), TEXTS.get("undo.service"));
    }

    /** Shows an overlay, made where there is none of its id, with the layer it colours; or shows it no longer. */
    private void toggle(String id, OverlaySpec spec, String title) {
        String before = session.activeOverlayProperty().get();
        if (before.equals(id)) {
            session.undo().perform(new SetProperty<>(title, "activeOverlay", before, "", session.activeOverlayProperty()::set));
            return;
        }
        LayerStyle style = session.style(spec.layerId());
        List<OverlaySpec> overlays = List.copyOf(session.overlays());
        List<OverlaySpec> after = new ArrayList<>(overlays);
        if (overlays.stream().noneMatch(o -> o.id().equals(id))) {
            after.add(spec);
        }
        session.undo().perform(Change.of(title, () -> {
            session.overlays().setAll(after);
            session.styles().put(spec.layerId(), style.withVisible(true));
            session.activeOverlayProperty().set(id);
        }, () -> {
            session.activeOverlayProperty().set(before);
            session.overlays().setAll(overlays);
            session.styles().put(spec.layerId(), style);
        }));
    }

    /**
     * What stands at stations.
     *
     * @param layer     the stations
     * @param stations  how many
     * @param available sum of what is available, by the series joined to them at the clock's time, else as last read
     * @param capacity  sum of capacities
     * @param seriesId  series by which it follows the clock, empty for none
     */
    record StationCard(Layer layer, int stations, long available, long capacity, String seriesId) {
    }

    /** One card per layer of stations of which availability is known. */
    List<StationCard> stations() {
        List<StationCard> found = new ArrayList<>();
        for (Layer layer : session.district().layers()) {
            Optional<AttributeColumn> available = layer.features().attributes().column("available");
            if (layer.kind() == LayerKind.STATIONS && available.isPresent()) {
                String series = session.seriesSources().values().stream().filter(s -> s.layerId().equals(layer.id()) && session.series().containsKey(s.seriesId()))
                        .map(SeriesSource::seriesId).sorted().findFirst().orElse("");
                double now = series.isEmpty() ? sum(available) : sum(session.series().get(series));
                found.add(new StationCard(layer, layer.features().size(), Math.round(now), Math.round(sum(layer.features().attributes().column("capacity"))), series));
            }
        }
        return found;
    }

    /** One card per layer of flows. */
    List<FlowCard> flows() {
        return FlowCard.of(session);
    }

    /** Shows flows, or no longer. */
    void toggleFlows(FlowCard card) {
        String id = card.layer().id();
        LayerStyle before = session.style(id);
        session.undo().perform(new SetProperty<>(TEXTS.get("undo.flows", card.layer().title()), "visible:" + id, before,
                before.withVisible(!before.visible()), style -> session.styles().put(id, style)));
    }

    /** Whether flows are coloured by how much passes. */
    boolean showsVolume(FlowCard card) {
        return session.activeOverlayProperty().get().equals("volume-" + card.layer().id());
    }

    /** Colours flows by how much passes, or no longer. */
    void toggleVolume(FlowCard card) {
        String id = "volume-" + card.layer().id();
        toggle(id, new OverlaySpec(id, card.layer().titles(), card.layer().id(), new ValueSource.Volume(), "", card.layer().flows().unit(),
                new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "energy", false, 5, 0, Double.NaN, List.of())), TEXTS.get("undo.volume"));
    }

    private double sum(SeriesView table) {
        double sum = 0;
        for (double v : SeriesValues.over(table, session.clock().window(), SeriesValues.Aggregation.MEAN)) {
            sum += Double.isNaN(v) ? 0 : v;
        }
        return sum;
    }

    private static double sum(Optional<AttributeColumn> column) {
        double sum = 0;
        for (int row = 0; column.isPresent() && row < column.get().size(); row++) {
            double v = column.get().number(row);
            sum += Double.isNaN(v) ? 0 : v;
        }
        return sum;
    }

    /** Whether stations are coloured by what is available. */
    boolean showsAvailability(StationCard card) {
        return session.activeOverlayProperty().get().equals("available-" + card.layer().id());
    }

    /** Colours stations by what is available, by the clock where there is a series, or no longer. */
    void toggleAvailability(StationCard card) {
        ValueSource values = card.seriesId().isEmpty() ? new ValueSource.Attribute("available")
                : new ValueSource.Series(card.seriesId(), SeriesValues.Aggregation.MEAN);
        toggle("available-" + card.layer().id(), new OverlaySpec("available-" + card.layer().id(), TEXTS.get("overlay.available", card.layer().title()),
                card.layer().id(), values, "", "", new ScaleSpec(ScaleSpec.Method.CONTINUOUS, "cividis", false, 5, 0, Double.NaN, List.of())),
                TEXTS.get("undo.available"));
    }

    /** A layer that has just been read and whose time the clock does not meet, for a message; the first one. */
    public Optional<MovingLayer> unmet(List<Layer> read) {
        return read.stream().filter(MovingLayer.class::isInstance).map(MovingLayer.class::cast)
                .filter(l -> l.movement().span().map(s -> !s.contains(session.clock().time())).orElse(false))
                .findFirst();
    }

    /** What to tell of a layer whose time the clock does not meet. */
    public static String unmetSentence(MovingLayer layer) {
        TimeSpan span = layer.movement().span().orElseThrow();
        return TEXTS.get("unmet", layer.title(), date(span.start(), layer), date(span.end().minusSeconds(1), layer));
    }

    /** Name of what can be done about it. */
    public static String unmetAction(MovingLayer layer) {
        return TEXTS.get(layer.movement() instanceof Timetable ? "typical" : "its", typicalDay(layer).orElse(""));
    }

    /** Does it. */
    public void meet(MovingLayer layer) {
        useTypicalDay(layer);
    }
}
