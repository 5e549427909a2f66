package org.kvarter.ui.services;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.remote.service.Offer;
import org.kvarter.ui.kit.Icons;

/** An offer as an icon of what becomes of it, its title and a line about it. */
final class OfferCell extends ListCell<Offer> {

    @Override
    protected void updateItem(Offer offer, boolean empty) {
        super.updateItem(offer, empty);
        setText(null);
        if (empty || offer == null) {
            setGraphic(null);
            return;
        }
        Feather icon = offer instanceof Offer.Layer layer ? layer.query().isPicture() ? Feather.IMAGE : Feather.LAYERS : Feather.RADIO;
        Label title = new Label(offer.title());
        Label detail = new Label(offer.detail());
        detail.getStyleClass().add("caption");
        HBox row = new HBox(10, Icons.of(icon), offer.detail().isBlank() ? title : new VBox(title, detail));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMaxWidth(USE_PREF_SIZE);
        setGraphic(row);
        setAccessibleText(offer.title() + ", " + offer.detail());
    }
}
