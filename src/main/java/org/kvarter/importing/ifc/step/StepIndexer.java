package org.kvarter.importing.ifc.step;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;

/**
 * Makes the index of a STEP file in one pass. Damage costs only the instance it is in: a new instance at the start of a line ends one
 * that has no end. Not thread-safe.
 */
public final class StepIndexer {

    private static final int HEAD = 1 << 16;
    private static final int BYTES_PER_REPORT = 1 << 22;
    private static final Pattern SCHEMA = Pattern.compile("FILE_SCHEMA\\s*\\(\\s*\\(\\s*'([^']{1,60})'", Pattern.CASE_INSENSITIVE);
    private static final Pattern APPLICATION = Pattern.compile("\\bIFCAPPLICATION\\s*\\([^,]{1,20},\\s*'([^']{0,40})'\\s*,\\s*'([^']{1,80})'");

    private final byte[] bytes;
    private final IntList ids;
    private final IntList offsets;
    private final IntList types;
    private final TypeNames names = new TypeNames();
    private final Runnable report;
    private int at;
    private int broken;
    private int firstLost;
    private int complex;
    private boolean truncated;

    private StepIndexer(byte[] bytes, MemoryBudget budget, Runnable report) {
        this.bytes = bytes;
        this.report = report;
        ids = new IntList(budget);
        offsets = new IntList(budget);
        types = new IntList(budget);
    }

    /**
     * Indexes a file.
     *
     * @param bytes  the file; kept, not copied
     * @param report called every few megabytes; may throw to cancel
     * @throws StepFormatException            where the bytes are no STEP file with data
     * @throws MemoryBudget.ExceededException where the index does not fit
     */
    public static StepFile index(byte[] bytes, MemoryBudget budget, Runnable report) throws StepFormatException {
        return new StepIndexer(bytes, budget, report).run();
    }

    private StepFile run() throws StepFormatException {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        if (!head.contains("ISO-10303-21")) {
            throw new StepFormatException("no ISO-10303-21 line");
        }
        Matcher schema = SCHEMA.matcher(head);
        Matcher application = APPLICATION.matcher(head);
        StepHeader header = new StepHeader(schema.find() ? schema.group(1).toUpperCase(Locale.ROOT) : "",
                application.find() ? (application.group(2) + " " + application.group(1)).strip() : "");
        at = dataStart();
        int nextReport = BYTES_PER_REPORT;
        while (skipBlanks()) {
            if (bytes[at] == '#') {
                instance();
            } else {
                skipStatement();
            }
            if (at > nextReport) {
                report.run();
                nextReport = at + BYTES_PER_REPORT;
            }
        }
        return file(header);
    }

    private StepFile file(StepHeader header) {
        int[] allIds = ids.toArray();
        BitSet seen = new BitSet();
        int duplicates = 0;
        for (int id : allIds) {
            if (id < 1 << 28) {
                duplicates += seen.get(id) ? 1 : 0;
                seen.set(id);
            }
        }
        StepDamage damage = new StepDamage(broken, firstLost, duplicates, complex, truncated);
        StepFile file = new StepFile(bytes, header, allIds, offsets.toArray(), types.toArray(), names.all(), damage);
        ids.release();
        offsets.release();
        types.release();
        return file;
    }

    /** Behind {@code DATA;}, or the first instance where that is missing. */
    private int dataStart() {
        byte[] word = {'D', 'A', 'T', 'A'};
        for (int i = 0; i + 4 < bytes.length; i++) {
            if (bytes[i] == '\'') {
                i = stringEnd(i);
                if (i < 0) {
                    return 0;
                }
            } else if (bytes[i] == '/' && bytes[i + 1] == '*') {
                i = commentEnd(i) - 1;
            } else if (bytes[i] == 'D' && Arrays.equals(bytes, i, i + 4, word, 0, 4) && !isWord(bytes[i + 4])) {
                return i;
            }
        }
        return 0;
    }

    private static boolean isWord(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b >= '0' && b <= '9' || b == '_';
    }

    /** Goes to the next byte that means something; {@code false} at the end. */
    private boolean skipBlanks() {
        while (at < bytes.length) {
            byte b = bytes[at];
            if (b == '/' && at + 1 < bytes.length && bytes[at + 1] == '*') {
                at = commentEnd(at);
            } else if (b <= ' ' && b >= 0) {
                at++;
            } else {
                return true;
            }
        }
        return false;
    }

    private int commentEnd(int from) {
        int i = from + 2;
        while (i + 1 < bytes.length && !(bytes[i] == '*' && bytes[i + 1] == '/')) {
            i++;
        }
        return Math.min(bytes.length, i + 2);
    }

    private void instance() {
        int start = at++;
        long id = 0;
        int digits = 0;
        while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
            id = Math.min(Integer.MAX_VALUE + 1L, id * 10 + bytes[at++] - '0');
            digits++;
        }
        boolean sound = digits > 0 && id <= Integer.MAX_VALUE && skipBlanks() && bytes[at] == '=';
        if (!sound) {
            lose(id);
            at = Math.max(at, start + 1);
            skipStatement();
            return;
        }
        at++;
        if (!skipBlanks()) {
            truncated = true;
            lose(id);
            return;
        }
        if (bytes[at] == '(') {
            complex++;
            skipStatement();
            return;
        }
        int name = at;
        while (at < bytes.length && isWord(bytes[at])) {
            at++;
        }
        int type = at > name ? names.number(bytes, name, at) : -1;
        boolean opened = type >= 0 && skipBlanks() && bytes[at] == '(';
        int open = at;
        if (opened && skipStatement()) {
            ids.add((int) id);
            offsets.add(open);
            types.add(type);
        } else {
            lose(id);
            if (!opened) {
                skipStatement();
            }
        }
    }

    private void lose(long id) {
        broken++;
        firstLost = firstLost == 0 ? (int) Math.min(Integer.MAX_VALUE, id) : firstLost;
    }

    /** Goes behind the next semicolon; {@code false} where another instance begins or the file ends before. */
    private boolean skipStatement() {
        while (at < bytes.length) {
            byte b = bytes[at++];
            if (b == ';') {
                return true;
            }
            if (b == '\'') {
                int end = stringEnd(at - 1);
                if (end < 0) {
                    at = -end;
                    return false;
                }
                at = end + 1;
            } else if (b == '/' && at < bytes.length && bytes[at] == '*') {
                at = commentEnd(at - 1);
            } else if (b == '\n' && startsInstance(at)) {
                return false;
            }
        }
        truncated = true;
        return false;
    }

    /** Position of the apostrophe that ends a string; −(where to go on) where there is none. */
    private int stringEnd(int from) {
        for (int i = from + 1; i < bytes.length; i++) {
            if (bytes[i] == '\'') {
                if (i + 1 < bytes.length && bytes[i + 1] == '\'') {
                    i++;
                } else {
                    return i;
                }
            } else if (bytes[i] == '\n' && startsInstance(i + 1)) {
                return -(i + 1);
            }
        }
        truncated = true;
        return -bytes.length;
    }

    private boolean startsInstance(int from) {
        int i = from;
        if (i >= bytes.length || bytes[i] != '#') {
            return false;
        }
        i++;
        while (i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9') {
            i++;
        }
        while (i < bytes.length && bytes[i] == ' ') {
            i++;
        }
        return i < bytes.length && bytes[i] == '=';
    }
}
