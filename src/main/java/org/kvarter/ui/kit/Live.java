package org.kvarter.ui.kit;

import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;

/**
 * Ties observers to the time a node stands in a window, so that a panel that was put away is neither updated nor kept alive by what
 * it watched.
 */
public final class Live {

    private Live() {
    }

    /** Gives {@code consumer} the value now, and each new one while {@code node} is in a window. */
    public static <T> void value(Node node, ObservableValue<T> value, Consumer<? super T> consumer) {
        value.when(node.sceneProperty().map(scene -> true).orElse(false)).subscribe(consumer::accept);
    }

    /**
     * Runs {@code refresh} when {@code node} comes into a window, and at most once per frame after any of {@code sources} changed
     * while it is there.
     */
    public static void refresh(Node node, Runnable refresh, Observable... sources) {
        OncePerFrame once = new OncePerFrame(node, refresh);
        InvalidationListener listener = source -> {
            if (source instanceof ObservableValue<?> value) {
                value.getValue(); // a value that nobody reads tells of its first change only
            }
            once.request();
        };
        node.sceneProperty().addListener((o, was, is) -> {
            for (Observable source : sources) {
                source.removeListener(listener);
                if (is != null) {
                    source.addListener(listener);
                }
            }
            if (is != null) {
                once.request();
            }
        });
    }

    /** Joins the requests of one frame into one run before its layout. */
    private static final class OncePerFrame implements Runnable {

        private final Node node;
        private final Runnable refresh;
        private Scene scheduled;

        OncePerFrame(Node node, Runnable refresh) {
            this.node = node;
            this.refresh = refresh;
        }

        void request() {
            Scene now = node.getScene();
            if (now != null && now != scheduled) {
                if (scheduled != null) {
                    scheduled.removePreLayoutPulseListener(this); // of a window left meanwhile, which may have no frame any more
                }
                scheduled = now;
                scheduled.addPreLayoutPulseListener(this);
                Platform.requestNextPulse();
            }
        }

        @Override
        public void run() {
            scheduled.removePreLayoutPulseListener(this);
            scheduled = null;
            if (node.getScene() != null) {
                refresh.run();
            }
        }
    }
}
