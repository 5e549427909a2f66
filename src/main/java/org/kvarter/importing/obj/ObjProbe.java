package org.kvarter.importing.obj;

import java.util.Set;
import org.kvarter.importing.SourceHead;

/** Tells OBJ from other text by its keywords. */
final class ObjProbe {

    private static final Set<String> KEYWORDS = Set.of("v", "vt", "vn", "vp", "f", "l", "p", "o", "g", "s", "usemtl", "mtllib", "mg",
            "cstype", "deg", "curv", "surf", "parm", "end", "usemap", "maplib", "lod");
    private static final int LINES = 400;

    private ObjProbe() {
    }

    static double score(SourceHead head) {
        boolean named = head.name().endsWith(".obj");
        String text = head.text();
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            return named && text.isEmpty() ? 0.5 : 0;
        }
        int vertices = 0;
        int known = 0;
        int unknown = 0;
        String[] lines = text.split("\\R", LINES + 1);
        for (int i = 0; i < Math.min(lines.length, LINES); i++) {
            String line = lines[i].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            String keyword = line.split("\\s+", 2)[0];
            boolean isKnown = KEYWORDS.contains(keyword);
            known += isKnown ? 1 : 0;
            unknown += isKnown ? 0 : 1;
            vertices += keyword.equals("v") ? 1 : 0;
        }
        if (named) {
            return unknown > known ? 0.3 : known > 0 ? 1 : 0.5;
        }
        return vertices >= 3 && unknown == 0 ? 0.7 : 0;
    }
}
