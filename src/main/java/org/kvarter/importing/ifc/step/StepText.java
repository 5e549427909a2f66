package org.kvarter.importing.ifc.step;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * The texts of STEP files: doubled apostrophes and the directives of ISO 10303-21 ({@code \S\}, {@code \P.\}, {@code \X\},
 * {@code \X2\}, {@code \X4\}). Bytes beyond ASCII are against the standard but common: UTF-8 where they are that, else Latin-1.
 */
final class StepText {

    private static final int LONGEST = 1 << 20;

    private StepText() {
    }

    /** The text whose opening apostrophe is at {@code from}. */
    static String decode(byte[] bytes, int from) {
        int end = from + 1;
        boolean plain = true;
        boolean ascii = true;
        int most = (int) Math.min(bytes.length, (long) from + LONGEST);
        while (end < most) {
            byte b = bytes[end];
            if (b == '\'') {
                if (end + 1 < most && bytes[end + 1] == '\'') {
                    plain = false;
                    end++;
                } else {
                    break;
                }
            }
            plain &= b != '\\';
            ascii &= b >= 0;
            end++;
        }
        String raw = ascii ? new String(bytes, from + 1, end - from - 1, StandardCharsets.ISO_8859_1) : beyondAscii(bytes, from + 1, end);
        return plain ? raw : directives(raw.replace("''", "'"));
    }

    private static String beyondAscii(byte[] bytes, int from, int to) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static String directives(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder out = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            if (raw.charAt(i) != '\\') {
                out.append(raw.charAt(i++));
            } else if (raw.startsWith("\\X2\\", i)) {
                i = wide(raw, i + 4, 4, out);
            } else if (raw.startsWith("\\X4\\", i)) {
                i = wide(raw, i + 4, 8, out);
            } else if (raw.startsWith("\\X\\", i) && hex(raw, i + 3, 2) >= 0) {
                out.append((char) hex(raw, i + 3, 2));
                i += 5;
            } else if (raw.startsWith("\\S\\", i) && i + 3 < raw.length()) {
                out.append((char) (raw.charAt(i + 3) + 128));
                i += 4;
            } else if (raw.startsWith("\\P", i) && i + 3 < raw.length() && raw.charAt(i + 3) == '\\') {
                i += 4;
            } else if (raw.startsWith("\\\\", i)) {
                out.append('\\');
                i += 2;
            } else {
                out.append(raw.charAt(i++));
            }
        }
        return out.toString();
    }

    /** Code units until {@code \X0\}; answers where to go on. */
    private static int wide(String raw, int from, int digits, StringBuilder out) {
        int i = from;
        while (i < raw.length() && !raw.startsWith("\\X0\\", i)) {
            int code = hex(raw, i, digits);
            if (code < 0) {
                return i;
            }
            if (Character.isValidCodePoint(code)) {
                out.appendCodePoint(code);
            }
            i += digits;
        }
        return Math.min(raw.length(), i + 4);
    }

    private static int hex(String raw, int from, int digits) {
        if (from + digits > raw.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = Character.digit(raw.charAt(i), 16);
            if (digit < 0 || value > 0x7FFFFFF) {
                return -1;
            }
            value = value * 16 + digit;
        }
        return value;
    }
}
