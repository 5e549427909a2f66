package org.kvarter.project;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import org.kvarter.model.Section;

/** Sections as JSON: a {@code plane} or a {@code box}, in the coordinates of the frame, metres and degrees. Stateless. */
final class SectionJson {

    private SectionJson() {
    }

    static ObjectNode write(Section section) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        if (section instanceof Section.Plane p) {
            return node.put("kind", "plane").put("east", p.east()).put("north", p.north()).put("height", p.height())
                    .put("directionDegrees", p.direction()).put("level", p.level()).put("flipped", p.flipped());
        }
        Section.Box b = (Section.Box) section;
        return node.put("kind", "box").put("east", b.east()).put("north", b.north()).put("foot", b.foot()).put("width", b.width())
                .put("depth", b.depth()).put("tall", b.tall()).put("turnDegrees", b.turn());
    }

    /** @throws IllegalArgumentException where it is no section */
    static Section read(JsonNode node) {
        return switch (node.path("kind").asText("")) {
            case "plane" -> new Section.Plane(number(node, "east"), number(node, "north"), number(node, "height"),
                    number(node, "directionDegrees"), node.path("level").asBoolean(false), node.path("flipped").asBoolean(false));
            case "box" -> new Section.Box(number(node, "east"), number(node, "north"), number(node, "foot"), number(node, "width"),
                    number(node, "depth"), number(node, "tall"), number(node, "turnDegrees"));
            default -> throw new IllegalArgumentException("neither plane nor box");
        };
    }

    private static double number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        if (!value.isNumber()) {
            throw new IllegalArgumentException(field);
        }
        return value.asDouble();
    }

    /** The form for Jackson's binding. */
    static SimpleModule module() {
        return new SimpleModule("sections").addSerializer(Section.class, new Writer()).addDeserializer(Section.class, new Reader());
    }

    private static final class Writer extends StdSerializer<Section> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(Section.class);
        }

        @Override
        public void serialize(Section section, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeTree(write(section));
        }
    }

    private static final class Reader extends StdDeserializer<Section> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(Section.class);
        }

        @Override
        public Section deserialize(JsonParser in, DeserializationContext context) throws IOException {
            try {
                return read(in.readValueAsTree());
            } catch (IllegalArgumentException e) {
                throw new JsonMappingException(in, "no section: " + e.getMessage(), e);
            }
        }
    }
}
