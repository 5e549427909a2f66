package org.kvarter.ui.sheet;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kvarter.ui.kit.Motion;

/** The layer on which sheets appear. Escape and a click beside a sheet cancel it; Tab stays within it. */
public final class Sheets extends StackPane {

    private final Motion motion;
    private final Deque<Sheet> open = new ArrayDeque<>();
    private final Deque<Node> focusBefore = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper showing = new ReadOnlyBooleanWrapper(this, "showing", false);
    private final ChangeListener<Node> keepFocus = (o, was, is) -> keepFocusInside(is);

    public Sheets(Motion motion) {
        this.motion = motion;
        setVisible(false);
        getStyleClass().add("sheets");
        addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
                open.peek().cancel();
                e.consume();
            }
        });
        sceneProperty().addListener((o, was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(keepFocus);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(keepFocus);
            }
        });
    }

    /** Whether a sheet is open, and the keys of the window rest. */
    public ReadOnlyBooleanProperty showingProperty() {
        return showing.getReadOnlyProperty();
    }

    /** Opens a sheet over those that are open. */
    public void show(Sheet sheet) {
        Scene scene = getScene();
        focusBefore.push(scene == null || scene.getFocusOwner() == null ? this : scene.getFocusOwner());
        open.push(sheet);
        Region scrim = new Region();
        scrim.getStyleClass().add("scrim");
        scrim.setOnMouseClicked(e -> sheet.cancel());
        StackPane holder = new StackPane(scrim, sheet);
        holder.setUserData(sheet);
        getChildren().add(holder);
        setVisible(true);
        showing.set(true);
        sheet.onClose(() -> close(sheet));
        motion.enter(sheet);
        sheet.focusFirst();
    }

    /** Cancels all sheets, as before the window's content is made anew. */
    public void cancelAll() {
        while (!open.isEmpty()) {
            open.peek().cancel();
        }
    }

    private void close(Sheet sheet) {
        if (!open.remove(sheet)) {
            return;
        }
        getChildren().removeIf(n -> n.getUserData() == sheet);
        setVisible(!open.isEmpty());
        showing.set(!open.isEmpty());
        Node before = focusBefore.pop();
        if (before.getScene() != null) {
            before.requestFocus();
        }
    }

    private void keepFocusInside(Node owner) {
        if (open.isEmpty() || owner == null) {
            return;
        }
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node == open.peek()) {
                return;
            }
        }
        open.peek().focusFirst();
    }
}
