package org.kvarter.ui.study;

import java.nio.file.Files;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.study.view.SkylineDrawing;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.sheet.Sheet;

/** The skyline as a panorama on paper, whatever the theme: it is made to be printed. */
final class SkylineView extends VBox {

    private static final Texts TEXTS = Texts.in(SkylineView.class);
    private static final double WIDTH = 1000;
    private static final double FOOT = 26;
    private static final double MOST = 420;
    private static final Color BUILDINGS = Color.web("#4A4E55");
    private static final Color LAND = Color.web("#9AA392");
    private static final Color EARLIER = Color.web("#C2571A");
    private static final List<String> WINDS = List.of("n", "ne", "e", "se", "s", "sw", "w", "nw");

    /** How much of the horizon is drawn. */
    private enum Span {
        VIEW, AROUND
    }

    private final ViewModel.Result result;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.AROUND);
    private final Canvas canvas = new Canvas(WIDTH, MOST);

    private SkylineView(ViewModel.Result result) {
        super(12);
        this.result = result;
        Segments<Span> choice = new Segments<>(List.of(Span.values()), s -> TEXTS.get("skyline." + s), s -> "skyline-" + s, span, span::set);
        choice.setMaxWidth(USE_PREF_SIZE);
        Label note = new Label(TEXTS.get(result.today().isPresent() ? "skyline.note.today" : "skyline.note"));
        note.getStyleClass().add("caption");
        note.setWrapText(true);
        getChildren().setAll(choice, canvas, note);
        Live.value(this, span, s -> draw());
    }

    static Sheet sheet(ViewModel model, StudyFiles files) {
        SkylineView view = new SkylineView(model.resultProperty().get());
        Button svg = Buttons.labelled(Feather.DOWNLOAD, TEXTS.get("skyline.save"), () -> files.save(view, TEXTS.get("skyline.file"), view.written(), "svg", "png"));
        svg.setId("skyline-save");
        return new Sheet(TEXTS.get("skyline.title"), WIDTH + 48, view).withButton(svg);
    }

    private SkylineDrawing drawing() {
        boolean around = span.get() == Span.AROUND;
        return SkylineDrawing.of(result.skyline(), result.today().orElse(null), result.eye().yaw(), around ? 360 : Math.min(360, result.eye().width()));
    }

    private void draw() {
        SkylineDrawing drawing = drawing();
        double scale = Math.min(WIDTH / drawing.span(), (MOST - FOOT) / (drawing.top() - SkylineDrawing.FOOT));
        double width = drawing.span() * scale;
        double height = (drawing.top() - SkylineDrawing.FOOT) * scale;
        canvas.setWidth(width);
        canvas.setHeight(height + FOOT);
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.setFill(Color.web("#F7F5F1"));
        pen.fillRect(0, 0, width, height + FOOT);
        fill(pen, drawing.outline(false, false), BUILDINGS, scale, height, drawing.top());
        fill(pen, drawing.outline(true, false), LAND, scale, height, drawing.top());
        if (result.today().isPresent()) {
            line(pen, drawing.outline(false, true), scale, drawing.top());
        }
        pen.setFont(javafx.scene.text.Font.font("Inter", 11));
        pen.setLineWidth(0.5);
        double every = drawing.top() > 40 ? 20 : drawing.top() > 16 ? 10 : 5;
        for (double e = 0; e < drawing.top(); e += every) {
            double y = (drawing.top() - e) * scale;
            pen.setStroke(Color.rgb(120, 124, 128, 0.6));
            pen.strokeLine(0, y, width, y);
            pen.setFill(Color.rgb(60, 64, 68));
            pen.fillText(Math.round(e) + "°", 3, y - 3);
        }
        pen.setTextAlign(TextAlignment.CENTER);
        for (double a : drawing.marks(drawing.span() > 180 ? 45 : 15)) {
            double x = (a - drawing.yaw() + drawing.span() / 2) * scale;
            pen.strokeLine(x, height, x, height + 5);
            pen.fillText(name(a), Math.max(14, Math.min(width - 14, x)), height + 19);
        }
        pen.setTextAlign(TextAlignment.LEFT);
    }

    /** A wind where there is a name for the direction, else degrees. */
    private static String name(double azimuth) {
        long degrees = Math.floorMod(Math.round(azimuth), 360L);
        return degrees % 45 == 0 ? TEXTS.get("wind." + WINDS.get((int) (degrees / 45))) : degrees + "°";
    }

    private static void fill(GraphicsContext pen, List<SkylineDrawing.Corner> corners, Color colour, double scale, double height, double top) {
        pen.setFill(colour);
        pen.beginPath();
        pen.moveTo(0, height);
        corners.forEach(c -> pen.lineTo(c.right() * scale, (top - c.elevation()) * scale));
        pen.lineTo(corners.get(corners.size() - 1).right() * scale, height);
        pen.closePath();
        pen.fill();
    }

    private static void line(GraphicsContext pen, List<SkylineDrawing.Corner> corners, double scale, double top) {
        pen.setStroke(EARLIER);
        pen.setLineWidth(1.4);
        pen.beginPath();
        pen.moveTo(0, (top - corners.get(0).elevation()) * scale);
        corners.forEach(c -> pen.lineTo(c.right() * scale, (top - c.elevation()) * scale));
        pen.stroke();
    }

    /** Takes what is drawn on the JavaFX thread; writing it may happen on another. */
    private FileWriting written() {
        String svg = drawing().svg(TEXTS.get("skyline.title"));
        WritableImage image = canvas.snapshot(null, null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        return file -> {
            if (file.getFileName().toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png")) {
                new Picture(width, height, argb).writePng(file);
            } else {
                Files.writeString(file, svg);
            }
        };
    }
}
