package org.kvarter.ui.study;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.study.sun.SunRule;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.scenario.Fields;

/** The rule the sun is held against: its day, hours, threshold and name. What is typed and cannot be is marked and not taken. */
final class RuleForm extends VBox {

    private static final Texts TEXTS = Texts.in(RuleForm.class);
    private static final int[][] DAYS = {{3, 21}, {6, 21}, {9, 21}, {12, 21}};
    /** Minutes one can choose from. */
    private static final List<Integer> STEPS = List.of(10, 5, 2, 1);

    private final ObjectProperty<SunRule> rule;
    private final TextField text = field("text");
    private final DatePicker day = new DatePicker();
    private final TextField from = field("from");
    private final TextField to = field("to");
    private final TextField hours = field("hours");
    private final TextField share = field("share");
    private final TextField degrees = field("degrees");
    private final VBox more = new VBox();
    private final Hyperlink toggle = new Hyperlink(TEXTS.get("sun.more"));
    private boolean showing;

    /** @param step minutes of a step of the day */
    RuleForm(ObjectProperty<SunRule> rule, ObjectProperty<Integer> step) {
        super(8);
        this.rule = rule;
        day.setId("sun-rule-day");
        day.setOnAction(e -> put());
        HBox days = new HBox(4);
        for (int[] monthDay : DAYS) {
            Button button = new Button(TEXTS.get("sun.day." + monthDay[0]));
            button.setId("sun-day-" + monthDay[0]);
            button.getStyleClass().add("small");
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(0);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> rule.set(rule.get().withDay(LocalDate.of(rule.get().day().getYear(), monthDay[0], monthDay[1]))));
            days.getChildren().add(button);
        }
        getChildren().setAll(presets(), Fields.field(TEXTS.get("sun.day"), day), days,
                row(Fields.field(TEXTS.get("sun.from"), from), Fields.field(TEXTS.get("sun.to"), to), Fields.field(TEXTS.get("sun.hours"), hours)),
                toggle, more);
        VBox inner = new VBox(8, Fields.field(TEXTS.get("sun.share"), share), Fields.field(TEXTS.get("sun.degrees"), degrees),
                Fields.field(TEXTS.get("sun.step"), new Segments<>(STEPS, s -> TEXTS.get("sun.minutes", s), s -> "sun-step-" + s, step, step::set)),
                Fields.field(TEXTS.get("sun.text"), text));
        more.getChildren().setAll(inner);
        Fields.present(more, false);
        toggle.getStyleClass().add("caption-link");
        toggle.setId("sun-more");
        toggle.setOnAction(e -> {
            Fields.present(more, !more.isVisible());
            toggle.setText(TEXTS.get(more.isVisible() ? "sun.less" : "sun.more"));
        });
        Live.value(this, rule, this::show);
    }

    private static HBox row(Node... nodes) {
        HBox row = new HBox(8, nodes);
        for (Node node : nodes) {
            ((javafx.scene.layout.Region) node).setPrefWidth(100);
        }
        return row;
    }

    private MenuButton presets() {
        MenuButton presets = new MenuButton(TEXTS.get("sun.presets"));
        presets.setId("sun-presets");
        presets.setMaxWidth(Double.MAX_VALUE);
        for (SunPreset preset : SunPreset.values()) {
            String name = TEXTS.get("sun.preset." + preset.name());
            MenuItem item = new MenuItem(name);
            item.setMnemonicParsing(false);
            item.setOnAction(e -> rule.set(preset.rule(rule.get().day().getYear(), name)));
            presets.getItems().add(item);
        }
        return presets;
    }

    private void show(SunRule is) {
        showing = true;
        text.setText(is.text());
        day.setValue(is.day());
        from.setText(is.from().toString());
        to.setText(is.toMinute() == 24 * 60 ? "24:00" : is.to().toString());
        hours.setText(Numbers.three(is.hours()));
        share.setText(Numbers.three(100 * is.facadeShare()));
        degrees.setText(Numbers.three(is.leastDegrees()));
        List.of(text, from, to, hours, share, degrees).forEach(f -> mark(f, false));
        showing = false;
    }

    private void put() {
        if (showing) {
            return;
        }
        LocalTime begin = DayTime.read(from.getText());
        LocalTime end = DayTime.read(to.getText());
        double wanted = Fields.number(hours.getText());
        double part = Fields.number(share.getText()) / 100;
        double least = Fields.number(degrees.getText());
        boolean order = begin != null && end != null && (end.equals(LocalTime.MIDNIGHT) || end.isAfter(begin));
        mark(from, begin == null);
        mark(to, !order);
        mark(hours, !(wanted >= 0 && wanted <= 24));
        mark(share, !(part >= 0 && part <= 1));
        mark(degrees, !(least >= 0 && least <= 60));
        if (order && wanted >= 0 && wanted <= 24 && part >= 0 && part <= 1 && least >= 0 && least <= 60 && day.getValue() != null) {
            rule.set(new SunRule(text.getText().strip(), day.getValue(), begin, end, wanted, part, least));
        }
    }

    private static void mark(TextField field, boolean wrong) {
        field.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
    }

    private TextField field(String key) {
        TextField field = new TextField();
        field.setId("sun-rule-" + key);
        field.setOnAction(e -> put());
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                put();
            }
        });
        return field;
    }
}
