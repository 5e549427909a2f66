package org.kvarter.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import org.kvarter.scene.snapshot.Picture;

/** Whether what a window says can be read. On the JavaFX thread. */
public final class Legible {

    private Legible() {
    }

    /** No text that shows is cut off, and none lies outside of the scene. */
    public static void check(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        visit(scene.getRoot(), scene);
    }

    private static void visit(Node node, Scene scene) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null && !labeled.getText().isBlank()
                && labeled.lookup(".text") instanceof Text text) {
            assertThat(text.getText()).as("not cut off: %s", labeled.getText()).isEqualTo(labeled.getText());
            var place = labeled.localToScene(labeled.getLayoutBounds());
            assertThat(place.getMaxX()).as(labeled.getText()).isLessThanOrEqualTo(scene.getWidth() + 0.5);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> visit(child, scene));
        }
    }

    /** Writes what the scene shows into the folder that the system property {@code kvarter.test.pictures} names, for people to look at; nothing without it. */
    public static void keep(Scene scene, String name) {
        String folder = System.getProperty("kvarter.test.pictures", "");
        if (folder.isEmpty()) {
            return;
        }
        WritableImage image = scene.snapshot(null);
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] argb = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        try {
            new Picture(width, height, argb).writePng(Path.of(folder).resolve(name + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
