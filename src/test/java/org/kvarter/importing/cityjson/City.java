package org.kvarter.importing.cityjson;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes small CityJSON texts for tests: sections in any order, any of them missing or broken. Starts as an empty city of version 2.0
 * in millimetres whose vertices are the unit cube at 1000/2000/10: 0–3 its base, 4–7 above them, counter-clockwise from the origin.
 */
final class City {

    /** Six faces of the cube, outward. */
    static final String CUBE_FACES = "[[0,3,2,1]],[[4,5,6,7]],[[0,1,5,4]],[[1,2,6,5]],[[2,3,7,6]],[[3,0,4,7]]";
    static final String CUBE_SOLID = "[[" + CUBE_FACES + "]]";
    static final String CUBE_VERTICES =
            "[[0,0,0],[1000,0,0],[1000,1000,0],[0,1000,0],[0,0,1000],[1000,0,1000],[1000,1000,1000],[0,1000,1000]]";

    private final Map<String, String> sections = new LinkedHashMap<>();
    private final List<String> objects = new ArrayList<>();

    City() {
        set("type", "\"CityJSON\"").set("version", "\"2.0\"").set("transform",
                "{\"scale\":[0.001,0.001,0.001],\"translate\":[1000,2000,10]}");
        set("CityObjects", "").set("vertices", CUBE_VERTICES);
    }

    /** Sets, or replaces in its place, a section of the root. */
    City set(String section, String json) {
        sections.put(section, json);
        return this;
    }

    City version(String version) {
        return set("version", "\"" + version + "\"");
    }

    City without(String section) {
        sections.remove(section);
        return this;
    }

    /** Moves a section to the end. */
    City last(String section) {
        return set(section, sections.remove(section));
    }

    /** Adds an object; {@code members} are the members of its JSON object, comma-separated, without the type. */
    City object(String id, String type, String... members) {
        objects.add("\"" + id + "\":{\"type\":\"" + type + "\"" + (members.length == 0 ? "" : "," + String.join(",", members)) + "}");
        return this;
    }

    /** Adds an object as it is. */
    City raw(String objectJson) {
        objects.add(objectJson);
        return this;
    }

    static String geometry(String type, String lod, String boundaries, String... members) {
        return "\"geometry\":[" + oneGeometry(type, lod, boundaries, members) + "]";
    }

    static String geometries(String... all) {
        return "\"geometry\":[" + String.join(",", all) + "]";
    }

    static String oneGeometry(String type, String lod, String boundaries, String... members) {
        return "{\"type\":\"" + type + "\",\"lod\":\"" + lod + "\",\"boundaries\":" + boundaries
                + (members.length == 0 ? "" : "," + String.join(",", members)) + "}";
    }

    static String semantics(String values, String... types) {
        StringBuilder surfaces = new StringBuilder();
        for (String type : types) {
            surfaces.append(surfaces.length() == 0 ? "" : ",").append("{\"type\":\"").append(type).append("\"}");
        }
        return "\"semantics\":{\"values\":" + values + ",\"surfaces\":[" + surfaces + "]}";
    }

    static String cube(String lod) {
        return geometry("Solid", lod, CUBE_SOLID);
    }

    String json() {
        sections.put("CityObjects", "{" + String.join(",", objects) + "}");
        StringBuilder text = new StringBuilder("{");
        sections.forEach((name, value) -> text.append(text.length() == 1 ? "" : ",").append('"').append(name).append("\":").append(value));
        return text.append('}').toString();
    }

    Path write(Path folder) throws IOException {
        Path file = folder.resolve("test.city.json");
        Files.write(file, json().getBytes(StandardCharsets.UTF_8));
        return file;
    }
}
