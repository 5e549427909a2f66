package org.kvarter.ui.study;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.kvarter.model.FeatureKey;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.study.area.BuildingArea;
import org.kvarter.study.area.FloorAreas;
import org.kvarter.study.area.PlotArea;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.sheet.Sheet;

/** Tables of floor areas: plots and buildings, sorted by a click on a column; a click on a line selects. Stateless. */
final class AreaTables {

    private static final Texts TEXTS = Texts.in(AreaTables.class);
    private static final double WIDTH = 860;

    private AreaTables() {
    }

    static Sheet sheet(FloorAreasModel model) {
        FloorAreas areas = model.resultProperty().get();
        Session session = model.session();
        VBox tables = new VBox(12);
        if (!areas.plots().isEmpty()) {
            TableView<PlotArea> plots = table(areas.plots(), p -> select(session, areas.plotLayer(), p.row()), "area-table-plots");
            plots.getColumns().setAll(List.of(name(TEXTS.get("area.column.plot"), p -> called(session, areas.plotLayer(), p.row())),
                    number(TEXTS.get("area.column.area"), PlotArea::area), number(TEXTS.get("area.column.covered"), PlotArea::covered),
                    number(TEXTS.get("area.column.floor"), PlotArea::floor), number(TEXTS.get("area.column.ratio"), PlotArea::ratio),
                    number(TEXTS.get("area.column.count"), PlotArea::buildings)));
            tables.getChildren().addAll(head("area.column.plots"), plots);
        }
        TableView<BuildingArea> buildings = table(areas.buildings(), b -> select(session, b.layerId(), b.row()), "area-table-buildings");
        buildings.getColumns().setAll(List.of(name(TEXTS.get("area.column.building"), b -> called(session, b.layerId(), b.row())),
                number(TEXTS.get("area.column.covered"), BuildingArea::covered), number(TEXTS.get("area.column.storeys"), b -> b.storeys().count()),
                name(TEXTS.get("area.column.from"), b -> from(b, areas)), number(TEXTS.get("area.column.floor"), BuildingArea::floor)));
        tables.getChildren().addAll(head("area.column.buildings"), buildings);
        return new Sheet(TEXTS.get("area.title"), WIDTH, tables);
    }

    private static String from(BuildingArea b, FloorAreas areas) {
        return switch (b.storeys().from()) {
            case ATTRIBUTE -> TEXTS.get("area.from.ATTRIBUTE", b.storeys().attribute());
            case HEIGHT -> TEXTS.get("area.from.HEIGHT", Numbers.with(Numbers.three(areas.rule().storeyHeight()), "m"));
            default -> TEXTS.get("area.from." + b.storeys().from());
        };
    }

    private static Label head(String key) {
        Label head = new Label(TEXTS.get(key));
        head.getStyleClass().add("caption");
        return head;
    }

    private static String called(Session session, String layerId, int row) {
        return session.layer(layerId).map(l -> new FeatureNames(l.features()).best(row, l.features().ids()[row])).orElse("");
    }

    private static void select(Session session, String layerId, int row) {
        SelectFeatures.only(session, List.of(new FeatureKey(layerId, row)));
    }

    private static <T> TableView<T> table(List<T> rows, java.util.function.Consumer<T> chosen, String id) {
        TableView<T> table = new TableView<>();
        table.getItems().setAll(rows);
        table.setId(id);
        table.setPrefHeight(240);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().selectedItemProperty().addListener((o, was, is) -> {
            if (is != null) {
                chosen.accept(is);
            }
        });
        return table;
    }

    private static <T> TableColumn<T, String> name(String title, Function<T, String> of) {
        TableColumn<T, String> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyStringWrapper(of.apply(c.getValue())));
        return column;
    }

    private static <T> TableColumn<T, Double> number(String title, ToDoubleFunction<T> of) {
        TableColumn<T, Double> column = new TableColumn<>(title);
        column.setCellValueFactory(c -> new ReadOnlyObjectWrapper<>(of.applyAsDouble(c.getValue())));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Double value, boolean isEmpty) {
                super.updateItem(value, isEmpty);
                setText(isEmpty || value == null ? "" : Numbers.measured(value));
                setStyle("-fx-alignment: center-right;");
            }
        });
        column.setPrefWidth(110);
        return column;
    }
}
