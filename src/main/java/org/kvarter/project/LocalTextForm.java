package org.kvarter.project;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.kvarter.text.LocalText;

/** Words on disk: a string where no language is stated, or else an object by language tag. What is neither is no words. */
final class LocalTextForm {

    private LocalTextForm() {
    }

    static LocalText read(JsonNode node) {
        if (node.isTextual()) {
            return LocalText.of(node.asText());
        }
        Map<String, String> languages = new HashMap<>();
        node.properties().stream().filter(p -> p.getValue().isTextual()).forEach(p -> languages.put(p.getKey(), p.getValue().asText()));
        return new LocalText(languages);
    }

    static JsonNode write(LocalText words) {
        if (words.isEmpty()) {
            return JsonNodeFactory.instance.textNode("");
        }
        if (words.byLanguage().size() == 1 && words.byLanguage().containsKey("")) {
            return JsonNodeFactory.instance.textNode(words.byLanguage().get(""));
        }
        ObjectNode languages = JsonNodeFactory.instance.objectNode();
        words.byLanguage().forEach(languages::put);
        return languages;
    }

    /** The form for Jackson's binding. */
    static SimpleModule module() {
        return new SimpleModule("words").addSerializer(LocalText.class, new Writer()).addDeserializer(LocalText.class, new Reader());
    }

    private static final class Writer extends StdSerializer<LocalText> {

        private static final long serialVersionUID = 1L;

        Writer() {
            super(LocalText.class);
        }

        @Override
        public void serialize(LocalText words, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeTree(write(words));
        }
    }

    private static final class Reader extends StdDeserializer<LocalText> {

        private static final long serialVersionUID = 1L;

        Reader() {
            super(LocalText.class);
        }

        @Override
        public LocalText deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return read(in.readValueAsTree());
        }
    }
}
