package org.kvarter.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import org.kvarter.ui.action.Actions;

/** What comes to the window as a whole: keys that run actions, and files that are dropped. JavaFX thread only. */
final class WindowInput {

    private static final PseudoClass DROP = PseudoClass.getPseudoClass("drop");

    private final Scene scene;
    private final Parent root;
    private final Actions actions;
    private final BooleanSupplier resting;

    /** @param resting whether the window's keys rest, as under a sheet */
    WindowInput(Scene scene, Parent root, Actions actions, BooleanSupplier resting) {
        this.scene = scene;
        this.root = root;
        this.actions = actions;
        this.resting = resting;
    }

    /** @param open takes files that are dropped */
    void listen(Consumer<List<Path>> open) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
        scene.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
            e.consume();
        });
        scene.setOnDragEntered(e -> root.pseudoClassStateChanged(DROP, e.getDragboard().hasFiles()));
        scene.setOnDragExited(e -> root.pseudoClassStateChanged(DROP, false));
        scene.setOnDragDropped(e -> dropped(e, open));
    }

    private static void dropped(DragEvent event, Consumer<List<Path>> open) {
        boolean files = event.getDragboard().hasFiles();
        if (files) {
            open.accept(event.getDragboard().getFiles().stream().map(File::toPath).toList());
        }
        event.setDropCompleted(files);
        event.consume();
    }

    private void onKey(KeyEvent event) {
        if (resting.getAsBoolean()) {
            return;
        }
        if (event.getCode() == KeyCode.F10) {
            ((ButtonBase) root.lookup("#menu")).fire();
            event.consume();
            return;
        }
        Node owner = scene.getFocusOwner();
        boolean typing = owner instanceof TextInputControl || owner instanceof ComboBoxBase<?>;
        boolean pressing = owner instanceof ButtonBase && event.getCode() == KeyCode.SPACE;
        if (!pressing) {
            actions.on(event, typing).filter(a -> a.enabled().get()).ifPresent(action -> {
                action.fire();
                event.consume();
            });
        }
    }
}
