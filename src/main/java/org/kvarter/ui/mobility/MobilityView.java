package org.kvarter.ui.mobility;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;

/** The panel of what moves: a card per timetable or set of trips. */
public final class MobilityView extends VBox {

    private static final Texts TEXTS = Texts.in(MobilityView.class);

    private final MobilityModel model;
    private final BooleanProperty inChart;
    private final BooleanProperty chart;
    private final BooleanProperty timeline;
    private final Session session;
    private List<MobilityModel.StationCard> stations = List.of();
    private List<FlowCard> flows = List.of();
    private String overlay = "";
    private List<MovementCard> shown = List.of();
    private final List<CardView> views = new ArrayList<>();

    /**
     * @param inChart  whether the chart shows what moves
     * @param chart    whether the chart is out
     * @param timeline whether the timeline, below it, is out
     */
    public MobilityView(MobilityModel model, Session session, BooleanProperty inChart, BooleanProperty chart, BooleanProperty timeline) {
        this.model = model;
        this.inChart = inChart;
        this.chart = chart;
        this.timeline = timeline;
        this.session = session;
        getStyleClass().add("mobility");
        setSpacing(12);
        Live.refresh(this, this::show, session.viewProperty(), model.cards(), session.activeOverlayProperty(), session.districtProperty(), session.series(), session.styles(),
                session.clock().timeProperty().map(t -> t.getEpochSecond() / 3600));
    }

    private void show() {
        List<MovementCard> cards = List.copyOf(model.cards());
        if (cards.isEmpty() && model.stations().isEmpty() && model.flows().isEmpty()) {
            Label hint = new Label(TEXTS.get("empty"));
            hint.getStyleClass().add("panel-hint");
            hint.setWrapText(true);
            getChildren().setAll(hint);
            views.clear();
        } else if (stationsChanged() || shown.size() != cards.size() || views.isEmpty() || !sameLayers(cards)) {
            views.clear();
            cards.forEach(c -> views.add(new CardView(c)));
            getChildren().setAll(views);
            if (!views.isEmpty()) {
                getChildren().add(chartButton());
            }
            model.stations().forEach(s -> getChildren().add(stationCard(s)));
            model.flows().forEach(f -> getChildren().add(flowCard(f)));
        }
        shown = cards;
        stations = model.stations();
        flows = model.flows();
        overlay = session.activeOverlayProperty().get();
        for (int i = 0; i < views.size(); i++) {
            views.get(i).update(cards.get(i));
        }
    }

    private Node chartButton() {
        ToggleButton button = new ToggleButton(TEXTS.get("chart"));
        button.setId("movement-chart");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setSelected(inChart.get() && chart.get());
        button.setOnAction(e -> {
            inChart.set(button.isSelected());
            if (button.isSelected()) {
                timeline.set(true);
                chart.set(true);
            }
        });
        return button;
    }

    private Node stationCard(MobilityModel.StationCard card) {
        Label title = new Label(card.layer().title());
        title.getStyleClass().add("group-title");
        Label number = new Label(Numbers.whole(card.available()));
        number.getStyleClass().add("kpi-number");
        Label caption = new Label(TEXTS.get("available", card.capacity(), card.stations()));
        caption.getStyleClass().add("caption");
        HBox figure = new HBox(8, number, caption);
        figure.setAlignment(Pos.BASELINE_LEFT);
        ToggleButton colour = new ToggleButton(TEXTS.get("colour"));
        colour.setMaxWidth(Double.MAX_VALUE);
        colour.setSelected(model.showsAvailability(card));
        colour.setOnAction(e -> model.toggleAvailability(card));
        VBox box = new VBox(6, title, figure, colour);
        box.getStyleClass().add("movement-card");
        return box;
    }

    private Node flowCard(FlowCard card) {
        Label title = new Label(card.layer().title());
        title.getStyleClass().add("group-title");
        title.setWrapText(true);
        Label number = new Label(Double.isNaN(card.now()) ? "–" : Numbers.whole(Math.round(card.now())));
        number.getStyleClass().add("kpi-number");
        Label caption = new Label(Double.isNaN(card.now()) ? TEXTS.get("flow.nothing") : card.layer().flows().unit());
        caption.getStyleClass().add("caption");
        HBox figure = new HBox(8, number, caption);
        figure.setAlignment(Pos.BASELINE_LEFT);
        Label placed = new Label(TEXTS.get(card.layer().ends() == null ? "flow.placed" : "flow.between", card.layer().placed(),
                card.layer().features().size()));
        placed.getStyleClass().add("caption");
        placed.setWrapText(true);
        ToggleButton show = toggle("flow.show", card.visible(), () -> model.toggleFlows(card));
        show.setId("flow-show-" + card.layer().id());
        ToggleButton colour = toggle("flow.colour", model.showsVolume(card), () -> model.toggleVolume(card));
        colour.setId("flow-colour-" + card.layer().id());
        VBox box = new VBox(6, title, figure, placed, new HBox(4, show, colour));
        box.getStyleClass().add("movement-card");
        return box;
    }

    private static ToggleButton toggle(String key, boolean is, Runnable run) {
        ToggleButton button = new ToggleButton(TEXTS.get(key));
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setSelected(is);
        button.setOnAction(e -> run.run());
        return button;
    }

    private boolean stationsChanged() {
        return !model.flows().equals(flows) || !model.stations().equals(stations) || !session.activeOverlayProperty().get().equals(overlay);
    }

    private boolean sameLayers(List<MovementCard> cards) {
        for (int i = 0; i < cards.size(); i++) {
            if (cards.get(i).layer() != shown.get(i).layer()) {
                return false;
            }
        }
        return true;
    }

    /** One card; its controls stay while figures change. */
    private final class CardView extends VBox {
        private final Label number = new Label();
        private final Label modes = new Label();
        private final Label note = new Label();
        private final List<Runnable> updates = new ArrayList<>();

        CardView(MovementCard card) {
            getStyleClass().add("movement-card");
            setSpacing(6);
            Label title = new Label(card.layer().title());
            title.getStyleClass().add("group-title");
            title.setWrapText(true);
            number.getStyleClass().add("kpi-number");
            Label caption = new Label(TEXTS.get("now"));
            caption.getStyleClass().add("caption");
            HBox figure = new HBox(8, number, caption);
            figure.setAlignment(Pos.BASELINE_LEFT);
            modes.setWrapText(true);
            modes.setMinHeight(USE_PREF_SIZE);
            note.setWrapText(true);
            note.setMinHeight(USE_PREF_SIZE);
            note.setGraphic(Icons.of(Feather.INFO));
            note.getStyleClass().add("remark");
            Label span = new Label(card.span());
            span.getStyleClass().add("caption");
            span.setWrapText(true);
            span.setMinHeight(USE_PREF_SIZE);
            getChildren().addAll(title, figure, modes, span, note);
            MobilityModel.typicalDay(card.layer()).ifPresent(day -> getChildren().add(clock(card, day)));
            service(card);
        }

        private Node clock(MovementCard card, String day) {
            boolean timetable = card.layer().movement() instanceof org.kvarter.mobility.Timetable;
            Button typical = small(TEXTS.get(timetable ? "typical" : "its", day), () -> model.useTypicalDay(card.layer()));
            typical.setId("typical-day");
            if (!timetable) {
                return typical;
            }
            Button whole = small(TEXTS.get("whole"), () -> model.useSpan(card.layer()));
            whole.setId("whole-span");
            return new VBox(4, typical, whole);
        }

        private void service(MovementCard card) {
            if (card.stops().isEmpty() && card.lines().isEmpty()) {
                return;
            }
            Label label = new Label(TEXTS.get("service"));
            label.getStyleClass().add("caption");
            HBox row = new HBox(4);
            if (!card.lines().isEmpty()) {
                row.getChildren().add(toggle(card.lines(), "lines"));
            }
            if (!card.stops().isEmpty()) {
                row.getChildren().add(toggle(card.stops(), "stops"));
            }
            getChildren().addAll(label, row);
        }

        private Node toggle(String layerId, String key) {
            ToggleButton button = new ToggleButton(TEXTS.get("service." + key));
            button.getStyleClass().add("small");
            button.setId("service-" + key);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> model.toggleService(layerId, TEXTS.get("overlay." + key)));
            updates.add(() -> button.setSelected(model.showsService(layerId)));
            return button;
        }

        private static Button small(String text, Runnable run) {
            Button button = new Button(text);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setOnAction(e -> run.run());
            return button;
        }

        void update(MovementCard card) {
            number.setText(Numbers.whole(card.now()));
            modes.setText(String.join("   ", card.modes()));
            shown(modes, card.modes().size() > 1);
            note.setText(card.note());
            shown(note, !card.note().isEmpty());
            updates.forEach(Runnable::run);
        }

        private void shown(Node node, boolean is) {
            node.setVisible(is);
            node.setManaged(is);
        }
    }
}
