package org.kvarter.ui.measure;

import java.util.List;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;

/** What to measure, and how what is measured reads, over the twin while the pointer measures. */
public final class MeasureBar extends VBox {

    private static final Texts TEXTS = Texts.in(MeasureBar.class);
    /** More rows than this, as of a path of many stretches, are for the clipboard alone. */
    private static final int MOST_ROWS = 6;

    private final MeasureModel model;
    private final Label headline = new Label();
    private final FlowPane values = new FlowPane(16, 2);
    private final GridPane places = new GridPane();
    private final Label hint = new Label();
    private final Label remark = new Label();
    private final Button copy = Buttons.icon(Feather.COPY, TEXTS.get("copy"), this::copy);
    private final TextField system = new TextField();
    private final HBox systemRow;

    /** @param close puts the tool away */
    public MeasureBar(MeasureModel model, Runnable close) {
        this.model = model;
        getStyleClass().addAll("floating-card", "tool-bar-card");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        copy.setId("measure-copy");
        HBox head = new HBox(4, new Segments<>(List.of(MeasureMode.values()), m -> TEXTS.get("mode." + m.key()), m -> "measure-" + m.key(),
                model.measuredProperty().map(Measurement::mode), model::choose), gap, copy, Buttons.icon(Feather.X, TEXTS.get("close"), close));
        head.setAlignment(Pos.CENTER_LEFT);
        headline.getStyleClass().add("measure-headline");
        headline.setId("measure-headline");
        headline.setMinWidth(Region.USE_PREF_SIZE);
        HBox result = new HBox(20, headline, values);
        result.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(values, Priority.ALWAYS);
        values.setAlignment(Pos.CENTER_LEFT);
        values.setPrefWrapLength(300);
        places.setHgap(16);
        places.setVgap(2);
        places.setId("measure-places");
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        remark.getStyleClass().add("measure-remark");
        remark.setWrapText(true);
        Label systemName = new Label(TEXTS.get("system"));
        systemName.getStyleClass().add("property-name");
        system.setId("measure-system");
        system.setPromptText(TEXTS.get("system.prompt"));
        system.setAccessibleText(TEXTS.get("system"));
        system.setText(model.systemProperty().get());
        PauseTransition rest = new PauseTransition(Duration.millis(350)); // a code is looked up when it is typed, not digit by digit
        rest.setOnFinished(e -> model.systemProperty().set(system.getText()));
        system.textProperty().addListener((o, was, is) -> rest.playFromStart());
        systemRow = new HBox(8, systemName, system);
        systemRow.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(system, Priority.ALWAYS);
        getChildren().setAll(head, result, places, systemRow, remark, hint);
        for (Node node : new Node[] {result, places, systemRow, remark}) {
            node.managedProperty().bind(node.visibleProperty());
        }
        Live.refresh(this, this::show, model.measuredProperty(), model.readingProperty());
        show();
    }

    private void show() {
        Reading reading = model.readingProperty().get();
        boolean place = model.mode() == MeasureMode.PLACE;
        headline.setText(reading.headline());
        headline.getParent().setVisible(!reading.headline().isEmpty());
        values.getChildren().setAll(reading.rows().stream().limit(MOST_ROWS).map(MeasureBar::value).toList());
        if (reading.rows().size() > MOST_ROWS) {
            values.getChildren().add(muted(TEXTS.get("more", reading.rows().size() - MOST_ROWS)));
        }
        places.setVisible(place && !reading.isEmpty());
        places.getChildren().clear();
        for (int k = 0; place && k < reading.rows().size(); k++) {
            Reading.Row row = reading.rows().get(k);
            Label value = new Label(row.value());
            value.setMinWidth(Region.USE_PREF_SIZE);
            places.addRow(k, muted(row.name()), value);
        }
        systemRow.setVisible(place);
        remark.setText(reading.remark());
        remark.setVisible(!reading.remark().isEmpty());
        copy.setDisable(reading.isEmpty());
        hint.setText(TEXTS.get(hintKey()));
    }

    private String hintKey() {
        Measurement now = model.measuredProperty().get();
        String key = "hint." + now.mode().key();
        return now.isUnderWay() && TEXTS.has(key + ".next") ? key + ".next" : key;
    }

    private static Node value(Reading.Row row) {
        HBox pair = new HBox(6, muted(row.name()), new Label(row.value()));
        pair.setAlignment(Pos.BASELINE_LEFT);
        return pair;
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("property-name");
        return label;
    }

    /** Onto the clipboard; the icon says for a moment that it is there. */
    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, model.text()));
        copy.setGraphic(Icons.of(Feather.CHECK));
        PauseTransition moment = new PauseTransition(Duration.seconds(1.2));
        moment.setOnFinished(e -> copy.setGraphic(Icons.of(Feather.COPY)));
        moment.play();
    }
}
