package org.kvarter.ui.picture;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Ellipse;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import org.kvarter.scene.label.ScaleSteps;
import org.kvarter.scene.snapshot.Overprint;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.shell.Theme;

/**
 * Title, north arrow and scale bar over a picture. The arrow lies on the ground as the middle of the picture shows it, and what is looked
 * towards stands beside it; a bar of a picture that is no plan says that it holds in the middle. JavaFX thread only.
 */
public final class FurniturePrint {

    private static final Texts TEXTS = Texts.in(FurniturePrint.class);
    private static final double MARGIN = 24;
    private static final double RADIUS = 26;
    private static final double LONGEST = 180;
    /** A rose seen more from the side than this could not be read: it is opened up, as on a tilted card. */
    private static final double FLATTEST = 0.3;
    private static final List<String> WINDS = List.of("n", "ne", "e", "se", "s", "sw", "w", "nw");

    private FurniturePrint() {
    }

    /** Draws what is wanted into a picture. */
    public static void onto(Picture picture, Lens lens, Furniture wanted, boolean dark) {
        if (wanted.isNone()) {
            return;
        }
        double scale = Overprint.scale(picture);
        StackPane page = new StackPane();
        page.setPadding(new Insets(MARGIN));
        if (!wanted.title().isBlank()) {
            Label title = new Label(wanted.title());
            title.getStyleClass().addAll("floating-card", "picture-title");
            title.setWrapText(true);
            StackPane.setAlignment(title, Pos.TOP_LEFT);
            page.getChildren().add(title);
        }
        HBox corner = corner(picture.height() / scale, lens, wanted);
        if (!corner.getChildren().isEmpty()) {
            StackPane.setAlignment(corner, Pos.BOTTOM_RIGHT);
            page.getChildren().add(corner);
        }
        Scene scene = new Scene(page, picture.width() / scale, picture.height() / scale);
        Theme.apply(scene, dark);
        page.setStyle(page.getStyle() + "-fx-background-color: transparent;");
        page.applyCss();
        // As wide as its words, and no wider than leaves room beside it.
        page.getChildren().stream().filter(Label.class::isInstance).map(Label.class::cast)
                .forEach(title -> title.setMaxWidth(Math.min(0.6 * picture.width() / scale, Math.ceil(title.prefWidth(-1)))));
        page.layout();
        Overprint.lay(page, picture);
    }

    private static HBox corner(double height, Lens lens, Furniture wanted) {
        HBox corner = new HBox(20);
        corner.getStyleClass().addAll("floating-card", "picture-furniture");
        corner.setAlignment(Pos.BOTTOM_RIGHT);
        corner.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
        double perPixel = lens.metresPerPixel(height);
        if (wanted.scaleBar() && perPixel > 0) {
            corner.getChildren().add(bar(perPixel, lens.isPlan()));
        }
        if (wanted.north()) {
            corner.getChildren().add(rose(lens));
        }
        return corner;
    }

    /** A bar of a round length. */
    private static Node bar(double perPixel, boolean plan) {
        double metres = ScaleSteps.roundLength(perPixel * LONGEST);
        double pixels = metres / perPixel;
        Polyline line = new Polyline(0, 0, 0, 8, pixels, 8, pixels, 0);
        line.getStyleClass().add("picture-line");
        Label length = new Label(metres >= 1000 ? Numbers.with(Numbers.three(metres / 1000), "km") : Numbers.with(Numbers.three(metres), "m"));
        length.getStyleClass().add("picture-figure");
        VBox box = new VBox(2, length, line);
        box.setAlignment(Pos.BOTTOM_CENTER);
        if (!plan) {
            Label where = new Label(TEXTS.get("furniture.middle"));
            where.getStyleClass().add("caption");
            box.getChildren().add(where);
        }
        return box;
    }

    /** A compass card lying on the ground. */
    private static Node rose(Lens lens) {
        double flat = Math.max(FLATTEST, Math.abs(Math.sin(Math.toRadians(lens.pitch()))));
        Ellipse disc = new Ellipse(RADIUS, RADIUS * flat);
        disc.getStyleClass().add("picture-disc");
        double[] tip = at(lens, 0, 0.92, flat);
        double[] right = at(lens, 140, 0.5, flat);
        double[] notch = at(lens, 180, 0.2, flat);
        double[] left = at(lens, 220, 0.5, flat);
        Polygon needle = new Polygon(tip[0], tip[1], right[0], right[1], notch[0], notch[1], left[0], left[1]);
        needle.getStyleClass().add("picture-needle");
        Label n = new Label(TEXTS.get("furniture.n"));
        n.getStyleClass().add("picture-figure");
        double[] letter = at(lens, 0, 1.42, Math.max(flat, 0.6));
        n.relocate(letter[0] - 6, letter[1] - 10);
        n.resize(14, 20);
        n.setManaged(false);
        Group card = new Group(disc, needle, n);
        VBox box = new VBox(4, card);
        box.setAlignment(Pos.BOTTOM_CENTER);
        if (!lens.isPlan()) {
            int wind = (int) Math.floorMod(Math.round(lens.yaw() / 45), 8L);
            Label towards = new Label(TEXTS.get("furniture.towards", TEXTS.get("wind." + WINDS.get(wind)), Math.round(Math.floorMod((long) lens.yaw(), 360L))));
            towards.getStyleClass().add("caption");
            box.getChildren().add(towards);
        }
        return box;
    }

    /** A place on the card. @param azimuth degrees from north @param share of its radius */
    private static double[] at(Lens lens, double azimuth, double share, double flat) {
        double turn = Math.toRadians(azimuth - lens.yaw());
        return new double[] {RADIUS * share * Math.sin(turn), -RADIUS * share * flat * Math.cos(turn)};
    }
}
