package org.kvarter.ui.bench;

import java.util.Arrays;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.scenario.Origin;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.scenario.Fields;
import org.kvarter.ui.sheet.Sheet;

/** About this data: what the file says, how sure the numbers are, who gives them under which licence, and whether they are personal. */
public final class AboutForm extends VBox {

    private static final Texts TEXTS = Texts.in(AboutForm.class);

    private final AboutModel model;
    private final ComboBox<AboutModel.Thing> thing;
    private final GridPane facts = new GridPane();
    private final ReadOnlyObjectWrapper<Origin> origin = new ReadOnlyObjectWrapper<>(this, "origin", Origin.UNSTATED);
    private final TextField source = new TextField();
    private final TextField licence = new TextField();
    private final CheckBox personal = new CheckBox(TEXTS.get("about.personal"));
    private final Label why = new Label();
    private final HBox rule;
    private boolean showing;

    private AboutForm(AboutModel model) {
        super(12);
        this.model = model;
        thing = Combos.of(model.things(), AboutModel.Thing::title);
        thing.setId("about-thing");
        facts.setHgap(16);
        facts.setVgap(2);
        source.setId("about-source");
        source.setPromptText(TEXTS.get("about.source.prompt"));
        licence.setId("about-licence");
        licence.setPromptText("CC BY 4.0");
        personal.setId("about-personal");
        why.getStyleClass().add("caption");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        ComboBox<String> households = Combos.of(model.households(), a -> a.isEmpty() ? TEXTS.get("about.households.one") : Wording.readable(a));
        households.setId("about-households");
        households.setValue(model.household());
        households.setOnAction(e -> model.setHousehold(households.getValue()));
        TextField least = new TextField(Integer.toString(model.privacy().least()));
        least.setId("about-least");
        least.setPrefColumnCount(4);
        least.textProperty().addListener((o, was, is) -> least.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, !model.setLeast(Fields.number(is))));
        rule = new HBox(12, Fields.field(TEXTS.get("about.households"), households), Fields.field(TEXTS.get("about.least"), least));
        why.setText(TEXTS.get("about.why"));
        Segments<Origin> origins = new Segments<>(Arrays.asList(Origin.values()), o -> o == Origin.UNSTATED ? TEXTS.get("about.unstated") : DataOrigins.word(o), o -> "about-" + o, origin,
                this::choose);
        origins.setMaxWidth(USE_PREF_SIZE);
        VBox sure = new VBox(2, caption(TEXTS.get("about.origin")), origins);
        getChildren().setAll(thing, facts, sure, Fields.field(TEXTS.get("about.source"), source), Fields.field(TEXTS.get("about.licence"), licence), personal, rule, why);
        thing.setMaxWidth(Double.MAX_VALUE);
        thing.valueProperty().subscribe(is -> show());
        thing.setValue(thing.getItems().get(0));
        source.textProperty().addListener((o, was, is) -> said());
        licence.textProperty().addListener((o, was, is) -> said());
        personal.selectedProperty().addListener((o, was, is) -> said());
    }

    /** The form as a sheet. */
    static Sheet sheet(AboutModel model) {
        Sheet[] sheet = new Sheet[1];
        Button done = Buttons.primary(null, TEXTS.get("about.done"), () -> {
            sheet[0].close();
            model.apply();
        });
        done.setId("about-done");
        sheet[0] = new Sheet(TEXTS.get("about.title", model.title()), 520, new AboutForm(model)).withCancel(TEXTS.get("cancel")).withButton(done);
        return sheet[0];
    }

    /** The sheet of a layer. */
    public static Sheet sheet(BenchModels models, String layerId) {
        return sheet(new AboutModel(models.bench().session(), models.workings(), layerId));
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("caption");
        return label;
    }

    private void show() {
        AboutModel.Thing of = thing.getValue();
        if (of == null) {
            return;
        }
        showing = true;
        DataRecord said = model.record(of);
        facts.getChildren().clear();
        int row = 0;
        for (String[] fact : model.facts(of)) {
            Label value = new Label(fact[1].length() > 60 ? "…" + fact[1].substring(fact[1].length() - 59) : fact[1]);
            value.setTooltip(new Tooltip(fact[1]));
            facts.addRow(row++, caption(fact[0]), value);
        }
        origin.set(said.origin());
        source.setText(said.source());
        licence.setText(said.licence());
        personal.setSelected(said.personal());
        rule.setDisable(!said.personal());
        showing = false;
    }

    private void choose(Origin is) {
        origin.set(is);
        said();
    }

    private void said() {
        if (!showing) {
            model.change(thing.getValue(), was -> new DataRecord(was.data(), origin.get(), source.getText().strip(), was.read(), was.recipe(), licence.getText().strip(),
                    personal.isSelected()));
            rule.setDisable(!personal.isSelected());
        }
    }
}
