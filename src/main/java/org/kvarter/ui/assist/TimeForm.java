package org.kvarter.ui.assist;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.TimeRules;
import org.kvarter.assist.ValueRules;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Live;

/** How times become instants and numbers values: zone, interval, year where the table has none, power or energy. Hidden without times. */
final class TimeForm extends HBox {

    private static final Texts TEXTS = Texts.in(TimeForm.class);

    TimeForm(AssistModel model) {
        super(16);
        setAlignment(Pos.BOTTOM_LEFT);
        setMinHeight(USE_PREF_SIZE);
        ImportRecipe now = model.recipeProperty().get();
        List<String> zones = new ArrayList<>(ZoneId.getAvailableZoneIds().stream().filter(z -> z.startsWith("Europe/") || z.equals("UTC")).sorted().toList());
        if (!zones.contains(now.time().zone())) {
            zones.add(0, now.time().zone());
        }
        ComboBox<String> zone = Combos.of(zones, z -> z);
        zone.setValue(now.time().zone());
        zone.setOnAction(e -> time(model, time(model).withZone(zone.getValue())));
        ComboBox<TimeRules.Label> label = Combos.of(List.of(TimeRules.Label.values()), l -> TEXTS.get("time.label." + l.name()));
        label.setValue(now.time().label());
        label.setOnAction(e -> time(model, time(model).withLabel(label.getValue())));
        ComboBox<TimeRules.Form> form = Combos.of(List.of(TimeRules.Form.values()), f -> TEXTS.get("time.form." + f.name()));
        form.setValue(now.time().form());
        form.setOnAction(e -> time(model, time(model).withForm(form.getValue())));
        TextField year = new TextField(now.time().year() == 0 ? "" : Integer.toString(now.time().year()));
        year.setPromptText(TEXTS.get("time.year.prompt"));
        year.setPrefWidth(90);
        year.textProperty().addListener((o, was, is) -> time(model, time(model).withYear(is.matches("\\d{4}") ? Integer.parseInt(is) : 0)));
        ComboBox<ValueRules.Conversion> conversion = Combos.of(List.of(ValueRules.Conversion.values()), c -> TEXTS.get("conversion." + c.name()));
        conversion.setValue(now.values().conversion());
        conversion.setOnAction(e -> {
            ImportRecipe recipe = model.recipeProperty().get();
            model.setRecipe(recipe.withValues(recipe.values().withConversion(conversion.getValue())));
        });
        getChildren().setAll(field("time.zone", zone), field("time.label", label), field("time.form", form), field("time.year", year),
                field("conversion", conversion));
        Live.value(this, model.recipeProperty(), recipe -> {
            setVisible(recipe.hasTimes());
            setManaged(recipe.hasTimes());
        });
    }

    private static TimeRules time(AssistModel model) {
        return model.recipeProperty().get().time();
    }

    private static void time(AssistModel model, TimeRules rules) {
        model.setRecipe(model.recipeProperty().get().withTime(rules));
    }

    static Node field(String key, Node control) {
        Label caption = new Label(TEXTS.get(key));
        caption.getStyleClass().add("caption");
        control.setAccessibleText(TEXTS.get(key));
        control.setId(key.replace('.', '-'));
        return new VBox(2, caption, control);
    }
}
