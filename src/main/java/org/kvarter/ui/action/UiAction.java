package org.kvarter.ui.action;

import java.util.List;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.text.Texts;

/**
 * Something a person can do.
 *
 * @param id       distinct; also its key in the text bundle
 * @param group    what it is about
 * @param icon     its picture
 * @param keys     what runs it on the keyboard, the first one shown; may be empty
 * @param enabled  whether it can be done now
 * @param selected whether it is on, for one that switches; {@code null} for one that does
 * @param run      does it
 */
public record UiAction(String id, ActionGroup group, Feather icon, List<KeyCombination> keys, ObservableBooleanValue enabled,
                       ObservableBooleanValue selected, Runnable run) {

    private static final Texts TEXTS = Texts.in(UiAction.class);

    public UiAction {
        keys = List.copyOf(keys);
    }

    /** Its name in the display language. */
    public String title() {
        return TEXTS.get(id);
    }

    /** The first key, as people write it; empty where it has none. */
    public String keyText() {
        return keys.isEmpty() ? "" : keys.get(0).getDisplayText();
    }

    /** Name and key, for a tooltip. */
    public String tooltip() {
        return keys.isEmpty() ? title() : title() + "  " + keyText();
    }

    /** Does it where it can be done. */
    public void fire() {
        if (enabled.get()) {
            run.run();
        }
    }
}
