package org.kvarter.importing.ifc.step;

import java.util.Arrays;

/**
 * The arguments of one instance, found when it is made and read when asked for. What is missing or of another kind than asked for is
 * −1, NaN, {@code ""} or an empty array, never an exception. Immutable.
 */
public final class StepRow {

    /** Arguments beyond this are not looked at: no entity has as many. */
    private static final int MOST = 64;

    private static final int[] NONE = new int[0];

    private final StepFile file;
    private final byte[] bytes;
    private final int entity;
    private int[] starts = new int[12];
    private int count;

    StepRow(StepFile file, int entity) {
        this.file = file;
        this.bytes = file.bytes;
        this.entity = entity;
        if (entity >= 0) {
            split(file.offset(entity) + 1);
        }
    }

    private void split(int from) {
        int i = blanks(from);
        while (i < bytes.length && bytes[i] != ')' && bytes[i] != ';' && count < MOST) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, 2 * count);
            }
            starts[count++] = i;
            i = valueEnd(i);
            if (i < bytes.length && bytes[i] == ',') {
                i = blanks(i + 1);
            }
        }
    }

    private int blanks(int from) {
        int i = from;
        while (i < bytes.length) {
            if (bytes[i] == '/' && i + 1 < bytes.length && bytes[i + 1] == '*') {
                i += 2;
                while (i + 1 < bytes.length && !(bytes[i] == '*' && bytes[i + 1] == '/')) {
                    i++;
                }
                i += 2;
            } else if (bytes[i] <= ' ' && bytes[i] >= 0) {
                i++;
            } else {
                break;
            }
        }
        return i;
    }

    /** Position of the comma or closing parenthesis behind the value at {@code from}. */
    private int valueEnd(int from) {
        int depth = 0;
        for (int i = from; i < bytes.length; i++) {
            switch (bytes[i]) {
                case '\'' -> {
                    i++;
                    while (i < bytes.length && bytes[i] != '\'') {
                        i++;
                    }
                }
                case '(' -> depth++;
                case ')' -> {
                    if (depth-- == 0) {
                        return i;
                    }
                }
                case ',' -> {
                    if (depth == 0) {
                        return i;
                    }
                }
                case ';' -> {
                    return i;
                }
                default -> { }
            }
        }
        return bytes.length;
    }

    /** Ordinal of the instance. */
    public int entity() {
        return entity;
    }

    /** Upper-case type name. */
    public String type() {
        return file.type(entity);
    }

    /** Number of arguments. */
    public int size() {
        return count;
    }

    private int at(int argument) {
        return argument < count ? starts[argument] : -1;
    }

    /** Whether an argument has a value of its own: it is there and neither {@code $} nor {@code *}. */
    public boolean has(int argument) {
        int at = at(argument);
        return at >= 0 && bytes[at] != '$' && bytes[at] != '*';
    }

    /** The instance an argument refers to; −1 where it refers to none that is there. */
    public int ref(int argument) {
        int at = at(argument);
        return at < 0 ? -1 : refAt(at);
    }

    private int refAt(int at) {
        if (at >= bytes.length || bytes[at] != '#') {
            return -1;
        }
        long id = 0;
        for (int i = at + 1; i < bytes.length && bytes[i] >= '0' && bytes[i] <= '9'; i++) {
            id = Math.min(1L << 40, id * 10 + bytes[i] - '0');
        }
        return file.find(id);
    }

    /** All instances a list refers to, at any depth, in order; a lone reference is a list of one. Missing instances are −1. */
    public int[] refs(int argument) {
        int at = at(argument);
        if (at < 0) {
            return NONE;
        }
        int end = valueEnd(at);
        int[] found = new int[8];
        int n = 0;
        for (int i = at; i < end; i++) {
            if (bytes[i] == '#') {
                if (n == found.length) {
                    found = Arrays.copyOf(found, 2 * n);
                }
                found[n++] = refAt(i);
            } else if (bytes[i] == '\'') {
                i++;
                while (i < end && bytes[i] != '\'') {
                    i++;
                }
            }
        }
        return Arrays.copyOf(found, n);
    }

    /** An argument as a number, bare or typed; NaN where it is none. */
    public double number(int argument) {
        int at = at(argument);
        return at < 0 ? Double.NaN : numberAt(at);
    }

    private double numberAt(int at) {
        if (StepNumbers.startsNumber(bytes[at])) {
            return StepNumbers.parse(bytes, at);
        }
        int inner = typedStart(at);
        return inner > 0 && StepNumbers.startsNumber(bytes[inner]) ? StepNumbers.parse(bytes, inner) : Double.NaN;
    }

    /** As {@link #number}, with a value for what is none or not finite. */
    public double number(int argument, double otherwise) {
        double value = number(argument);
        return Double.isFinite(value) ? value : otherwise;
    }

    /** All numbers of a list, at any depth, in order. */
    public double[] numbers(int argument) {
        int at = at(argument);
        return at < 0 ? new double[0] : numbersAt(at);
    }

    /** All numbers of the value at a position of {@link #items}. */
    public double[] numbersAt(int position) {
        int end = valueEnd(position);
        double[] found = new double[12];
        int n = 0;
        // letters of type names may hold digits and E
        for (int i = position; i < end;) {
            byte b = bytes[i];
            if (StepNumbers.startsNumber(b)) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, 2 * n);
                }
                found[n++] = StepNumbers.parse(bytes, i);
                i = StepNumbers.skip(bytes, i);
            } else if (isLetter(b) || b == '#') {
                i++;
                while (i < end && (isLetter(bytes[i]) || bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] == '_')) {
                    i++;
                }
            } else {
                i++;
            }
        }
        return Arrays.copyOf(found, n);
    }

    private static boolean isLetter(byte b) {
        return b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
    }

    /** An argument as text, bare or typed; {@code ""} where it is none. */
    public String text(int argument) {
        int at = at(argument);
        if (at < 0) {
            return "";
        }
        int start = bytes[at] == '\'' ? at : typedStart(at);
        return start > 0 && bytes[start] == '\'' ? StepText.decode(bytes, start) : "";
    }

    /** An enumeration value without its dots, upper case; {@code ""} where it is none. */
    public String enumeration(int argument) {
        int at = at(argument);
        if (at < 0) {
            return "";
        }
        int start = bytes[at] == '.' ? at : typedStart(at);
        return start > 0 ? enumerationAt(start) : "";
    }

    private String enumerationAt(int at) {
        if (bytes[at] != '.') {
            return "";
        }
        int end = at + 1;
        while (end < bytes.length && (isLetter(bytes[end]) || bytes[end] == '_' || bytes[end] >= '0' && bytes[end] <= '9')) {
            end++;
        }
        return new String(bytes, at + 1, end - at - 1, java.nio.charset.StandardCharsets.ISO_8859_1).toUpperCase(java.util.Locale.ROOT);
    }

    /** Type of a typed value such as {@code IFCLABEL('x')}; {@code ""} where it is bare. */
    public String valueType(int argument) {
        int at = at(argument);
        return at < 0 ? "" : typeAt(at);
    }

    /** Type of the value at a position of {@link #items}. */
    public String typeAt(int position) {
        int end = position;
        while (end < bytes.length && (isLetter(bytes[end]) || end > position && (bytes[end] == '_' || bytes[end] >= '0' && bytes[end] <= '9'))) {
            end++;
        }
        return end == position ? ""
                : new String(bytes, position, end - position, java.nio.charset.StandardCharsets.ISO_8859_1).toUpperCase(java.util.Locale.ROOT);
    }

    /** Position of the value in a typed one; −1 where it is not typed. */
    private int typedStart(int at) {
        int i = at;
        while (i < bytes.length && (isLetter(bytes[i]) || bytes[i] == '_' || i > at && bytes[i] >= '0' && bytes[i] <= '9')) {
            i++;
        }
        if (i == at) {
            return -1;
        }
        i = blanks(i);
        int start = i < bytes.length && bytes[i] == '(' ? blanks(i + 1) : -1;
        return start < bytes.length ? start : -1;
    }

    /** A simple value, bare or typed: {@link Double}, {@link Long}, {@link Boolean} or {@link String}; {@code null} for anything else. */
    public Object value(int argument) {
        int at = at(argument);
        return at < 0 ? null : valueAt(at);
    }

    /** As {@link #value}, of the value at a position of {@link #items}. */
    public Object valueAt(int position) {
        int typed = typedStart(position);
        int at = typed > 0 ? typed : position;
        byte b = bytes[at];
        if (b == '\'') {
            return StepText.decode(bytes, at);
        }
        if (b == '.' && at + 1 < bytes.length && isLetter(bytes[at + 1])) {
            String word = enumerationAt(at);
            return word.equals("T") || word.equals("F") ? (Object) word.equals("T") : word.equals("U") ? null : word;
        }
        if (!StepNumbers.startsNumber(b)) {
            return null;
        }
        double number = StepNumbers.parse(bytes, at);
        int end = StepNumbers.skip(bytes, at);
        for (int i = at; i < end; i++) {
            if (bytes[i] == '.' || bytes[i] == 'E' || bytes[i] == 'e') {
                return Double.isFinite(number) ? number : null;
            }
        }
        return Math.abs(number) < 9e15 ? (Object) (long) number : Double.isFinite(number) ? number : null;
    }

    /** Positions of the items of a list, at its first level; empty where the argument is no list. */
    public int[] items(int argument) {
        int at = at(argument);
        if (at < 0 || bytes[at] != '(') {
            return NONE;
        }
        int[] found = new int[8];
        int n = 0;
        int i = blanks(at + 1);
        while (i < bytes.length && bytes[i] != ')' && bytes[i] != ';') {
            if (n == found.length) {
                found = Arrays.copyOf(found, 2 * n);
            }
            found[n++] = i;
            i = valueEnd(i);
            if (i < bytes.length && bytes[i] == ',') {
                i = blanks(i + 1);
            }
        }
        return Arrays.copyOf(found, n);
    }
}
