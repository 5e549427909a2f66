package org.kvarter.ui.assist;

import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.kvarter.assist.Check;
import org.kvarter.assist.ImportOutcome;
import org.kvarter.assist.ImportRecipe;
import org.kvarter.assist.QuantityNames;
import org.kvarter.assist.StoreImport;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.scenario.Origin;
import org.kvarter.series.SeriesTable;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.kit.Live;

/** Whether the numbers can be true, with traffic lights, the most serious first; and what the data are called. */
final class ChecksPage extends VBox {

    private static final Texts TEXTS = Texts.in(ChecksPage.class);
    private static final int NAMED = 5;

    private final AssistModel model;
    private final VBox checks = new VBox(8);

    ChecksPage(AssistModel model) {
        super(14);
        this.model = model;
        Region scroll = FloatingPanel.scrolling(checks);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(form(), scroll);
        Live.value(this, model.outcomeProperty(), this::show);
    }

    private Node form() {
        ImportRecipe now = model.recipeProperty().get();
        GridPane grid = new GridPane();
        grid.setHgap(16);
        TextField name = new TextField(now.name());
        name.textProperty().addListener((o, was, is) -> model.rename(model.recipeProperty().get().withName(is.strip())));
        TextField source = new TextField(now.source());
        source.textProperty().addListener((o, was, is) -> model.rename(model.recipeProperty().get().withSource(is.strip())));
        TextField licence = new TextField(now.licence());
        licence.setPromptText("CC BY 4.0");
        licence.textProperty().addListener((o, was, is) -> model.rename(model.recipeProperty().get().withLicence(is.strip())));
        CheckBox personal = new CheckBox(TEXTS.get("personal"));
        personal.setSelected(now.personal());
        personal.setOnAction(e -> model.rename(model.recipeProperty().get().withPersonal(personal.isSelected())));
        ComboBox<Origin> origin = Combos.of(List.of(Origin.MEASURED, Origin.MODELLED, Origin.ASSUMED), o -> TEXTS.get("origin." + o));
        origin.setMaxWidth(Double.MAX_VALUE);
        origin.setValue(now.origin());
        origin.setOnAction(e -> model.rename(model.recipeProperty().get().withOrigin(origin.getValue())));
        grid.addRow(0, TimeForm.field("name", name), TimeForm.field("source", source), TimeForm.field("licence", licence), TimeForm.field("origin", origin));
        grid.getChildren().forEach(n -> GridPane.setHgrow(n, Priority.ALWAYS));
        return new VBox(8, grid, personal);
    }

    private void show(ImportOutcome outcome) {
        checks.getChildren().clear();
        if (outcome == null) {
            return;
        }
        Label gives = new Label(gives(outcome));
        gives.getStyleClass().add("report-title");
        gives.setWrapText(true);
        gives.setId("assist-gives");
        checks.getChildren().add(gives);
        outcome.checks().stream().sorted(Comparator.comparing(Check::light).reversed()).forEach(c -> checks.getChildren().add(row(c)));
        List<Diagnostic> said = outcome.diagnostics().stream().sorted(Comparator.comparing(Diagnostic::severity).reversed()).toList();
        if (!said.isEmpty()) {
            Label title = new Label(TEXTS.get("diagnostics"));
            title.getStyleClass().add("caption");
            checks.getChildren().add(title);
            said.forEach(d -> checks.getChildren().add(line(d.severity() == Severity.INFO ? "assist-info" : d.severity() == Severity.WARNING
                    ? "assist-yellow" : "assist-red", TEXTS.get("severity." + d.severity().name()), d.message(), "")));
        }
    }

    private static String gives(ImportOutcome outcome) {
        if (StoreImport.isNeeded(outcome.survey())) {
            return TEXTS.get("gives.store", String.join(", ", outcome.survey().quantities().stream().filter(q -> q.axis().isPresent())
                    .map(q -> TEXTS.get("gives.one", QuantityNames.shown(q.quantity()), q.unit(), q.places(), q.axis().orElseThrow().count())).toList()));
        }
        String series = String.join(", ", outcome.series().stream().map(ChecksPage::series).toList());
        String attributes = String.join(", ", outcome.attributes().stream().map(AttributeColumn::name).limit(NAMED).toList())
                + (outcome.attributes().size() > NAMED ? " …" : "");
        return series.isEmpty() ? TEXTS.get("gives.attributes", outcome.attributes().size(), attributes)
                : attributes.isEmpty() ? TEXTS.get("gives.series", series) : TEXTS.get("gives.both", series, outcome.attributes().size(), attributes);
    }

    private static String series(SeriesTable table) {
        return TEXTS.get("gives.one", table.title(), table.unit(), table.places(), table.axis().count());
    }

    private static Node row(Check check) {
        String places = String.join(", ", check.places().stream().limit(NAMED).toList()) + (check.places().size() > NAMED ? " …" : "");
        return line("assist-" + check.light().name().toLowerCase(java.util.Locale.ROOT), TEXTS.get("light." + check.light().name()), check.sentence(),
                check.light() == Check.Light.GREEN ? "" : places);
    }

    private static Node line(String style, String spoken, String sentence, String more) {
        Circle light = new Circle(5);
        light.getStyleClass().addAll("assist-light", style);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setAccessibleText(spoken + ": " + sentence);
        text.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(1, text);
        if (!more.isEmpty()) {
            Label places = new Label(more);
            places.setWrapText(true);
            places.getStyleClass().add("caption");
            words.getChildren().add(places);
        }
        HBox row = new HBox(10, new HBox(light), words);
        ((HBox) row.getChildren().get(0)).setPadding(new javafx.geometry.Insets(4, 0, 0, 0));
        HBox.setHgrow(words, Priority.ALWAYS);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
