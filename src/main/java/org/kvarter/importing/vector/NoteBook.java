package org.kvarter.importing.vector;

import java.util.HashSet;
import java.util.Set;
import org.kvarter.importing.LayerSink;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;

/** Passes diagnostics on: each once, of the remarks on single objects the first fifty, the rest as a number. Not thread-safe. */
final class NoteBook {

    private static final int SHOWN = 50;

    private final String fileName;
    private final LayerSink sink;
    private final Set<Diagnostic> seen = new HashSet<>();
    private boolean looking = true;
    private int shown;
    private long hidden;

    NoteBook(String fileName, LayerSink sink) {
        this.fileName = fileName;
        this.sink = sink;
    }

    /** From now on remarks on single objects count; before, while samples are looked at, they would come twice. */
    void startReading() {
        looking = false;
    }

    void add(Diagnostic note) {
        if (looking && !note.object().isEmpty() && note.severity() != Severity.ERROR) {
            return;
        }
        tell(note);
    }

    /** Adds a note whether samples are looked at or not. */
    void tell(Diagnostic note) {
        if (note.object().isEmpty() || note.severity() == Severity.ERROR) {
            if (seen.size() < 100_000 && seen.add(note)) {
                sink.diagnostic(note);
            }
        } else if (shown >= SHOWN) {
            hidden++;
        } else if (seen.add(note)) {
            shown++;
            sink.diagnostic(note);
        }
    }

    void add(Severity severity, String object, String sentence) {
        add(new Diagnostic(severity, fileName, object, sentence));
    }

    /** Says how many were not shown. */
    void close() {
        if (hidden > 0) {
            sink.diagnostic(new Diagnostic(Severity.WARNING, fileName, "", VectorTexts.get("notes.more", fileName, hidden)));
        }
    }
}
