package org.kvarter.importing.pipeline;

import org.kvarter.importing.SourceHead;
import org.kvarter.text.Texts;

/** Why no importer takes a file, in one sentence. */
final class Refusal {

    private Refusal() {
    }

    static String of(SourceHead head) {
        String name = head.file().getFileName().toString();
        Texts texts = Texts.in(Refusal.class);
        if (java.nio.file.Files.isDirectory(head.file())) {
            return texts.get("file.folder", name);
        }
        return texts.get(head.bytes().length == 0 ? "file.empty" : "file.unsupported", name);
    }
}
