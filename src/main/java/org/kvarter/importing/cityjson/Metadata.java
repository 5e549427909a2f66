package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what the file says of itself: reference system, title, licence, contact, extent. */
final class Metadata {

    private static final List<String> TITLE = List.of("title", "datasetTitle");
    private static final List<String> LICENCE = List.of("license", "licence", "datasetLicense", "constraints.license",
            "constraints.legalConstraints", "constraints.userNote");
    private static final List<String> CONTACT = List.of("pointOfContact.organization", "pointOfContact.contactName",
            "datasetPointOfContact.organization", "datasetPointOfContact.contactName", "datasetPointOfContact");

    private Metadata() {
    }

    /** Reads the {@code metadata} object, nested members under dotted names. */
    static void read(JsonParser p, Document into) throws IOException {
        readMembers(p, "", 0, into);
    }

    private static void readMembers(JsonParser p, String prefix, int level, Document into) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            if (level == 0 && name.equals("geographicalExtent")) {
                into.extent = Json.numbers(p, 6);
            } else if (p.currentToken().isScalarValue()) {
                String text = Json.text(p).trim();
                if (!text.isEmpty() && into.metadata.size() < 200) {
                    into.metadata.putIfAbsent(prefix + name, text);
                }
            } else if (level < 3) {
                readMembers(p, prefix + name + ".", level + 1, into);
            } else {
                p.skipChildren();
            }
        }
    }

    static Optional<String> referenceSystem(Map<String, String> metadata) {
        return Optional.ofNullable(metadata.get("referenceSystem"))
                .or(() -> Optional.ofNullable(metadata.get("crs.epsg")).map(code -> "EPSG:" + code));
    }

    static String title(Map<String, String> metadata) {
        return first(metadata, TITLE);
    }

    /** Licence, or else whom to name. */
    static String licence(Map<String, String> metadata) {
        String licence = first(metadata, LICENCE);
        return licence.isEmpty() ? first(metadata, CONTACT) : licence;
    }

    private static String first(Map<String, String> metadata, List<String> names) {
        return names.stream().map(metadata::get).filter(java.util.Objects::nonNull).findFirst().orElse("");
    }
}
