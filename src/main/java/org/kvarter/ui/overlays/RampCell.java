package org.kvarter.ui.overlays;

import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kvarter.overlay.Ramp;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Colors;

/** A ramp in a list: its colours and its name. */
final class RampCell extends ListCell<Ramp> {

    private static final Texts TEXTS = Texts.in(RampCell.class);

    private final Region bar = new Region();
    private final Label name = new Label();
    private final HBox row = new HBox(8, bar, name);

    RampCell() {
        bar.setPrefSize(96, 12);
        bar.setMinSize(96, 12);
        bar.setMaxHeight(12);
        row.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(Ramp ramp, boolean empty) {
        super.updateItem(ramp, empty);
        setText(null);
        setGraphic(empty || ramp == null ? null : row);
        if (!empty && ramp != null) {
            bar.setStyle(background(ramp, false) + " -fx-background-radius: 3;");
            name.setText(TEXTS.get("ramp." + ramp.id()));
        }
    }

    /** The colours as a background: blended, or side by side for kinds without an order. */
    static String background(Ramp ramp, boolean reversed) {
        StringBuilder css = new StringBuilder("-fx-background-color: linear-gradient(to right");
        int n = ramp.stops().length;
        for (int i = 0; i < n; i++) {
            String color = Colors.css(ramp.stops()[reversed ? n - 1 - i : i]);
            if (ramp.kind() == Ramp.Kind.CATEGORICAL) {
                css.append(", ").append(color).append(' ').append(100 * i / n).append("%, ").append(color).append(' ').append(100 * (i + 1) / n)
                        .append('%');
            } else {
                css.append(", ").append(color);
            }
        }
        return css.append(");").toString();
    }
}
