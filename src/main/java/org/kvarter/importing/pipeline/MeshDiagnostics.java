package org.kvarter.importing.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.mesh.MeshIssues;
import org.kvarter.mesh.MeshIssues.Issue;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;

/** What the mesher left out or put right, as sentences: the first few by object, then a count. */
final class MeshDiagnostics {

    private static final int NAMED = 3;

    private MeshDiagnostics() {
    }

    static List<Diagnostic> of(MeshIssues issues, String source, String[] ids) {
        List<Diagnostic> all = new ArrayList<>();
        Texts texts = Texts.in(MeshDiagnostics.class);
        for (Issue issue : Issue.values()) {
            long count = issues.count(issue);
            if (count == 0) {
                continue;
            }
            String key = "mesh." + issue.name().toLowerCase(Locale.ROOT);
            Severity severity = isRepair(issue) ? Severity.INFO : Severity.WARNING;
            int[] rows = issues.examples(issue);
            int named = Math.min(NAMED, rows.length);
            for (int i = 0; i < named; i++) {
                String id = rows[i] < ids.length && ids[rows[i]] != null ? ids[rows[i]] : "";
                all.add(new Diagnostic(severity, source, id, texts.get(key)));
            }
            if (count > named) {
                all.add(new Diagnostic(severity, source, "", texts.get("mesh.count", texts.get(key), count)));
            }
        }
        return all;
    }

    static boolean isRepair(Issue issue) {
        return issue == Issue.TURNED || issue == Issue.CROSSES_ITSELF;
    }

    static long leftOut(MeshIssues issues) {
        return issues.count(Issue.NOT_FINITE) + issues.count(Issue.NO_AREA) + issues.count(Issue.TOO_LARGE);
    }

    static long repaired(MeshIssues issues) {
        return issues.count(Issue.TURNED) + issues.count(Issue.CROSSES_ITSELF);
    }
}
