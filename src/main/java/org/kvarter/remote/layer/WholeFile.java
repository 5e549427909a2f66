package org.kvarter.remote.layer;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.text.Texts;

/**
 * Looks whether a file that came is what it is called and all of it, before it takes the place of the one of before: a page for people in its place, or the half
 * that a proxy passed on, is none. What is inside is for the import to judge. Stateless.
 */
final class WholeFile {

    private static final Texts TEXTS = Texts.in(LayerFetcher.class);
    /** Binary forms that say their length in the four bytes after the first eight (glTF 2.0, 4.4.1; OGC 18-053r2, 8 to 11). */
    private static final Set<String> MEASURED = Set.of("glTF", "b3dm", "i3dm", "pnts", "cmpt");
    private static final String SQLITE = "SQLite format 3";

    private WholeFile() {
    }

    /**
     * The same bytes.
     *
     * @param ending of the file's name
     * @throws FeedException where they are something else, or not all
     */
    static byte[] checked(byte[] body, String ending, URI at) throws FeedException {
        String kind = ending.replaceFirst("^.*\\.", "").toLowerCase(java.util.Locale.ROOT);
        boolean whole = switch (kind) {
            case "json", "jsonl", "geojson" -> isJson(body);
            case "gml", "xml", "kml" -> head(body, 64).stripLeading().startsWith("<") && !head(body, 600).toLowerCase(java.util.Locale.ROOT).contains("<html") && tail(body).endsWith(">");
            case "glb", "b3dm", "i3dm", "pnts", "cmpt" -> body.length > 0 && body[0] != '<' && isAsLongAsItSays(body);
            case "gpkg" -> head(body, SQLITE.length()).equals(SQLITE);
            default -> true;
        };
        if (!whole) {
            throw FeedException.passing(TEXTS.get("notWhole", FeedAddress.shown(at), kind), (Throwable) null);
        }
        return body;
    }

    private static boolean isAsLongAsItSays(byte[] body) {
        boolean measured = body.length >= 4 && MEASURED.contains(head(body, 4));
        return !measured || body.length >= 12 && Integer.toUnsignedLong(ByteBuffer.wrap(body).order(ByteOrder.LITTLE_ENDIAN).getInt(8)) <= body.length;
    }

    /** Whether it is one JSON text, or one in each line. */
    private static boolean isJson(byte[] body) {
        try (JsonParser parser = FeedJson.MAPPER.createParser(body)) {
            int values = 0;
            while (parser.nextToken() != null) {
                values++;
                parser.skipChildren();
            }
            return values > 0;
        } catch (IOException e) {
            return false; // cut off, or no JSON at all
        }
    }

    private static String head(byte[] body, int length) {
        return new String(body, 0, Math.min(length, body.length), StandardCharsets.ISO_8859_1);
    }

    private static String tail(byte[] body) {
        int length = Math.min(64, body.length);
        return new String(body, body.length - length, length, StandardCharsets.ISO_8859_1).strip();
    }
}
