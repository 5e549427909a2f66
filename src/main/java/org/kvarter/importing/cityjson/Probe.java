package org.kvarter.importing.cityjson;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.kvarter.importing.SourceHead;

/** Tells CityJSON from other JSON by name and head. */
final class Probe {

    private static final Pattern TYPE = Pattern.compile("\"type\"\\s*:\\s*\"CityJSON(Feature)?\"");
    private static final Pattern OTHER = Pattern.compile("\"type\"\\s*:\\s*\"(FeatureCollection|Feature|Topology)\"");

    private Probe() {
    }

    static double score(SourceHead head) {
        String text = text(head);
        String name = head.name();
        boolean named = name.endsWith(".city.json") || name.endsWith(".city.jsonl") || name.endsWith(".city.json.gz");
        if (!startsLikeJson(text)) {
            return named && head.bytes().length == 0 ? 0.5 : 0;
        }
        if (TYPE.matcher(text).find()) {
            return 1;
        }
        if (text.contains("\"CityObjects\"")) {
            return 0.9;
        }
        if (OTHER.matcher(text).find()) {
            return 0;
        }
        if (named) {
            return 0.5;
        }
        boolean metadataFirst = text.contains("\"transform\"") || text.contains("\"vertices\"");
        return metadataFirst ? 0.4 : 0;
    }

    private static boolean startsLikeJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isWhitespace(c) && c != '\uFEFF') {
                return c == '{';
            }
        }
        return false;
    }

    /** The head as text: unpacked, and with the zero bytes of UTF-16 and marks of any byte order taken out. */
    static String text(SourceHead head) {
        byte[] bytes = isGzip(head.bytes()) ? unpack(head.bytes()) : head.bytes();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            text = text.substring(2);
        } else if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        return text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
    }

    static boolean isGzip(byte[] bytes) {
        return bytes.length > 2 && (bytes[0] & 0xFF) == 0x1F && (bytes[1] & 0xFF) == 0x8B;
    }

    private static byte[] unpack(byte[] packed) {
        byte[] bytes = new byte[SourceHead.LIMIT];
        int length = 0;
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            for (int n; length < bytes.length && (n = in.read(bytes, length, bytes.length - length)) > 0;) {
                length += n;
            }
        } catch (IOException e) {
            // The head ends in the middle of the packed data: what came out so far is enough to look at.
        }
        return java.util.Arrays.copyOf(bytes, length);
    }
}
