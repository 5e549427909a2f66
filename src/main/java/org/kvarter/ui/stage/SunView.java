package org.kvarter.ui.stage;

import atlantafx.base.controls.ToggleSwitch;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.energy.Sun;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;

/** Where the light comes from: the still studio light, or the sun of a day and time. */
public final class SunView extends VBox {

    private static final Texts TEXTS = Texts.in(SunView.class);

    private final SunModel model;
    private final Session session;
    private final ToggleSwitch studio = new ToggleSwitch();
    private final DatePicker date = new DatePicker();
    private final Slider time = new Slider(0, 24 * 60 - 1, 720);
    private final Label timeText = new Label();
    private final Label position = new Label();
    private final VBox real = new VBox(8);
    private boolean updating;

    public SunView(SunModel model, Session session) {
        this.model = model;
        this.session = session;
        getStyleClass().add("sun");
        studio.setAccessibleText(TEXTS.get("studio"));
        studio.setId("studio-light");
        Label label = new Label(TEXTS.get("studio"));
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(8, label, studio);
        row.setAlignment(Pos.CENTER_LEFT);
        Label hint = new Label(TEXTS.get("studio.hint"));
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        studio.selectedProperty().addListener((o, was, is) -> change(() -> model.setStudio(is)));
        date.setOnAction(e -> change(() -> {
            if (date.getValue() != null) {
                model.setStudio(false);
                model.setDate(date.getValue());
            }
        }));
        date.setMaxWidth(Double.MAX_VALUE);
        date.setAccessibleText(TEXTS.get("date"));
        time.valueProperty().addListener((o, was, is) -> change(() -> {
            model.setStudio(false);
            model.setTime(LocalTime.ofSecondOfDay(Math.round(is.doubleValue() / 5) * 5 * 60 % 86_400));
        }));
        time.setBlockIncrement(30);
        time.setAccessibleText(TEXTS.get("time"));
        timeText.setMinWidth(44);
        timeText.setAlignment(Pos.CENTER_RIGHT);
        position.getStyleClass().add("caption");
        position.setWrapText(true);
        HBox.setHgrow(time, Priority.ALWAYS);
        HBox timeRow = new HBox(8, time, timeText);
        timeRow.setAlignment(Pos.CENTER_LEFT);
        HBox days = new HBox(4, day("winter", 12, 21), day("equinox", 3, 21), day("summer", 6, 21));
        days.getChildren().forEach(b -> HBox.setHgrow(b, Priority.ALWAYS));
        real.getChildren().setAll(date, days, timeRow, position);
        getChildren().setAll(row, hint, real);
        Live.refresh(this, this::show, session.studioLightProperty(), session.clock().timeProperty(), session.clock().zoneProperty(),
                session.districtProperty());
    }

    private Node day(String key, int month, int day) {
        Button button = new Button(TEXTS.get("day." + key));
        button.getStyleClass().add("small");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> {
            model.setStudio(false);
            model.setDate(model.now().toLocalDate().withDayOfMonth(1).withMonth(month).withDayOfMonth(day));
        });
        return button;
    }

    private void change(Runnable run) {
        if (!updating) {
            run.run();
        }
    }

    private void show() {
        updating = true;
        studio.setSelected(session.studioLightProperty().get());
        date.setValue(model.now().toLocalDate());
        if (!time.isPressed()) {
            time.setValue(model.now().toLocalTime().toSecondOfDay() / 60.0);
        }
        timeText.setText(DateTimeFormatter.ofPattern("HH:mm", Locale.getDefault(Locale.Category.FORMAT)).format(model.now()));
        position.setText(model.real().map(SunView::words).orElse(TEXTS.get("nowhere")));
        updating = false;
    }

    private static String words(Sun sun) {
        if (!sun.isUp()) {
            return TEXTS.get("down");
        }
        List<String> winds = List.of("n", "ne", "e", "se", "s", "sw", "w", "nw");
        String wind = TEXTS.get("wind." + winds.get((int) Math.round(sun.azimuthDegrees() / 45) % 8));
        return TEXTS.get("up", Numbers.three(Math.round(sun.elevationDegrees())), wind);
    }
}
