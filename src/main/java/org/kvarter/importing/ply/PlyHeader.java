package org.kvarter.importing.ply;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.importing.models.DamagedModelException;

/**
 * The head of a PLY file.
 *
 * @param encoding of the values
 * @param version  of the format
 * @param texture  picture that a comment names, empty for none
 * @param elements in the order of the file
 */
record PlyHeader(Encoding encoding, String version, String texture, List<Element> elements) {

    enum Encoding {
        ASCII, BINARY_LITTLE_ENDIAN, BINARY_BIG_ENDIAN
    }

    enum Type {
        INT8, UINT8, INT16, UINT16, INT32, UINT32, FLOAT32, FLOAT64;

        static Type of(String name) throws DamagedModelException {
            return switch (name) {
                case "char", "int8" -> INT8;
                case "uchar", "uint8" -> UINT8;
                case "short", "int16" -> INT16;
                case "ushort", "uint16" -> UINT16;
                case "int", "int32" -> INT32;
                case "uint", "uint32" -> UINT32;
                case "float", "float32" -> FLOAT32;
                case "double", "float64" -> FLOAT64;
                default -> throw new DamagedModelException("type " + shortened(name));
            };
        }
    }

    /** @param count type of the number of values of a list, {@code null} for a single value */
    record Property(String name, Type type, Type count) {
    }

    /** @param count how many there are said to be */
    record Element(String name, long count, List<Property> properties) {
    }

    private static final int LONGEST_LINE = 4_096;
    private static final int MOST_LINES = 4_096;

    private static String shortened(String word) {
        return word.length() > 30 ? word.substring(0, 30) : word;
    }

    static PlyHeader read(InputStream in) throws IOException {
        Encoding encoding = null;
        String version = "";
        String texture = "";
        List<Element> elements = new ArrayList<>();
        if (!line(in).equals("ply")) {
            throw new DamagedModelException("line 1");
        }
        for (int n = 2; n < MOST_LINES; n++) {
            String line = line(in);
            String[] words = line.split("\\s+");
            switch (words[0]) {
                case "format" -> {
                    encoding = encoding(words);
                    version = words.length > 2 ? shortened(words[2]) : "";
                }
                case "comment", "obj_info" -> texture = line.startsWith("comment TextureFile ") && texture.isEmpty()
                        ? line.substring(20).strip() : texture;
                case "element" -> elements.add(new Element(word(words, 1, n), count(words, n), new ArrayList<>()));
                case "property" -> {
                    if (elements.isEmpty()) {
                        throw new DamagedModelException("line " + n);
                    }
                    elements.get(elements.size() - 1).properties().add(property(words, n));
                }
                case "end_header" -> {
                    if (encoding == null) {
                        throw new DamagedModelException("format");
                    }
                    return new PlyHeader(encoding, version, texture, elements);
                }
                default -> { }
            }
        }
        throw new DamagedModelException("> " + MOST_LINES);
    }

    private static Encoding encoding(String[] words) throws DamagedModelException {
        for (Encoding e : Encoding.values()) {
            if (words.length > 1 && e.name().equals(words[1].toUpperCase(Locale.ROOT))) {
                return e;
            }
        }
        throw new DamagedModelException("format");
    }

    private static Property property(String[] words, int n) throws DamagedModelException {
        boolean list = word(words, 1, n).equals("list");
        return list ? new Property(word(words, 4, n), Type.of(word(words, 3, n)), Type.of(word(words, 2, n)))
                : new Property(word(words, 2, n), Type.of(words[1]), null);
    }

    private static long count(String[] words, int n) throws DamagedModelException {
        try {
            long count = Long.parseLong(word(words, 2, n));
            if (count >= 0 && count <= Integer.MAX_VALUE) {
                return count;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new DamagedModelException("line " + n);
    }

    private static String word(String[] words, int at, int n) throws DamagedModelException {
        if (at >= words.length) {
            throw new DamagedModelException("line " + n);
        }
        return words[at];
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException();
            }
            if (line.size() > LONGEST_LINE) {
                throw new DamagedModelException("> " + LONGEST_LINE);
            }
            line.write(c);
        }
        return line.toString(StandardCharsets.ISO_8859_1).strip();
    }
}
