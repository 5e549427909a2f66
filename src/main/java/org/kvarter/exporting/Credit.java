package org.kvarter.exporting;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.analysis.DataRecord;
import org.kvarter.analysis.privacy.Guard;
import org.kvarter.model.Layer;
import org.kvarter.scenario.Origin;

/**
 * Where a layer of an export comes from. Immutable.
 *
 * @param layerId   the layer
 * @param title     what people call it
 * @param quality   {@code measured}, {@code modelled} or {@code assumed}; empty where nobody said
 * @param source    who gives it, or its address; may be empty
 * @param file      name of the file it was read from; may be empty
 * @param read      when it was read, ISO 8601; may be empty
 * @param recipe    importer, recipe or expression; may be empty
 * @param licence   licence or attribution; may be empty
 * @param sentences all of it, what was reckoned, and what is withheld, as people read it
 */
public record Credit(String layerId, String title, String quality, String source, String file, String read, String recipe, String licence, List<String> sentences) {

    public Credit {
        sentences = List.copyOf(sentences);
    }

    /** The credits of some layers. */
    public static List<Credit> of(List<Layer> layers, DataOrigins origins, Guard guard) {
        return layers.stream().map(layer -> {
            DataRecord said = origins.of(layer.id());
            List<String> sentences = new ArrayList<>(origins.about(layer));
            if (guard.isPersonal(layer.id())) {
                sentences.add(guard.reason());
            }
            String file = layer.source().file();
            return new Credit(layer.id(), layer.title(), said.origin() == Origin.UNSTATED ? "" : said.origin().name().toLowerCase(Locale.ROOT), said.source(),
                    DataOrigins.fileName(file), said.read(), said.recipe(), said.licence().isEmpty() ? layer.source().licence() : said.licence(), sentences);
        }).toList();
    }

    /** Who is to be named for it, in a line; empty where neither giver nor licence is known. */
    String copyright() {
        return source.isEmpty() && licence.isEmpty() ? "" : title + ": " + (source.isEmpty() || licence.isEmpty() ? source + licence : source + ", " + licence);
    }

    /** As a {@code Dataset} of schema.org in JSON-LD. */
    ObjectNode dataset() {
        ObjectNode node = new ObjectMapper().createObjectNode().put("@context", "https://schema.org").put("@type", "Dataset").put("name", title)
                .put("description", String.join(" ", sentences));
        put(node, "creditText", source);
        put(node, "isBasedOn", file);
        put(node, "dateModified", read);
        put(node, "license", licence);
        put(node, "measurementMethod", recipe);
        put(node, "measurementTechnique", quality);
        return node;
    }

    /** Its fields by name, for extras; those that are empty are left out. */
    ObjectNode extras() {
        ObjectNode node = new ObjectMapper().createObjectNode();
        put(node, "quality", quality);
        put(node, "source", source);
        put(node, "file", file);
        put(node, "read", read);
        put(node, "recipe", recipe);
        put(node, "licence", licence);
        sentences.forEach(node.putArray("about")::add);
        return node;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }
}
