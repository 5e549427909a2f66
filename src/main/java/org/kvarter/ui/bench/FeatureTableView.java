package org.kvarter.ui.bench;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.NumberColumn;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.kit.Wording;

/**
 * The features as a table of which only what is seen exists. It is sorted by the model; what is selected in the twin is marked, a click selects
 * there, with Shift a stretch, with the shortcut key one more.
 */
final class FeatureTableView extends TableView<Integer> {

    private static final Texts TEXTS = Texts.in(FeatureTableView.class);
    private static final PseudoClass PICKED = PseudoClass.getPseudoClass("picked");

    private final BenchModel model;
    private BenchData data = BenchData.NOTHING;
    private List<String> shape = List.of();
    private int anchor = -1;

    FeatureTableView(BenchModel model) {
        this.model = model;
        setId("bench-table");
        getStyleClass().addAll("bench-table", "dense");
        setPlaceholder(new Label(TEXTS.get("table.nothing")));
        setFixedCellSize(24);
        setAccessibleText(TEXTS.get("table"));
        setSortPolicy(table -> {
            sort(getSortOrder().isEmpty() ? null : getSortOrder().get(0));
            return true;
        });
        setRowFactory(table -> row());
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            Integer at = getFocusModel().getFocusedItem();
            if (at != null && (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE)) {
                model.select(IntStream.of(at), e.isShiftDown());
                e.consume();
            }
        });
        Live.refresh(this, this::show, model.dataProperty());
        Live.refresh(this, this::mark, model.selectedProperty());
    }

    private TableRow<Integer> row() {
        TableRow<Integer> row = new TableRow<>() {
            @Override
            protected void updateItem(Integer item, boolean empty) {
                super.updateItem(item, empty);
                pseudoClassStateChanged(PICKED, !empty && item != null && model.selectedProperty().get().get(item));
            }
        };
        row.addEventHandler(MouseEvent.MOUSE_CLICKED, e -> {
            if (row.isEmpty() || e.getButton() != MouseButton.PRIMARY) {
                return;
            }
            if (e.isShiftDown() && anchor >= 0) {
                int from = Math.min(anchor, row.getIndex());
                int to = Math.min(Math.max(anchor, row.getIndex()), data.rows().length - 1);
                model.select(Arrays.stream(data.rows(), from, to + 1), e.isShortcutDown());
                return;
            }
            anchor = row.getIndex();
            if (e.isShortcutDown()) {
                model.toggle(row.getItem());
            } else {
                model.select(IntStream.of(row.getItem()), false);
            }
        });
        return row;
    }

    private void sort(TableColumn<Integer, ?> column) {
        boolean descending = column != null && column.getSortType() == TableColumn.SortType.DESCENDING;
        Object by = column == null ? null : column.getUserData();
        model.orderProperty().set(by instanceof BenchValue value ? new BenchModel.Order(value, "", descending)
                : by instanceof String text ? new BenchModel.Order(null, text, descending) : null);
    }

    private void mark() {
        refresh();
        BitSet selected = model.selectedProperty().get();
        if (!isHover() && selected.cardinality() == 1) {
            int row = selected.nextSetBit(0);
            int at = IntStream.range(0, data.rows().length).filter(i -> data.rows()[i] == row).findFirst().orElse(-1);
            if (at >= 0) {
                scrollTo(Math.max(0, at - 2));
            }
        }
    }

    private void show() {
        data = model.dataProperty().get();
        List<String> now = new ArrayList<>(List.of(data.layerId()));
        data.features().attributes().columns().forEach(c -> now.add(c.name() + "\0" + c.unit() + c.getClass()));
        data.series().keySet().stream().sorted().forEach(now::add);
        if (!now.equals(shape)) {
            shape = now;
            columns();
        }
        setItems(FXCollections.observableList(new Rows(data.rows())));
        refresh();
    }

    /** Rows without a list of objects for each. */
    private static final class Rows extends AbstractList<Integer> implements RandomAccess {
        private final int[] rows;

        Rows(int[] rows) {
            this.rows = rows;
        }

        @Override
        public Integer get(int index) {
            return rows[index];
        }

        @Override
        public int size() {
            return rows.length;
        }
    }

    private void columns() {
        getSortOrder().clear();
        List<TableColumn<Integer, String>> all = new ArrayList<>();
        TableColumn<Integer, String> name = column(TEXTS.get("table.name"), "", "", 150, false, row -> data.name(row));
        name.setUserData("");
        all.add(name);
        data.series().keySet().stream().sorted().map(BenchValue.Now::new).forEach(value ->
                all.add(column(data.title(value), data.unit(value), value, 90, true, row -> Numbers.three(data.values(value)[row]))));
        for (AttributeColumn c : data.features().attributes().columns()) {
            String attribute = c.name();
            if (attribute.equalsIgnoreCase("name")) {
                continue; // stands first already
            }
            boolean number = c instanceof NumberColumn n && n.type() != NumberColumn.Type.BOOLEAN;
            all.add(column(Wording.readable(attribute), c.unit(), number ? new BenchValue.Attribute(attribute) : attribute, number ? 90 : 120, number,
                    row -> data.features().attributes().column(attribute).map(now -> read(now, row)).orElse("")));
        }
        getColumns().setAll(all);
    }

    private static String read(AttributeColumn column, int row) {
        Object value = column.value(row);
        if (value instanceof Boolean truth) {
            return TEXTS.get(truth ? "yes" : "no");
        }
        return value == null ? "–" : value instanceof Long whole ? Numbers.whole(whole) : value instanceof Double real ? Numbers.measured(real) : value.toString();
    }

    private TableColumn<Integer, String> column(String title, String unit, Object by, double width, boolean number, IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>();
        Label head = new Label(unit.isEmpty() ? title : title + "  " + unit);
        head.setTooltip(new Tooltip(unit.isEmpty() ? title : title + " (" + unit + ")"));
        head.getStyleClass().add("caption");
        column.setGraphic(head);
        column.setUserData(by);
        column.setPrefWidth(Math.max(width, Math.min(190, 6.4 * head.getText().length() + 28)));
        column.setReorderable(true);
        column.setComparator((a, b) -> 0); // the model sorts
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(text.apply(cell.getValue())));
        column.setCellFactory(c -> {
            TableCell<Integer, String> cell = new TableCell<>() {
                @Override
                protected void updateItem(String item, boolean empty) {
                    super.updateItem(item, empty);
                    setText(empty ? "" : item);
                }
            };
            cell.setAlignment(number ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            return cell;
        });
        return column;
    }
}
