package org.kvarter.importing.pipeline;

import java.nio.file.Files;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.UnsupportedFormats;
import org.kvarter.importing.UnsupportedFormats;
import org.kvarter.text.Texts;

/** Why no importer takes a file, in one sentence. */
final class Refusal {

    private Refusal() {
    }

    /** Whether a file is never read for itself, whatever importer would take it: a shapefile's index has the head of the shapefile. */
    static boolean isPartOfAnother(SourceHead head) {
        return head.name().endsWith(".shx");
    }

    static String of(SourceHead head) {
        String name = head.file().getFileName().toString();
        Texts texts = Texts.in(Refusal.class);
        boolean empty = head.bytes().length == 0 && !Files.isDirectory(head.file());
        return empty ? texts.get("file.empty", name)
                : UnsupportedFormats.recognise(head).orElseGet(() -> texts.get("file.unsupported", name));
    }
}
