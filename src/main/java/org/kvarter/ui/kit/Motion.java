package org.kvarter.ui.kit;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.animation.ParallelTransition;
import javafx.animation.TranslateTransition;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.util.Duration;

/**
 * Panels come and go in 200 ms, easing out; at once where motion is reduced.
 *
 * @param reduced whether motion is reduced
 */
public record Motion(ObservableBooleanValue reduced) {

    private static final Duration TIME = Duration.millis(200);
    private static final double WAY = 8;

    /** Lets a node appear, rising a little. */
    public void enter(Node node) {
        node.setVisible(true);
        node.setManaged(true);
        if (reduced.get()) {
            node.setOpacity(1);
            node.setTranslateY(0);
            return;
        }
        move(node, 0, 1, WAY, 0, () -> { });
    }

    /** Lets a node disappear and then runs {@code after}. */
    public void leave(Node node, Runnable after) {
        if (reduced.get()) {
            after.run();
            return;
        }
        move(node, 1, 0, 0, WAY, after);
    }

    /** Hides a node where it stands. */
    public void hide(Node node) {
        leave(node, () -> {
            node.setVisible(false);
            node.setManaged(false);
        });
    }

    private static void move(Node node, double fromOpacity, double toOpacity, double fromY, double toY, Runnable after) {
        FadeTransition fade = new FadeTransition(TIME, node);
        fade.setFromValue(fromOpacity);
        fade.setToValue(toOpacity);
        fade.setInterpolator(Interpolator.EASE_OUT);
        TranslateTransition slide = new TranslateTransition(TIME, node);
        slide.setFromY(fromY);
        slide.setToY(toY);
        slide.setInterpolator(Interpolator.EASE_OUT);
        ParallelTransition both = new ParallelTransition(fade, slide);
        both.setOnFinished(e -> after.run());
        both.play();
    }
}
