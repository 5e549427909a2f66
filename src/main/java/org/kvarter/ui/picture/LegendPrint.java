package org.kvarter.ui.picture;

import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.kvarter.scene.snapshot.Overprint;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.ui.overlays.LegendView;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.shell.Theme;

/** The window's legend in the lower left corner of a picture. JavaFX thread only. */
public final class LegendPrint {

    private static final double MARGIN = 24;

    private LegendPrint() {
    }

    /** Draws the legend of what is painted into a picture; nothing where no overlay is shown. */
    public static void onto(Picture picture, Painted painted, boolean dark) {
        if (painted.legend().isEmpty()) {
            return;
        }
        double scale = Overprint.scale(picture);
        StackPane page = new StackPane(new LegendView(new ReadOnlyObjectWrapper<>(painted)));
        page.setAlignment(Pos.BOTTOM_LEFT);
        page.setPadding(new Insets(MARGIN));
        Scene scene = new Scene(page, picture.width() / scale, picture.height() / scale);
        Theme.apply(scene, dark);
        page.setStyle(page.getStyle() + "-fx-background-color: transparent;");
        page.applyCss();
        page.layout();
        Overprint.lay(page, picture);
    }
}
