package org.kvarter.importing.citygml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.importing.SourceHead;

/** Tells CityGML from other XML by name and head. */
final class Probe {

    private static final Pattern NAMESPACE = Pattern.compile("http://www\\.(?:opengis\\.net|citygml\\.org)/citygml/(?:[a-z]+/)?(\\d\\.\\d)?");
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)[\\s>/]");

    private Probe() {
    }

    static double score(SourceHead head) {
        if (head.bytes().length == 0) {
            return head.name().endsWith(".citygml") ? 0.5 : 0;
        }
        String text = text(head);
        String start = text.stripLeading();
        if (!start.startsWith("<")) {
            return 0;
        }
        String root = root(start);
        boolean named = NAMESPACE.matcher(text).find();
        if (root.equals("CityModel")) {
            return named ? 1 : 0.9;
        }
        return named && root.endsWith("FeatureCollection") ? 0.9 : 0;
    }

    private static String root(String start) {
        String body = start.replaceAll("(?s)<\\?.*?\\?>", " ").replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("(?s)<!DOCTYPE[^\\[>]*(\\[.*?\\]\\s*)?>", " ");
        Matcher matcher = ROOT.matcher(body);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** The head as text: unpacked, without marks of byte order and the zero bytes of UTF-16. */
    static String text(SourceHead head) {
        byte[] bytes = head.bytes();
        if (Source.isPacked(bytes)) {
            bytes = unpack(bytes);
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            text = text.substring(2);
        } else if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        }
        return text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
    }

    private static byte[] unpack(byte[] packed) {
        byte[] bytes = new byte[SourceHead.LIMIT];
        int length = 0;
        try (InputStream in = Source.unpack(new ByteArrayInputStream(packed), packed)) {
            for (int n; length < bytes.length && (n = in.read(bytes, length, bytes.length - length)) > 0;) {
                length += n;
            }
        } catch (IOException e) {
            // The head ends in the middle of the packed data: what came out so far is enough to look at.
        }
        return Arrays.copyOf(bytes, length);
    }
}
