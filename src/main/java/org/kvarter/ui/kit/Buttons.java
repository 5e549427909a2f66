package org.kvarter.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.ui.action.UiAction;

/** Buttons in the few forms the window uses. */
public final class Buttons {

    private Buttons() {
    }

    /** A flat square button with an icon; {@code text} is its tooltip and accessible name. */
    public static Button icon(Feather icon, String text, Runnable run) {
        Button button = new Button(null, Icons.of(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setOnAction(e -> run.run());
        return named(button, text, text);
    }

    /** A flat icon button for an action: a toggle where the action switches. */
    public static ButtonBase icon(UiAction action) {
        ButtonBase button;
        if (action.selected() == null) {
            button = new Button(null, Icons.of(action.icon()));
            button.setOnAction(e -> action.fire());
        } else {
            ToggleButton toggle = new ToggleButton(null, Icons.of(action.icon()));
            toggle.setSelected(action.selected().get());
            action.selected().addListener((o, was, is) -> toggle.setSelected(is));
            toggle.setOnAction(e -> {
                action.fire();
                toggle.setSelected(action.selected().get());
            });
            button = toggle;
        }
        button.getStyleClass().addAll("flat", "icon-button");
        button.setDisable(!action.enabled().get());
        action.enabled().addListener((o, was, is) -> button.setDisable(!is));
        button.setId("action-" + action.id());
        return named(button, action.title(), action.tooltip());
    }

    /** A button with icon and words. */
    public static Button labelled(Feather icon, String text, Runnable run) {
        Button button = new Button(text, icon == null ? null : Icons.of(icon));
        button.setOnAction(e -> run.run());
        button.setAccessibleText(text);
        return button;
    }

    /** A button with icon and words that stands out as the one to press. */
    public static Button primary(Feather icon, String text, Runnable run) {
        Button button = labelled(icon, text, run);
        button.getStyleClass().add("accent");
        return button;
    }

    /** Gives a control an accessible name and a tooltip. */
    public static <B extends javafx.scene.control.Control> B named(B control, String name, String tooltip) {
        control.setAccessibleText(name);
        Tooltip tip = new Tooltip(tooltip);
        tip.setShowDelay(Duration.millis(400));
        control.setTooltip(tip);
        return control;
    }
}
