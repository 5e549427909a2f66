package org.kvarter.remote.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.text.Texts;

/**
 * Finds out what form an answer has and gives it as JSON. JSON is given as it is; GML feature collections become GeoJSON, market documents
 * and GTFS-Realtime lists of what they tell, other XML objects of its elements, CSV a list of its rows. Stateless.
 */
public final class Decoder {

    private static final Texts TEXTS = Texts.in(Decoder.class);

    private static final java.util.Set<String> REPORTS = java.util.Set.of("ExceptionReport", "ServiceExceptionReport", "Acknowledgement_MarketDocument");

    private Decoder() {
    }

    /**
     * The answer as JSON.
     *
     * @param type  media type as the service said it, parameters and all; may be empty
     * @param shown address for sentences
     * @throws FeedException where it is of no form that is known, damaged, or says that something is wrong
     */
    public static JsonNode page(byte[] body, String type, String shown) throws FeedException {
        String media = type.toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        byte first = firstSign(body);
        if (body.length == 0) {
            throw FeedException.lasting(TEXTS.get("empty", shown));
        }
        if (first == '{' || first == '[') {
            return json(body, shown);
        }
        if (first == '<' && !isWebPage(body, media)) {
            return xml(body, shown);
        }
        try {
            Optional<JsonNode> transit = media.contains("html") ? Optional.empty() : TransitRealtime.read(body);
            if (transit.isPresent()) {
                return transit.get();
            }
        } catch (java.io.EOFException e) {
            throw FeedException.passing(TEXTS.get("truncated", shown), e);
        }
        Optional<JsonNode> table = media.contains("html") ? Optional.empty() : CsvRows.read(body, media);
        if (table.isPresent()) {
            return table.get();
        }
        boolean named = media.isEmpty() || media.endsWith("json");
        throw FeedException.lasting(named ? TEXTS.get("none", shown) : TEXTS.get("type", shown, media));
    }

    private static boolean isWebPage(byte[] body, String media) {
        String head = new String(body, 0, Math.min(body.length, 512), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        return media.contains("html") || head.contains("<html") || head.contains("<!doctype html");
    }

    private static JsonNode json(byte[] body, String shown) throws FeedException {
        try {
            JsonNode page = FeedJson.MAPPER.readTree(body);
            if (page == null || page.isMissingNode()) {
                throw FeedException.lasting(TEXTS.get("empty", shown));
            }
            OcpiCounts.add(page);
            return page;
        } catch (JsonEOFException e) {
            throw FeedException.passing(TEXTS.get("truncated", shown), e);
        } catch (StreamConstraintsException e) {
            throw FeedException.lasting(TEXTS.get("deep", shown));
        } catch (JsonProcessingException e) {
            throw FeedException.lasting(TEXTS.get("damaged", shown, e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw FeedException.passing(TEXTS.get("truncated", shown), e);
        }
    }

    private static JsonNode xml(byte[] body, String shown) throws FeedException {
        XmlElement root = tree(body, shown);
        if (GmlFeatures.isCollection(root)) {
            return GmlFeatures.read(root);
        }
        return MarketDocument.isOne(root) ? MarketDocument.read(root) : XmlJson.of(root);
    }

    /**
     * An answer that is XML, as its tree.
     *
     * @throws FeedException where it is damaged, or a report of what went wrong: then with the report's words
     */
    public static XmlElement tree(byte[] body, String shown) throws FeedException {
        try {
            XmlElement root = XmlElement.read(body);
            if (REPORTS.contains(root.name())) {
                throw FeedException.lasting(TEXTS.get("reported", shown, reported(root)));
            }
            return root;
        } catch (XMLStreamException e) {
            boolean cut = !new String(body, Math.max(0, body.length - 200), Math.min(200, body.length), StandardCharsets.ISO_8859_1).strip()
                    .endsWith(">");
            if (cut) {
                throw FeedException.passing(TEXTS.get("truncated", shown), e);
            }
            throw FeedException.lasting(TEXTS.get("damaged", shown, e.getLocation() == null ? 0 : e.getLocation().getLineNumber(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNumber()));
        }
    }

    /**
     * The words of a report of what went wrong: that of an OGC service (OGC 06-121r9, 8), the {@code description} of OGC API, the {@code detail} of RFC 9457
     * or the {@code message} of SensorThings and others. Without queries of addresses in it, which may repeat what was sent; empty where it has none.
     */
    public static String report(byte[] body) {
        byte first = firstSign(body);
        try {
            if (first == '<') {
                XmlElement root = XmlElement.read(body);
                return REPORTS.contains(root.name()) ? reported(root) : "";
            }
            JsonNode page = first == '{' ? FeedJson.MAPPER.readTree(body) : FeedJson.MAPPER.missingNode();
            for (String member : new String[] {"detail", "description", "message", "title"}) {
                if (page.path(member).isTextual() && !page.path(member).asText().isBlank()) {
                    return shortened(page.path(member).asText());
                }
            }
            return "";
        } catch (XMLStreamException | IOException e) {
            return ""; // what tells nothing more is no news
        }
    }

    private static String reported(XmlElement root) {
        String words = root.everything().filter(e -> e.name().equals("ExceptionText") || e.name().equals("ServiceException") || e.name().equals("text"))
                .map(XmlElement::text).filter(t -> !t.isEmpty()).findFirst().orElse(root.name());
        return shortened(words);
    }

    private static String shortened(String said) {
        String words = said.replaceAll("(\\w+://[^\\s?]*)\\?\\S*", "$1").replaceAll("\\s+", " ").strip();
        return words.length() > 300 ? words.substring(0, 299) + "…" : words;
    }

    private static byte firstSign(byte[] body) {
        int at = body.length >= 3 && (body[0] & 255) == 0xEF && (body[1] & 255) == 0xBB && (body[2] & 255) == 0xBF ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at < body.length ? body[at] : 0;
    }
}
