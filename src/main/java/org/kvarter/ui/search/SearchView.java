package org.kvarter.ui.search;

import atlantafx.base.controls.CustomTextField;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Bounds;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.FeatureKey;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/** The search field in the command bar, with what it finds below it. Down and Enter choose; Escape leaves. */
public final class SearchView extends StackPane {

    private static final Texts TEXTS = Texts.in(SearchView.class);
    /** Pixels that the long prompt takes beside the key. */
    private static final double ROOM_FOR_PROMPT = 290;
    private static final double ROW = 44;

    private final SearchModel model;
    private final Consumer<FeatureKey> choose;
    private final CustomTextField field = new CustomTextField();
    private final ListView<SearchIndex.Hit> list = new ListView<>();
    private final VBox card = new VBox();
    private final Label nothing = new Label();
    private final Popup popup = new Popup();

    /**
     * @param enabled whether there is anything to search
     * @param choose  what happens with a feature that was chosen
     */
    public SearchView(SearchModel model, ObservableBooleanValue enabled, Consumer<FeatureKey> choose) {
        this.model = model;
        this.choose = choose;
        getStyleClass().add("search");
        field.setId("search");
        field.setLeft(Icons.of(Feather.SEARCH));
        Label key = new Label("Ctrl+K");
        key.getStyleClass().add("key");
        field.setRight(key);
        field.promptTextProperty().bind(Bindings.createStringBinding(() -> TEXTS.get(field.getWidth() < ROOM_FOR_PROMPT ? "prompt.short" : "prompt"),
                field.widthProperty()));
        field.setAccessibleText(TEXTS.get("prompt"));
        field.setText(model.textProperty().get());
        field.textProperty().addListener((o, was, is) -> model.textProperty().set(is));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is) {
                popup.hide();
            }
        });
        Live.value(this, enabled, is -> field.setDisable(!is));
        list.setItems(model.hits());
        list.setCellFactory(view -> new HitCell());
        list.setFixedCellSize(ROW);
        list.setFocusTraversable(false);
        list.setOnMouseClicked(e -> chooseSelected());
        list.getStyleClass().add("hits");
        nothing.getStyleClass().add("panel-hint");
        card.getStyleClass().addAll("floating-card", "search-card");
        popup.getContent().setAll(card);
        popup.setAutoFix(false);
        Live.refresh(this, this::show, model.hits(), model.textProperty());
        getChildren().setAll(field);
    }

    /** Gives the keys to the field, with its text selected. */
    public void focus() {
        field.requestFocus();
        field.selectAll();
    }

    private void show() {
        boolean wanted = field.isFocused() && !field.getText().isBlank();
        if (!wanted) {
            popup.hide();
            return;
        }
        boolean found = !model.hits().isEmpty();
        nothing.setText(TEXTS.get("nothing", field.getText()));
        card.getChildren().setAll(found ? list : nothing);
        list.setPrefHeight(Math.min(8, model.hits().size()) * ROW + 2);
        card.setPrefWidth(field.getWidth());
        if (found) {
            list.getSelectionModel().select(0);
            list.scrollTo(0);
        }
        Bounds place = field.localToScreen(field.getBoundsInLocal());
        wearTheme();
        if (place != null && !popup.isShowing()) {
            popup.show(field, place.getMinX(), place.getMaxY() + 4);
        }
    }

    /** A popup is a scene of its own: it takes the colours and the font of the window along. */
    private void wearTheme() {
        Parent root = getScene().getRoot();
        card.getStyleClass().removeAll("root", "dark", "light");
        card.getStyleClass().addAll(root.getStyleClass().stream().filter(c -> List.of("root", "dark", "light").contains(c)).toList());
        card.setStyle(root.getStyle());
    }

    private void onKey(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int to = Math.max(0, Math.min(model.hits().size() - 1, at + (event.getCode() == KeyCode.DOWN ? 1 : -1)));
            list.getSelectionModel().select(to);
            list.scrollTo(Math.max(0, to - 6));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            chooseSelected();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            popup.hide();
            field.clear();
            getScene().getRoot().requestFocus();
            event.consume();
        }
    }

    private void chooseSelected() {
        SearchIndex.Hit hit = list.getSelectionModel().getSelectedItem();
        if (hit != null) {
            popup.hide();
            choose.accept(hit.key());
            getScene().getRoot().requestFocus();
        }
    }

    private static final class HitCell extends ListCell<SearchIndex.Hit> {
        private final Label title = new Label();
        private final Label detail = new Label();
        private final VBox words = new VBox(title, detail);

        HitCell() {
            detail.getStyleClass().add("caption");
            words.setMinWidth(0);
            words.setPrefWidth(1);
        }

        @Override
        protected void updateItem(SearchIndex.Hit hit, boolean empty) {
            super.updateItem(hit, empty);
            setGraphic(empty ? null : words);
            if (!empty) {
                title.setText(hit.title());
                detail.setText(hit.detail());
            }
        }
    }
}
