package org.kvarter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import org.kvarter.model.Diagnostic;

/** The one JSON object a command prints with {@code --json}. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder().build();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static void print(ObjectNode object, PrintWriter out) {
        try {
            out.println(MAPPER.writeValueAsString(object));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree is always writable", e);
        }
    }

    static void addDiagnostics(ObjectNode to, List<Diagnostic> diagnostics) {
        ArrayNode array = to.putArray("diagnostics");
        for (Diagnostic diagnostic : diagnostics) {
            array.addObject().put("severity", diagnostic.severity().name().toLowerCase(java.util.Locale.ROOT))
                    .put("object", diagnostic.object()).put("message", diagnostic.message());
        }
    }

    /** A number JSON can hold: {@code null} for NaN and infinities. */
    static void addNumber(ArrayNode array, double value) {
        if (Double.isFinite(value)) {
            array.add(Math.round(value * 1000) / 1000.0);
        } else {
            array.addNull();
        }
    }
}
