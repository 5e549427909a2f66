package org.kvarter.ui.shell;

import java.nio.file.Path;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** What the window and its project are called. */
final class WindowTitle {

    private static final Texts TEXTS = Texts.in(WindowTitle.class);

    private WindowTitle() {
    }

    /** Name of the project: the district's own, else its file's, else "Untitled"; empty while nothing is open. */
    static String name(Session session) {
        String name = session.district().name();
        if (!name.isBlank()) {
            return name;
        }
        Path file = session.projectFileProperty().get();
        if (file != null) {
            return file.getFileName().toString();
        }
        return session.district().layers().isEmpty() ? "" : TEXTS.get("untitled");
    }

    /** Title of the window, with a mark while there is something to save. */
    static String of(Session session) {
        String name = name(session);
        String mark = session.undo().dirtyProperty().get() ? "• " : "";
        return name.isEmpty() ? "Kvarter" : mark + name + " – Kvarter";
    }
}
