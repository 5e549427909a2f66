package org.kvarter.ui.present;

import java.util.Map;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What a presenter does by key or clicker. Clickers send page keys; some send a full stop for black. */
enum PresentCommand {
    NEXT, PREVIOUS, FIRST, LAST, BLACK, BACK, PLAY, PRESENTER, END,
    /** The camera is moved by keys: the key goes on to the twin. */
    EXPLORE;

    private static final Map<KeyCode, PresentCommand> KEYS = Map.ofEntries(
            Map.entry(KeyCode.PAGE_DOWN, NEXT), Map.entry(KeyCode.RIGHT, NEXT), Map.entry(KeyCode.DOWN, NEXT), Map.entry(KeyCode.ENTER, NEXT),
            Map.entry(KeyCode.PAGE_UP, PREVIOUS), Map.entry(KeyCode.LEFT, PREVIOUS), Map.entry(KeyCode.UP, PREVIOUS),
            Map.entry(KeyCode.BACK_SPACE, PREVIOUS), Map.entry(KeyCode.HOME, FIRST), Map.entry(KeyCode.END, LAST),
            Map.entry(KeyCode.B, BLACK), Map.entry(KeyCode.PERIOD, BLACK), Map.entry(KeyCode.R, BACK), Map.entry(KeyCode.SPACE, PLAY),
            Map.entry(KeyCode.P, PRESENTER), Map.entry(KeyCode.ESCAPE, END), Map.entry(KeyCode.W, EXPLORE), Map.entry(KeyCode.A, EXPLORE),
            Map.entry(KeyCode.S, EXPLORE), Map.entry(KeyCode.D, EXPLORE), Map.entry(KeyCode.Q, EXPLORE), Map.entry(KeyCode.E, EXPLORE));

    /** What a key press asks for; nothing with a modifier. */
    static Optional<PresentCommand> of(KeyEvent event) {
        return event.isShortcutDown() || event.isAltDown() ? Optional.empty() : of(event.getCode());
    }

    static Optional<PresentCommand> of(KeyCode code) {
        return Optional.ofNullable(KEYS.get(code));
    }
}
