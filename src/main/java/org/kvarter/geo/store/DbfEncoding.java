package org.kvarter.geo.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.model.Severity;

/**
 * Finds the encoding of a dBase table: what the {@code .cpg} names, else the language byte of its head, else UTF-8 where the text is
 * valid UTF-8, else Latin-1 as Windows has it. The bytes that only mean "Windows" are overruled by text that is UTF-8 for sure.
 */
final class DbfEncoding {

    private static final Charset WINDOWS = charset("windows-1252").orElse(StandardCharsets.ISO_8859_1);
    private static final int SNIFFED = 1 << 20;
    private static final Pattern NUMBER = Pattern.compile("(\\d{3,6})");
    private static final Map<Integer, String> LANGUAGES = Map.ofEntries(Map.entry(0x01, "IBM437"), Map.entry(0x02, "IBM850"),
            Map.entry(0x03, "windows-1252"), Map.entry(0x08, "IBM865"), Map.entry(0x0a, "IBM850"), Map.entry(0x0e, "IBM850"),
            Map.entry(0x10, "IBM850"), Map.entry(0x13, "windows-31j"), Map.entry(0x1d, "IBM850"), Map.entry(0x1f, "IBM852"),
            Map.entry(0x26, "IBM866"), Map.entry(0x4d, "GBK"), Map.entry(0x4e, "x-windows-949"), Map.entry(0x4f, "Big5"),
            Map.entry(0x57, "windows-1252"), Map.entry(0x58, "windows-1252"), Map.entry(0x59, "windows-1252"),
            Map.entry(0x64, "IBM852"), Map.entry(0x65, "IBM866"), Map.entry(0x66, "IBM865"), Map.entry(0x7b, "windows-31j"),
            Map.entry(0xc8, "windows-1250"), Map.entry(0xc9, "windows-1251"), Map.entry(0xca, "windows-1254"),
            Map.entry(0xcb, "windows-1253"), Map.entry(0xcc, "windows-1257"));

    private DbfEncoding() {
    }

    static Charset find(ShapefileTable table) throws IOException {
        if (table.dbf().isEmpty()) {
            return StandardCharsets.UTF_8;
        }
        String named = new String(table.sideFile(".cpg"), StandardCharsets.ISO_8859_1).replace("ï»¿", "").trim();
        if (!named.isEmpty()) {
            Optional<Charset> stated = named(named);
            if (stated.isPresent()) {
                return stated.get();
            }
            table.store().note(Severity.WARNING, "", StoreTexts.get("shapefile.encoding", table.partName(".cpg"),
                    named.length() > 40 ? named.substring(0, 40) : named));
        }
        return ofContent(table.dbf(), firstRows(table));
    }

    /** The encoding that a head's language byte and the bytes of its first rows tell. */
    static Charset ofContent(DbfHeader header, byte[] rows) {
        Optional<Charset> language = Optional.ofNullable(LANGUAGES.get(header.languageByte())).flatMap(DbfEncoding::charset);
        boolean vague = language.isEmpty() || language.get().equals(WINDOWS);
        return vague && isUtf8(header, rows) ? StandardCharsets.UTF_8 : language.orElse(WINDOWS);
    }

    /** The encoding a {@code .cpg} names: {@code UTF-8}, {@code ISO 88591}, {@code 1252}, {@code ANSI 1251}, {@code 65001} … */
    static Optional<Charset> named(String text) {
        String plain = text.toUpperCase(Locale.ROOT).replaceAll("[ _]", "-");
        Matcher iso = Pattern.compile(".*8859-?(\\d{1,2})").matcher(plain);
        if (iso.matches()) {
            return charset("ISO-8859-" + iso.group(1));
        }
        Optional<Charset> direct = charset(plain);
        Matcher number = NUMBER.matcher(plain);
        if (direct.isPresent() || !number.find()) {
            return direct;
        }
        return number.group(1).equals("65001") ? Optional.of(StandardCharsets.UTF_8)
                : charset("windows-" + number.group(1)).or(() -> charset("IBM" + number.group(1))).or(() -> charset("CP" + number.group(1)));
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Bytes of whole rows at the beginning; none where the file ends before them. */
    private static byte[] firstRows(ShapefileTable table) throws IOException {
        try (InputStream in = table.open(".dbf")) {
            in.skipNBytes(table.dbf().headerBytes());
            return in.readNBytes(sniffed(table.dbf()));
        } catch (java.io.EOFException e) {
            return new byte[0];
        }
    }

    /** Bytes of whole rows that are looked at. */
    static int sniffed(DbfHeader header) {
        return Math.max(1, SNIFFED / header.recordBytes()) * header.recordBytes();
    }

    /** Whether the first rows have letters beyond ASCII and are valid UTF-8. */
    private static boolean isUtf8(DbfHeader header, byte[] bytes) {
        boolean letters = false;
        for (DbfHeader.Field field : header.fields()) {
            if (field.type() != 'C') {
                continue;
            }
            for (int row = 0; row + header.recordBytes() <= bytes.length; row += header.recordBytes()) {
                int at = row + field.offset();
                int end = at + field.length();
                while (end > at && (bytes[end - 1] == ' ' || bytes[end - 1] == 0)) {
                    end--;
                }
                boolean full = end == at + field.length();
                letters |= hasLetters(bytes, at, end);
                if (!isUtf8(bytes, at, full ? wholeCharacters(bytes, at, end) : end)) {
                    return false;
                }
            }
        }
        return letters;
    }

    private static boolean hasLetters(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return true;
            }
        }
        return false;
    }

    /** A field that is full may end within a character. */
    private static int wholeCharacters(byte[] bytes, int from, int to) {
        int end = to;
        while (end > from && end > to - 4 && (bytes[end - 1] & 0xc0) == 0x80) {
            end--;
        }
        return end > from && (bytes[end - 1] & 0xc0) == 0xc0 ? end - 1 : to;
    }

    private static boolean isUtf8(byte[] bytes, int from, int to) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
