package org.kvarter.ui.assist;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.assist.ColumnGuess;
import org.kvarter.assist.ColumnUse;
import org.kvarter.assist.QuantityNames;
import org.kvarter.tables.ColumnRole;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;

/** What is known of one column: why it was taken for what it is, and of values the quantity, unit and whose they are. */
final class ColumnPane extends VBox {

    private static final Texts TEXTS = Texts.in(ColumnPane.class);

    private final AssistModel model;
    private String shown = "";
    private ColumnRole role;

    ColumnPane(AssistModel model) {
        super(6);
        this.model = model;
        setMinHeight(USE_PREF_SIZE);
        Live.value(this, model.recipeProperty(), recipe -> {
            if (!shown.isEmpty() && recipe.use(shown).role() != role) {
                show(shown);
            }
        });
    }

    /** Shows a column of the table. */
    void show(String column) {
        shown = column;
        ColumnUse use = use();
        role = use.role();
        Label name = new Label(TEXTS.get("column", column, TEXTS.get("role." + role.name())));
        name.getStyleClass().add("report-title");
        Optional<ColumnGuess> guess = model.openedProperty().get().recognition().columns().stream().filter(g -> g.column().name().equals(column)).findFirst();
        Label reason = new Label(guess.filter(g -> g.use().role() == role).map(ColumnGuess::reason).orElse(TEXTS.get("column.chosen")));
        reason.getStyleClass().add("caption");
        HBox title = new HBox(10, name, reason);
        title.setAlignment(Pos.BASELINE_LEFT);
        getChildren().setAll(title);
        if (role == ColumnRole.VALUE) {
            CheckBox meter = new CheckBox(TEXTS.get("column.meter"));
            meter.setSelected(use.cumulative());
            meter.setOnAction(e -> change(use().withCumulative(meter.isSelected())));
            HBox fields = new HBox(16, field("column.quantity", QuantityNames.shown(use.quantity()), 200, text -> use().withQuantity(QuantityNames.meant(text))),
                    field("column.unit", use.unit(), 90, text -> use().withUnit(text)), field("column.place", use.place(), 180, text -> use().withPlace(text)), meter);
            fields.setAlignment(Pos.BOTTOM_LEFT);
            getChildren().add(fields);
        } else if (role == ColumnRole.ATTRIBUTE) {
            getChildren().add(new HBox(16, field("column.attribute", use.quantity(), 200, text -> use().withQuantity(text)),
                    field("column.unit", use.unit(), 90, text -> use().withUnit(text))));
        }
    }

    private ColumnUse use() {
        return model.recipeProperty().get().use(shown);
    }

    private void change(ColumnUse use) {
        model.setRecipe(model.recipeProperty().get().withUse(use));
    }

    private Node field(String key, String text, double width, java.util.function.Function<String, ColumnUse> change) {
        TextField field = new TextField(text);
        field.setPrefWidth(width);
        field.setAccessibleText(TEXTS.get(key));
        field.setId(key.replace('.', '-'));
        field.textProperty().addListener((o, was, is) -> change(change.apply(is.strip())));
        Label caption = new Label(TEXTS.get(key));
        caption.getStyleClass().add("caption");
        return new VBox(2, caption, field);
    }
}
