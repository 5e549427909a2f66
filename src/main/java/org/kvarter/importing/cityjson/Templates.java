package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.importing.arrays.MemoryBudget;

/** The {@code geometry-templates} of a document: geometries in coordinates of their own that instances put in place. */
final class Templates {

    private final MemoryBudget budget;
    private final List<GeometryScratch> geometries = new ArrayList<>();
    private final VertexStore vertices;

    Templates(MemoryBudget budget) {
        this.budget = budget;
        this.vertices = new VertexStore(budget);
    }

    /** The template of that number, {@code null} where there is none. */
    GeometryScratch get(int number) {
        return number >= 0 && number < geometries.size() ? geometries.get(number) : null;
    }

    VertexStore vertices() {
        return vertices;
    }

    /** Reads the {@code geometry-templates} object. */
    void read(JsonParser p) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "templates" -> readTemplates(p);
                case "vertices-templates" -> Vertices.read(p, vertices);
                default -> p.skipChildren();
            }
        }
    }

    private void readTemplates(JsonParser p) throws IOException {
        if (!Json.startsArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            budget.claim(512);
            GeometryScratch geometry = new GeometryScratch(budget);
            GeometryReader.read(p, geometry);
            geometries.add(geometry);
        }
    }
}
