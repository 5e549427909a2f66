package org.kvarter.importing.cityjson;

import org.kvarter.importing.SourceHead;

/** Tells a sequence (one JSON object per line) from one document. */
final class Sequences {

    private Sequences() {
    }

    /**
     * Whether to read line by line: the second line starts another object, or the name says so and the first line does not contradict.
     * UTF-16 has line ends that bytes do not show and is read as documents after each other.
     */
    static boolean isSequence(SourceHead head) {
        byte[] bytes = head.bytes();
        boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || (bytes[0] & 0xFF) >= 0xFE);
        if (wide) {
            return false;
        }
        String text = Probe.text(head);
        String name = head.name();
        boolean named = name.endsWith(".jsonl") || name.endsWith(".jsonl.gz");
        int end = text.indexOf('\n');
        if (end < 0) {
            return named;
        }
        String first = text.substring(0, end).trim();
        boolean complete = first.startsWith("{") && first.endsWith("}");
        return complete && (named || text.substring(end).trim().startsWith("{"));
    }
}
