package org.kvarter.ui.sheet;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;

/** A card with a title, content and a row of buttons; see {@link Sheets}. */
public final class Sheet extends VBox {

    private static final Texts TEXTS = Texts.in(Sheet.class);

    private final HBox buttons = new HBox();
    private final Node content;
    private Runnable onCancel = () -> { };
    private Runnable onClose = () -> { };

    /**
     * @param width   width of the card, pixels
     * @param content what it shows; give it a {@link ScrollPane} where it may be long
     */
    public Sheet(String title, double width, Node content) {
        this.content = content;
        getStyleClass().add("sheet");
        setMaxSize(width, USE_PREF_SIZE);
        setPrefWidth(width);
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        heading.setWrapText(true);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(heading, gap, Buttons.icon(Feather.X, TEXTS.get("close"), this::cancel));
        header.setAlignment(Pos.CENTER_LEFT);
        header.getStyleClass().add("sheet-header");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getStyleClass().add("sheet-buttons");
        VBox body = new VBox(content);
        body.getStyleClass().add("sheet-body");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().setAll(header, body);
        setAccessibleText(title);
        setFocusTraversable(true);
    }

    /** Adds a button that cancels. */
    public Sheet withCancel(String text) {
        Button button = new Button(text);
        button.setOnAction(e -> cancel());
        button.setCancelButton(true);
        return withButton(button);
    }

    /** Adds a button that closes the sheet and then runs {@code run}; Enter presses it. */
    public Sheet withDefault(String text, Runnable run) {
        Button button = Buttons.primary(null, text, () -> {
            close();
            run.run();
        });
        button.setDefaultButton(true);
        return withButton(button);
    }

    /** Adds a button to the row at the foot. */
    public Sheet withButton(Node button) {
        if (buttons.getChildren().isEmpty()) {
            getChildren().add(buttons);
        }
        buttons.getChildren().add(button);
        return this;
    }

    /** What happens when the person does not want it. */
    public Sheet onCancel(Runnable run) {
        onCancel = run;
        return this;
    }

    void onClose(Runnable run) {
        onClose = run;
    }

    /** Closes the sheet. */
    public void close() {
        onClose.run();
    }

    /** Closes the sheet as not wanted. */
    public void cancel() {
        close();
        onCancel.run();
    }

    void focusFirst() {
        Optional<Node> first = firstFocusable(content);
        if (first.isPresent()) {
            first.get().requestFocus();
        } else {
            buttons.getChildren().stream().filter(Node::isFocusTraversable).reduce((a, b) -> b).ifPresentOrElse(Node::requestFocus,
                    this::requestFocus);
        }
        first.filter(TextInputControl.class::isInstance).ifPresent(n -> ((TextInputControl) n).selectAll());
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof ScrollPane scroll && scroll.getContent() != null) {
            return firstFocusable(scroll.getContent());
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream().map(Sheet::firstFocusable).flatMap(Optional::stream).findFirst();
        }
        return Optional.empty();
    }
}
