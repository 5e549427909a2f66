package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/** Keeps the first diagnostics of a file and counts the rest. Thread-safe. */
final class BoundedDiagnostics {

    /** Kept per file. */
    static final int MOST = 200;

    private final String source;
    private final List<Diagnostic> kept = new ArrayList<>();
    private long more;

    BoundedDiagnostics(String source) {
        this.source = source;
    }

    synchronized void add(Diagnostic diagnostic) {
        if (kept.size() < MOST) {
            kept.add(diagnostic);
        } else {
            more++;
        }
    }

    /** What was kept, and one line on how many more there were. */
    synchronized List<Diagnostic> all() {
        List<Diagnostic> all = new ArrayList<>(kept);
        if (more > 0) {
            all.add(new Diagnostic(Severity.INFO, source, "", Texts.in(BoundedDiagnostics.class).get("diagnostics.more", more)));
        }
        return all;
    }
}
