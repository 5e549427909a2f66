package org.kvarter.importing.collada;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.models.Matrix;
import org.kvarter.importing.models.Placer;
import org.w3c.dom.Element;

/**
 * A model that a KML document places.
 *
 * @param name      of its placemark
 * @param place     longitude and latitude in degrees, altitude in metres
 * @param absolute  whether the altitude counts from the sea, not from the ground
 * @param turned    scale and orientation: to east, north and up in metres
 * @param reference of the COLLADA file
 * @param aliases   where else its pictures are, by the name the COLLADA file uses
 */
record KmlModel(String name, double[] place, boolean absolute, Matrix turned, String reference, Map<String, String> aliases) {

    private static final double SEMI_MAJOR = 6_378_137;
    private static final double ECCENTRICITY_SQUARED = 6.69437999014e-3;

    /** All models of a document, in order. */
    static List<KmlModel> of(Element root) {
        List<KmlModel> models = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>();
        open.push(root);
        while (!open.isEmpty()) {
            Element element = open.pop();
            if (Xml.name(element).equals("Placemark")) {
                modelsIn(element, Xml.text(element, "name"), models);
            } else {
                List<Element> children = Xml.children(element);
                for (int i = children.size() - 1; i >= 0; i--) {
                    open.push(children.get(i));
                }
            }
        }
        return models;
    }

    private static void modelsIn(Element element, String name, List<KmlModel> into) {
        for (Element child : Xml.children(element, "Model", "MultiGeometry")) {
            if (Xml.name(child).equals("Model")) {
                into.add(read(child, name));
            } else {
                modelsIn(child, name, into);
            }
        }
    }

    private static KmlModel read(Element model, String name) {
        Element location = Xml.child(model, "Location");
        String mode = Xml.text(model, "altitudeMode");
        boolean clamped = mode.isEmpty() || mode.startsWith("clamp");
        double[] place = {Xml.number(Xml.text(location, "longitude"), Double.NaN), Xml.number(Xml.text(location, "latitude"), Double.NaN),
            clamped ? 0 : Xml.number(Xml.text(location, "altitude"), 0)};
        Element turn = Xml.child(model, "Orientation");
        Element scale = Xml.child(model, "Scale");
        // KML turns clockwise seen along the axis from its end: heading about up, tilt about east, roll about north
        Matrix turned = Matrix.rotation(0, 0, 1, -Xml.number(Xml.text(turn, "heading"), 0))
                .times(Matrix.rotation(1, 0, 0, -Xml.number(Xml.text(turn, "tilt"), 0)))
                .times(Matrix.rotation(0, 1, 0, -Xml.number(Xml.text(turn, "roll"), 0)))
                .times(Matrix.scale(Xml.number(Xml.text(scale, "x"), 1), Xml.number(Xml.text(scale, "y"), 1),
                        Xml.number(Xml.text(scale, "z"), 1)));
        Map<String, String> aliases = new HashMap<>();
        for (Element alias : Xml.children(Xml.child(model, "ResourceMap"), "Alias")) {
            aliases.put(Xml.text(alias, "sourceHref"), Xml.text(alias, "targetHref"));
        }
        return new KmlModel(name, place, mode.equals("absolute"), turned, Xml.text(model, "Link", "href"), aliases);
    }

    /** Whether it says where it stands. */
    boolean isPlaced() {
        return Math.abs(place[0]) <= 180 && Math.abs(place[1]) < 89;
    }

    /** From metres east, north and up of its place to longitude, latitude and height, along the ellipsoid's radii (WGS 84). */
    Placer placer() {
        double latitude = Math.toRadians(place[1]);
        double w = Math.sqrt(1 - ECCENTRICITY_SQUARED * Math.sin(latitude) * Math.sin(latitude));
        double perEast = Math.toDegrees(w / (SEMI_MAJOR * Math.cos(latitude)));
        double perNorth = Math.toDegrees(w * w * w / (SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)));
        return xyz -> {
            xyz[0] = place[0] + xyz[0] * perEast;
            xyz[1] = place[1] + xyz[1] * perNorth;
            xyz[2] += place[2];
        };
    }
}
