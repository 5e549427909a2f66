package org.kvarter.ui.notice;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.kvarter.model.Severity;

/** The messages on screen, oldest first; at most four, of which errors stay longest. JavaFX thread only. */
public final class Notices {

    private static final int LIMIT = 4;

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();

    /** What is on screen. */
    public ObservableList<Notice> shown() {
        return shown;
    }

    /** Shows something that has been done. */
    public void info(String message) {
        show(new Notice(Severity.INFO, message, "", () -> { }));
    }

    /** Shows something that went partly wrong. */
    public void warn(String message) {
        show(new Notice(Severity.WARNING, message, "", () -> { }));
    }

    /** Shows something that failed. */
    public void error(String message) {
        show(new Notice(Severity.ERROR, message, "", () -> { }));
    }

    /** Shows a message; one that is on screen already comes to the front instead of appearing twice. */
    public void show(Notice notice) {
        shown.removeIf(n -> n.severity() == notice.severity() && n.message().equals(notice.message()));
        if (shown.size() >= LIMIT) {
            shown.stream().filter(n -> n.severity() != Severity.ERROR).findFirst()
                    .ifPresentOrElse(shown::remove, () -> shown.remove(0));
        }
        shown.add(notice);
    }

    /** Puts a message away. */
    public void dismiss(Notice notice) {
        shown.remove(notice);
    }
}
