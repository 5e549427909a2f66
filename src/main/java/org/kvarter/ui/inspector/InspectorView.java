package org.kvarter.ui.inspector;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Diagnostic;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Wording;
import org.kvarter.ui.scenario.WhereFromView;
import org.kvarter.ui.sheet.Sheet;

/** The inspector: what is known about the selection, searchable, to be copied. */
public final class InspectorView extends VBox {

    private static final Texts TEXTS = Texts.in(InspectorView.class);

    private final InspectorModel model;
    private final Consumer<Sheet> sheets;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final TextField search = new TextField();
    private final ToggleButton pin = new ToggleButton(null, Icons.of(Feather.MAP_PIN));
    private final VBox lines = new VBox();
    private InspectorContent content = InspectorContent.NOTHING;

    /**
     * @param flyTo  flies to the selection
     * @param sheets shows where a value comes from
     */
    public InspectorView(Session session, Runnable flyTo, Consumer<Sheet> sheets) {
        model = new InspectorModel(session);
        this.sheets = sheets;
        getStyleClass().add("inspector");
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        subtitle.getStyleClass().add("caption");
        subtitle.setWrapText(true);
        pin.getStyleClass().addAll("flat", "icon-button");
        Buttons.named(pin, TEXTS.get("pin"), TEXTS.get("pin"));
        pin.setOnAction(e -> model.togglePin(content.keys()));
        Button copy = Buttons.icon(Feather.COPY, TEXTS.get("copy"), this::copy);
        Button fly = Buttons.icon(Feather.TARGET, TEXTS.get("fly"), flyTo);
        search.setPromptText(TEXTS.get("search"));
        search.setAccessibleText(TEXTS.get("search"));
        search.getStyleClass().add("small");
        search.textProperty().addListener((o, was, is) -> showLines());
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox tools = new HBox(2, search, pin, copy, fly);
        tools.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(4, title, subtitle, tools);
        head.getStyleClass().add("inspector-head");
        lines.getStyleClass().add("inspector-lines");
        Node scroll = FloatingPanel.scrolling(lines);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head, scroll);
        Live.refresh(this, () -> {
            if (model.followsClock()) {
                show();
            }
        }, session.clock().timeProperty().map(t -> t.getEpochSecond() / 60), session.clock().zoneProperty());
        Live.refresh(this, this::show, session.selection(), session.districtProperty(), session.viewProperty(), session.pinned());
    }

    private void show() {
        InspectorContent now = model.content();
        if (now.keys().isEmpty()) {
            return; // the panel is leaving: what it showed stays until it has left
        }
        content = now;
        title.setText(content.title());
        subtitle.setText(content.subtitle());
        pin.setSelected(model.pinned(content.keys()));
        showLines();
    }

    private void showLines() {
        InspectorContent shown = content.searched(search.getText());
        lines.getChildren().clear();
        shown.diagnostics().forEach(d -> lines.getChildren().add(remark(d)));
        shown.groups().forEach(g -> lines.getChildren().add(group(g, shown.columns())));
        if (lines.getChildren().isEmpty()) {
            Label nothing = new Label(TEXTS.get("nothing", search.getText()));
            nothing.getStyleClass().add("panel-hint");
            nothing.setWrapText(true);
            lines.getChildren().add(nothing);
        }
    }

    private static Node remark(Diagnostic diagnostic) {
        Label label = new Label(diagnostic.message(), Icons.of(Feather.ALERT_TRIANGLE));
        label.setWrapText(true);
        label.getStyleClass().add("remark");
        return label;
    }

    private Node group(PropertyGroup group, List<String> columns) {
        Label heading = new Label(group.title());
        heading.getStyleClass().add("group-title");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("properties");
        ColumnConstraints names = new ColumnConstraints();
        names.setPercentWidth(columns.isEmpty() ? 46 : 44);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(names, values);
        boolean two = !columns.isEmpty();
        if (two) {
            values.setPercentWidth(28);
            for (int c = 0; c < columns.size(); c++) {
                Label column = new Label(columns.get(c));
                column.getStyleClass().add("caption");
                grid.add(right(column), c + 1, 0);
            }
        }
        int row = two ? 1 : 0;
        for (Property line : group.lines()) {
            Label name = new Label(Wording.readable(line.name()));
            name.getStyleClass().add("property-name");
            name.setTooltip(new Tooltip(line.name()));
            name.setWrapText(true);
            name.setMinHeight(USE_PREF_SIZE);
            Label value = new Label(line.value());
            value.setWrapText(!two);
            value.setTooltip(new Tooltip(line.exact()));
            GridPane.setValignment(name, VPos.TOP);
            GridPane.setValignment(value, VPos.TOP);
            grid.add(name, 0, row);
            grid.add(two ? right(value) : value, 1, row);
            if (two) {
                grid.add(right(new Label(line.second())), 2, row);
            }
            row++;
            if (!line.before().isEmpty()) {
                grid.add(today(line), 1, row, two ? 2 : 1, 1);
                row++;
            }
        }
        return new VBox(4, heading, grid);
    }

    /** What a value that a scenario changes is today, and the way to where it comes from. */
    private Node today(Property line) {
        Label before = new Label(line.before());
        before.getStyleClass().add("caption");
        before.setWrapText(true);
        VBox today = new VBox(before);
        today.getStyleClass().add("property-today");
        if (line.origin() != null) {
            Hyperlink from = new Hyperlink(TEXTS.get("whereFrom"));
            from.getStyleClass().add("caption-link");
            from.setAccessibleText(TEXTS.get("whereFrom.of", line.name()));
            from.setOnAction(e -> model.whereFrom(line.origin())
                    .ifPresent(p -> sheets.accept(WhereFromView.sheet(p, line.value(), model.scenario()))));
            today.getChildren().add(from);
        }
        return today;
    }

    private static Label right(Label label) {
        label.setMaxWidth(Double.MAX_VALUE);
        label.setAlignment(Pos.CENTER_RIGHT);
        return label;
    }

    private void copy() {
        ClipboardContent text = new ClipboardContent();
        text.putString(content.asText());
        Clipboard.getSystemClipboard().setContent(text);
    }
}
