package org.kvarter.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A table or view of a database as a source of a layer: a small file, {@value #ENDING}, that says where it is and never holds a password. The
 * rows are asked for each time it is read.
 *
 * @param title    what people call the layer
 * @param address  of the database, as in {@code postgresql://reader@db.example.org/town}
 * @param table    name of the table with those of what it lies in, outermost first
 * @param geometry column of the geometry
 * @param key      column of the features' ids; empty to number them
 * @param time     column of a time that is in the window {@code from} (inclusive) to {@code to} (exclusive), in ISO 8601 with an offset; empty for all
 */
public record DatabaseLayer(String title, String address, List<String> table, String geometry, String key, String time, String from, String to) {

    /** How the files' names end. */
    public static final String ENDING = ".database.json";

    private static final String FORMAT = "kvarter-database-layer";
    private static final ObjectMapper MAPPER = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .serializationInclusion(JsonInclude.Include.NON_EMPTY).build();

    public DatabaseLayer {
        Objects.requireNonNull(address, "address");
        table = List.copyOf(table);
        if (table.isEmpty() || table.contains("") || Objects.requireNonNull(geometry, "geometry").isEmpty()) {
            throw new IllegalArgumentException("a table and a geometry");
        }
        title = title == null || title.isBlank() ? table.get(table.size() - 1) : title;
        key = Objects.requireNonNullElse(key, "");
        time = Objects.requireNonNullElse(time, "");
        from = Objects.requireNonNullElse(from, "");
        to = Objects.requireNonNullElse(to, "");
        if (!time.isEmpty()) {
            try {
                if (!Instant.parse(to).isAfter(Instant.parse(from))) {
                    throw new IllegalArgumentException("a window ends after its start");
                }
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("a window of two instants", e);
            }
        }
    }

    /** All rows of a table. */
    public DatabaseLayer(String title, String address, List<String> table, String geometry, String key) {
        this(title, address, table, geometry, key, "", "", "");
    }

    /** The file's content. */
    public byte[] bytes() {
        try {
            ObjectNode root = MAPPER.createObjectNode().put("format", FORMAT);
            root.setAll((ObjectNode) MAPPER.valueToTree(this));
            return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts are always writable", e);
        }
    }

    /** Whether the beginning of a file is of this form. */
    public static boolean looksLike(SourceHead head) {
        return head.text().stripLeading().startsWith("{") && head.text().contains(FORMAT);
    }

    /** Reads what {@link #bytes()} wrote. @throws IllegalArgumentException where it is none */
    public static DatabaseLayer of(byte[] bytes) {
        try {
            JsonNode root = MAPPER.readTree(bytes);
            if (root == null || !FORMAT.equals(root.path("format").asText())) {
                throw new IllegalArgumentException("no " + FORMAT);
            }
            return MAPPER.treeToValue(root, DatabaseLayer.class);
        } catch (java.io.IOException | RuntimeException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
