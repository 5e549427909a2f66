package org.kvarter.ui.placing;

import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.geo.place.HandPlacement;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.stage.Viewer;

/** Exact numbers and fits for the model that is being placed; its handles stand in the twin while this is out. */
public final class PlacingView extends VBox {

    private static final Texts TEXTS = Texts.in(PlacingView.class);

    private final PlacingModel model;
    private final Viewer viewer;
    private final Label title = new Label();
    private final TextField east = field("east");
    private final TextField north = field("north");
    private final TextField height = field("height");
    private final TextField turn = field("turn");
    private final TextField size = field("size");
    private final Label hint = new Label(TEXTS.get("hint"));
    private final CheckBox sized = new CheckBox(TEXTS.get("fit.sized"));
    private final Button fit;
    private boolean showing;

    public PlacingView(PlacingModel model, Viewer viewer) {
        super(12);
        this.model = model;
        this.viewer = viewer;
        getStyleClass().add("placing");
        title.getStyleClass().add("report-title");
        title.setWrapText(true);
        hint.getStyleClass().add("caption");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(6);
        ColumnConstraints words = new ColumnConstraints(88);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(words, values);
        row(grid, 0, "east", "m", east);
        row(grid, 1, "north", "m", north);
        row(grid, 2, "height", "m", height);
        row(grid, 3, "turn", "°", turn);
        row(grid, 4, "size", "×", size);
        Button drop = button("drop", model::dropToTerrain);
        drop.setDisable(!model.hasTerrain());
        Button pair = button("fit.pair", this::pick);
        fit = button("fit.apply", this::fit);
        fit.setDisable(true);
        Button reset = button("reset", model::reset);
        Label together = new Label(TEXTS.get("fit"));
        together.getStyleClass().add("caption");
        getChildren().setAll(title, hint, grid, new FlowPane(6, 6, drop, reset), together, new FlowPane(6, 6, pair, fit), sized);
        Live.refresh(this, this::show, model.layerProperty(), model.handlesProperty());
        visibleInTwin();
    }

    /** The handles stand in the twin as long as this view is in a window. */
    private void visibleInTwin() {
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                viewer.setHandles(null, (h, done) -> { });
                model.end();
            }
        });
    }

    private void show() {
        if (model.layerProperty().get() == null || model.handlesProperty().get() == null) {
            viewer.setHandles(null, (h, done) -> { });
            title.setText(TEXTS.get("nothing"));
            return;
        }
        title.setText(model.layerProperty().get().title());
        viewer.setHandles(model.handlesProperty().get(), (moved, done) -> {
            model.preview(moved);
            if (done) {
                model.apply();
            }
        });
        HandPlacement placement = model.placement();
        showing = true;
        east.setText(Numbers.exact(placement.east() + placement.moveEast(), 2));
        north.setText(Numbers.exact(placement.north() + placement.moveNorth(), 2));
        height.setText(Numbers.exact(model.footHeight(), 2));
        turn.setText(Numbers.exact(placement.turn(), 2));
        size.setText(Numbers.exact(placement.size(), 4));
        showing = false;
    }

    private void put() {
        if (showing || model.layerProperty().get() == null) {
            return;
        }
        double[] n = new double[5];
        TextField[] fields = {east, north, height, turn, size};
        for (int i = 0; i < n.length; i++) {
            n[i] = Numbers.parsed(fields[i].getText());
            boolean wrong = !Double.isFinite(n[i]) || i == 4 && !(n[i] > 0);
            fields[i].pseudoClassStateChanged(atlantafx.base.theme.Styles.STATE_DANGER, wrong);
            if (wrong) {
                return;
            }
        }
        model.put(n[0], n[1], n[2], n[3], n[4]);
    }

    private void pick() {
        hint.setText(TEXTS.get("fit.from"));
        viewer.pickPlace(from -> {
            hint.setText(TEXTS.get("fit.to"));
            viewer.pickPlace(to -> {
                int pairs = model.pair(from, to);
                fit.setDisable(false);
                hint.setText(TEXTS.get("fit.pairs", pairs));
            });
        });
    }

    private void fit() {
        double residual = model.fit(sized.isSelected());
        fit.setDisable(true);
        hint.setText(TEXTS.get("fit.done", Numbers.with(Numbers.three(residual), "m")));
    }

    private TextField field(String key) {
        TextField field = new TextField();
        field.setId("placing-" + key);
        field.setAccessibleText(Texts.in(PlacingView.class).get(key));
        field.setOnAction(e -> put());
        field.focusedProperty().addListener((o, was, is) -> {
            if (was && !is) {
                put();
            }
        });
        return field;
    }

    private static void row(GridPane grid, int row, String key, String unit, TextField field) {
        grid.add(new Label(TEXTS.get(key)), 0, row);
        grid.add(field, 1, row);
        Label measure = new Label(unit);
        measure.setMinWidth(14);
        grid.add(measure, 2, row);
    }

    private static Button button(String key, Runnable run) {
        Button button = new Button(TEXTS.get(key));
        button.getStyleClass().add("small");
        button.setId("placing-" + key.replace('.', '-'));
        button.setOnAction(e -> run.run());
        return button;
    }
}
