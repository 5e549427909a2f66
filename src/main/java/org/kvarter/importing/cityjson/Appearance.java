package org.kvarter.importing.cityjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.Texture;

/** The materials of a document as colours, its textures as pictures, and the places on these that corners name. */
final class Appearance {

    private final List<Integer> argb = new ArrayList<>();
    private final List<String> pictures = new ArrayList<>();
    private final Map<Integer, Optional<Texture>> found = new HashMap<>();
    private final TextureFiles files;
    private float[] places = new float[0];
    private int placeCount;
    private String defaultTheme = "";
    private String defaultTextureTheme = "";

    Appearance(TextureFiles files) {
        this.files = files;
    }

    void clear() {
        argb.clear();
        pictures.clear();
        found.clear();
        placeCount = 0;
        defaultTheme = "";
        defaultTextureTheme = "";
    }

    boolean isEmpty() {
        return argb.isEmpty() && pictures.isEmpty();
    }

    /** Theme of pictures to use where a geometry has several, empty where the file names none. */
    String defaultTextureTheme() {
        return defaultTextureTheme;
    }

    /** Picture of that number; empty where there is none or it is missing, of which a person is told. */
    Optional<Texture> texture(int number) {
        return found.computeIfAbsent(number, n -> n < 0 || n >= pictures.size() || pictures.get(n).isEmpty() ? Optional.empty()
                : files.find(pictures.get(n)));
    }

    boolean hasPlace(int number) {
        return number >= 0 && number < placeCount;
    }

    /** Across the picture from its left edge. */
    float u(int place) {
        return places[2 * place];
    }

    /** Up the picture from its lower edge. */
    float v(int place) {
        return places[2 * place + 1];
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
                case "textures" -> readTextures(p);
                case "vertices-texture" -> readPlaces(p);
                case "default-theme-texture" -> defaultTextureTheme = Json.text(p);
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

    private void readTextures(JsonParser p) throws IOException {
        if (!Json.startsArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            String image = "";
            if (Json.startsObject(p)) {
                for (String name; (name = p.nextFieldName()) != null;) {
                    p.nextToken();
                    if (name.equals("image")) {
                        image = Json.text(p);
                    } else {
                        p.skipChildren();
                    }
                }
            }
            pictures.add(image);
        }
    }

    private void readPlaces(JsonParser p) throws IOException {
        if (!Json.startsArray(p)) {
            return;
        }
        while (p.nextToken() != JsonToken.END_ARRAY) {
            Json.requireMore(p);
            double[] uv = p.currentToken() == JsonToken.START_ARRAY ? Json.numbers(p, 2) : null;
            if (p.currentToken() == JsonToken.START_OBJECT) {
                p.skipChildren();
            }
            if (2 * placeCount + 2 > places.length) {
                places = Arrays.copyOf(places, Math.max(512, 2 * places.length));
            }
            places[2 * placeCount] = uv == null || !Double.isFinite(uv[0] + uv[1]) ? 0 : (float) uv[0];
            places[2 * placeCount + 1] = uv == null || !Double.isFinite(uv[0] + uv[1]) ? 0 : (float) uv[1];
            placeCount++;
        }
    }
}
