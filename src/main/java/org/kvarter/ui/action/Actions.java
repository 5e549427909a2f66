package org.kvarter.ui.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.kordamp.ikonli.feather.Feather;

/** All actions of the window, by id, in the order of the menu. */
public final class Actions {

    /** Always possible. */
    public static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final Map<String, UiAction> byId = new LinkedHashMap<>();

    /** Adds an action that does something. */
    public void add(String id, ActionGroup group, Feather icon, String keys, ObservableBooleanValue enabled, Runnable run) {
        add(id, group, icon, keys, enabled, null, run);
    }

    /**
     * Adds an action.
     *
     * @param keys     combinations as {@link KeyCombination#valueOf} reads them, separated by spaces; may be empty
     * @param selected whether it is on; {@code null} for one that does not switch
     */
    public void add(String id, ActionGroup group, Feather icon, String keys, ObservableBooleanValue enabled,
                    ObservableBooleanValue selected, Runnable run) {
        List<KeyCombination> combinations = keys.isBlank() ? List.of()
                : Arrays.stream(keys.trim().split(" ")).map(KeyCombination::valueOf).toList();
        if (byId.put(id, new UiAction(id, group, icon, combinations, enabled, selected, run)) != null) {
            throw new IllegalArgumentException("two actions named " + id);
        }
    }

    /** The action of that id. */
    public UiAction get(String id) {
        UiAction action = byId.get(id);
        if (action == null) {
            throw new IllegalArgumentException("no action named " + id);
        }
        return action;
    }

    /** All of a group, in order. */
    public List<UiAction> of(ActionGroup group) {
        return byId.values().stream().filter(a -> a.group() == group).toList();
    }

    /** All actions in order. */
    public List<UiAction> all() {
        return new ArrayList<>(byId.values());
    }

    /**
     * The action a key press asks for.
     *
     * @param typing whether a text field has the keys: then only combinations with a modifier or function keys count
     */
    public Optional<UiAction> on(KeyEvent event, boolean typing) {
        return byId.values().stream()
                .filter(a -> a.keys().stream().anyMatch(k -> k.match(event)))
                .filter(a -> !typing || event.isShortcutDown() || event.isAltDown() || event.getCode().isFunctionKey())
                .findFirst();
    }
}
