package org.kvarter.importing.ifc.content;

import java.util.LinkedHashSet;
import java.util.Set;
import org.kvarter.importing.ifc.step.StepFile;
import org.kvarter.importing.ifc.step.StepRow;

/** Classification references of objects as people write them: {@code 342 Innenwände}. Immutable. */
public final class Classifications {

    private final StepFile file;
    private final Relations relations;

    /** Of the objects of a file. */
    public Classifications(StepFile file, Relations relations) {
        this.file = file;
        this.relations = relations;
    }

    /** An object's references and those of its type, joined by {@code ; }; {@code ""} for none. */
    public String of(int object) {
        Set<String> all = new LinkedHashSet<>();
        for (int reference : relations.classifications(object)) {
            all.add(text(reference));
        }
        for (int reference : relations.classifications(relations.type(object))) {
            all.add(text(reference));
        }
        all.remove("");
        return String.join("; ", all);
    }

    private String text(int reference) {
        StepRow row = file.row(reference);
        return switch (row.type()) {
            case "IFCCLASSIFICATIONREFERENCE" -> (row.text(1) + " " + row.text(2)).strip();
            case "IFCCLASSIFICATION" -> row.text(3);
            case "IFCCLASSIFICATIONNOTATION" -> file.row(row.refs(0).length == 0 ? -1 : row.refs(0)[0]).text(0);
            default -> "";
        };
    }
}
