package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The materials of a document as colours; textures are only counted. */
final class Appearance {

    private final List<Integer> argb = new ArrayList<>();
    private String defaultTheme = "";
    private int textures;

    void clear() {
        argb.clear();
        defaultTheme = "";
        textures = 0;
    }

    boolean isEmpty() {
        return argb.isEmpty();
    }

    int textureCount() {
        return textures;
    }

    /** Theme to use where a geometry has several, empty where the file names none. */
    String defaultTheme() {
        return defaultTheme;
    }

    /** Colour of a material, 0 where there is none of that number or it has no colour. */
    int argb(int material) {
        return material >= 0 && material < argb.size() ? argb.get(material) : 0;
    }

    /** Reads the {@code appearance} object. */
    void read(JsonParser p) throws IOException {
        if (!Json.startsObject(p)) {
            return;
        }
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "materials" -> readMaterials(p);
                case "textures" -> textures = countElements(p);
                case "default-theme-material" -> defaultTheme = Json.text(p);
                default -> p.skipChildren();
            }
        }
    }

    private void readMaterials(JsonParser p) throws IOException {
        if (!Json.startsArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            argb.add(readMaterial(p));
        }
    }

    private static int readMaterial(JsonParser p) throws IOException {
        if (!Json.startsObject(p)) {
            return 0;
        }
        double[] diffuse = null;
        double transparency = 0;
        for (String name; (name = p.nextFieldName()) != null;) {
            p.nextToken();
            switch (name) {
                case "diffuseColor" -> diffuse = Json.numbers(p, 3);
                case "transparency" -> transparency = Json.number(p);
                default -> p.skipChildren();
            }
        }
        if (diffuse == null) {
            return 0;
        }
        return channel(1 - transparency, 1) << 24 | channel(diffuse[0], 0) << 16 | channel(diffuse[1], 0) << 8 | channel(diffuse[2], 0);
    }

    private static int channel(double share, double fallback) {
        double value = Double.isFinite(share) ? share : fallback;
        return (int) Math.round(255 * Math.max(0, Math.min(1, value)));
    }

    private static int countElements(JsonParser p) throws IOException {
        if (!Json.startsArray(p)) {
            return 0;
        }
        int count = 0;
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            p.skipChildren();
            count++;
        }
        return count;
    }
}
