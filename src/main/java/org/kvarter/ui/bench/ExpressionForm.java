package org.kvarter.ui.bench;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.scenario.Fields;
import org.kvarter.ui.sheet.Sheet;

/** Writing an attribute by an expression: its name, the expression with proposals, first values while one types, and trouble where it is. */
final class ExpressionForm extends VBox {

    private static final Texts TEXTS = Texts.in(ExpressionForm.class);

    private final ExpressionModel model;
    private final TextField name = new TextField();
    private final TextField unit = new TextField();
    private final TextArea expression = new TextArea();
    private final TextFlow place = new TextFlow();
    private final Label problem = new Label();
    private final Label found = new Label();
    private final GridPane values = new GridPane();
    private final ContextMenu completions = new ContextMenu();
    private final Button done;

    private ExpressionForm(ExpressionModel model, Button done) {
        super(12);
        this.model = model;
        this.done = done;
        name.setId("column-name");
        name.setText(model.before().name());
        unit.setId("column-unit");
        unit.setText(model.before().unit());
        unit.setPromptText(TEXTS.get("column.unit.follows"));
        unit.setPrefColumnCount(10);
        expression.setId("column-expression");
        expression.setText(model.before().expression());
        expression.setPrefRowCount(3);
        expression.setWrapText(true);
        expression.getStyleClass().add("expression");
        expression.setPromptText(TEXTS.get("column.prompt"));
        problem.getStyleClass().add("filter-error");
        problem.setId("column-problem");
        problem.setWrapText(true);
        problem.setMinHeight(USE_PREF_SIZE);
        found.getStyleClass().add("caption");
        values.setHgap(16);
        values.setVgap(2);
        values.setId("column-values");
        VBox preview = new VBox(4, place, problem, found, values);
        preview.setMinHeight(148);
        FlowPane examples = new FlowPane(8, 4);
        for (String example : model.examples()) {
            Hyperlink link = new Hyperlink(example);
            link.getStyleClass().add("caption-link");
            link.setOnAction(e -> expression.setText(example));
            examples.getChildren().add(link);
        }
        VBox named = Fields.field(TEXTS.get("column.name"), name);
        HBox.setHgrow(named, Priority.ALWAYS);
        getChildren().setAll(new HBox(12, named, Fields.field(TEXTS.get("column.unit"), unit)), Fields.field(TEXTS.get("column.expression", model.layer()), expression),
                examples, preview);
        expression.textProperty().addListener((o, was, is) -> typed());
        unit.textProperty().addListener((o, was, is) -> typed());
        name.textProperty().addListener((o, was, is) -> check());
        expression.addEventHandler(KeyEvent.KEY_TYPED, e -> {
            if (!e.isShortcutDown()) {
                complete();
            }
        });
        expression.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.isShortcutDown() && e.getCode() == KeyCode.SPACE) {
                complete();
                e.consume();
            }
        });
        Live.value(this, model.previewProperty(), this::show);
        typed();
    }

    /** The form as a sheet. */
    static Sheet sheet(ExpressionModel model) {
        Sheet[] sheet = new Sheet[1];
        ExpressionForm[] form = new ExpressionForm[1];
        Button done = Buttons.primary(null, TEXTS.get(model.isNew() ? "column.add" : "column.change"), () -> {
            sheet[0].close();
            model.apply(form[0].name.getText(), form[0].unit.getText(), form[0].expression.getText());
        });
        done.setId("column-done");
        form[0] = new ExpressionForm(model, done);
        sheet[0] = new Sheet(TEXTS.get(model.isNew() ? "column.title.new" : "column.title"), 560, form[0]);
        if (!model.isNew()) {
            Button remove = Buttons.labelled(Feather.TRASH_2, TEXTS.get("column.remove"), () -> {
                sheet[0].close();
                model.remove();
            });
            sheet[0].withButton(remove);
        }
        return sheet[0].withCancel(TEXTS.get("cancel")).withButton(done);
    }

    private void typed() {
        model.type(expression.getText(), unit.getText());
        check();
    }

    private void check() {
        String trouble = model.nameProblem(name.getText());
        boolean nameWrong = !trouble.isEmpty() && !name.getText().isBlank();
        name.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, nameWrong);
        ExpressionModel.Preview now = model.previewProperty().get();
        done.setDisable(!trouble.isEmpty() || !now.problem().isEmpty() || expression.getText().isBlank());
        if (now.problem().isEmpty()) {
            problem.setText(nameWrong ? trouble : "");
            Fields.present(problem, nameWrong);
        }
    }

    private void show(ExpressionModel.Preview now) {
        boolean wrong = !now.problem().isEmpty();
        expression.pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
        problem.setText(now.problem());
        Fields.present(problem, wrong);
        place(wrong ? now.column() : 0);
        found.setText(wrong || now.total() == 0 ? "" : TEXTS.get("column.found", Numbers.whole(now.present()), Numbers.whole(now.total()),
                now.unit().isEmpty() ? TEXTS.get("column.noUnit") : now.unit()));
        values.getChildren().clear();
        for (int i = 0; i < now.lines().size(); i++) {
            Label of = new Label(now.lines().get(i)[0]);
            of.getStyleClass().add("caption");
            values.addRow(i, of, new Label(now.lines().get(i)[1]));
        }
        check();
    }

    /** The expression with the place of trouble in another colour. */
    private void place(int column) {
        Fields.present(place, column > 0);
        String text = expression.getText().replace('\n', ' ');
        if (column <= 0) {
            return;
        }
        int at = Math.min(column - 1, text.length());
        int end = at;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        end = Math.max(end, Math.min(at + 1, text.length()));
        String before = text.substring(Math.max(0, at - 40), at);
        place.getChildren().setAll(piece(at > 40 ? "…" + before : before, "expression-fine"), piece(at == text.length() ? "▁" : text.substring(at, end), "expression-wrong"),
                piece(text.substring(end, Math.min(text.length(), end + 30)), "expression-fine"));
    }

    private static Text piece(String text, String style) {
        Text piece = new Text(text);
        piece.getStyleClass().add(style);
        return piece;
    }

    private void complete() {
        List<String> choices = model.completions(expression.getText(0, expression.getCaretPosition()));
        completions.getItems().clear();
        for (String choice : choices) {
            CustomMenuItem item = new CustomMenuItem(new Label(choice));
            item.setOnAction(e -> {
                int caret = expression.getCaretPosition();
                String head = expression.getText(0, caret);
                boolean inQuotes = head.chars().filter(c -> c == '"').count() % 2 == 1;
                int from = inQuotes ? head.lastIndexOf('"') + 1 : head.length() - head.replaceAll(".*[^\\p{L}\\p{N}_:]", "").length();
                expression.replaceText(from, caret, choice);
                complete();
            });
            completions.getItems().add(item);
        }
        if (choices.isEmpty() || expression.getScene() == null) {
            completions.hide();
        } else if (!completions.isShowing()) {
            completions.show(expression, Side.BOTTOM, 0, 2);
        }
    }
}
