package org.kvarter.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.kvarter.sample.Draft.Part;
import org.kvarter.sample.Solid.Face;
import org.locationtech.jts.geom.Coordinate;

/** Writes the buildings and structures as CityJSON 2.0, one object per line, whole millimetres. */
final class CityJson {
    /** Semantic surfaces in the order of {@link Solid.Kind}. */
    private static final String KINDS = "{\"type\":\"GroundSurface\"},{\"type\":\"WallSurface\"},{\"type\":\"RoofSurface\"},"
            + "{\"type\":\"Window\"},{\"type\":\"Door\"}";

    private final Map<List<Long>, Integer> index = new LinkedHashMap<>();
    private final List<String> objects = new ArrayList<>();
    private final List<String> materials = new ArrayList<>(Palette.COLOURS.keySet());
    private long minX = Long.MAX_VALUE;
    private long minY = Long.MAX_VALUE;
    private long minZ = Long.MAX_VALUE;
    private long maxX = Long.MIN_VALUE;
    private long maxY = Long.MIN_VALUE;
    private long maxZ = Long.MIN_VALUE;

    /** The whole document. */
    static String write(List<Building> buildings, List<Waterside.Structure> structures) {
        CityJson out = new CityJson();
        buildings.forEach(out::building);
        structures.forEach(s -> out.structure(s, structures));
        return out.document();
    }

    private void building(Building b) {
        Draft d = b.draft();
        Map<String, Object> a = new LinkedHashMap<>();
        if (!d.name().isEmpty()) {
            a.put("name", d.name());
        }
        a.put("function", d.function().text());
        a.put("yearOfConstruction", d.year());
        a.put("storeysAboveGround", d.storeys());
        a.put("measuredHeight", metres(d.top() - d.base() - 0.4));
        a.put("roofType", d.roofType());
        a.put("grossFloorArea", (long) b.grossArea());
        a.put("apartments", b.apartments());
        a.put("energyClass", b.energyClass());
        a.put("address", b.address());
        a.put("quarter", d.quarter());
        if (!b.association().isEmpty()) {
            a.put("housingAssociation", b.association());
        }
        a.put("heatingSystem", b.heating());
        a.put("owner", b.owner());
        if (d.parts().size() == 1) {
            objects.add(object(b.id(), "Building", a, null, List.of(), d.parts().get(0).solid()));
            return;
        }
        List<String> children = new ArrayList<>();
        for (int i = 0; i < d.parts().size(); i++) {
            children.add(b.id() + "-" + (i + 1));
        }
        objects.add(object(b.id(), "Building", a, null, children, null));
        for (int i = 0; i < d.parts().size(); i++) {
            Part p = d.parts().get(i);
            Map<String, Object> own = new LinkedHashMap<>();
            own.put("storeysAboveGround", p.storeys());
            objects.add(object(children.get(i), "BuildingPart", own, b.id(), List.of(), p.solid()));
        }
    }

    private void structure(Waterside.Structure s, List<Waterside.Structure> all) {
        Map<String, Object> a = new LinkedHashMap<>();
        if (!s.name().isEmpty()) {
            a.put("name", s.name());
        }
        a.put("function", s.function());
        List<String> children = all.stream().filter(o -> s.id().equals(o.parent())).map(Waterside.Structure::id).toList();
        objects.add(object(s.id(), s.type(), a, s.parent(), children, s.solid()));
    }

    private String object(String id, String type, Map<String, Object> attributes, String parent, List<String> children, Solid solid) {
        StringBuilder o = new StringBuilder();
        o.append(text(id)).append(":{\"type\":").append(text(type)).append(",\"attributes\":{");
        String comma = "";
        for (Map.Entry<String, Object> e : attributes.entrySet()) {
            o.append(comma).append(text(e.getKey())).append(':').append(e.getValue() instanceof String s ? text(s) : e.getValue().toString());
            comma = ",";
        }
        o.append('}');
        if (parent != null) {
            o.append(",\"parents\":[").append(text(parent)).append(']');
        }
        if (!children.isEmpty()) {
            o.append(",\"children\":[").append(String.join(",", children.stream().map(CityJson::text).toList())).append(']');
        }
        if (solid != null) {
            o.append(",\"geometry\":[").append(geometry(solid, type)).append(']');
        }
        return o.append('}').toString();
    }

    /** The closed body or bodies, and beside them the surfaces fitted to them. */
    private String geometry(Solid solid, String type) {
        boolean semantics = type.startsWith("Building") || type.startsWith("Bridge");
        if (!solid.more().isEmpty()) {
            List<List<Face>> bodies = new ArrayList<>(List.of(solid.faces()));
            solid.more().forEach(s -> bodies.add(s.faces()));
            return surfaces("MultiSolid", bodies, semantics);
        }
        String body = surfaces("Solid", List.of(solid.faces()), semantics);
        return solid.fittings().isEmpty() ? body : body + "," + surfaces("MultiSurface", List.of(solid.fittings()), semantics);
    }

    private String surfaces(String shape, List<List<Face>> bodies, boolean semantics) {
        boolean coloured = bodies.stream().flatMap(List::stream).anyMatch(f -> f.material() != null);
        return "{\"type\":\"" + shape + "\",\"lod\":\"2.2\",\"boundaries\":" + nested(shape, bodies, this::boundary)
                + (semantics ? ",\"semantics\":{\"surfaces\":[" + KINDS + "],\"values\":" + nested(shape, bodies, f -> String.valueOf(f.kind().ordinal())) + "}" : "")
                + (coloured ? ",\"material\":{\"visual\":{\"values\":" + nested(shape, bodies, this::colour) + "}}" : "") + "}";
    }

    /** One value per face, in as many brackets as the shape has levels. */
    private static String nested(String shape, List<List<Face>> bodies, Function<Face, String> value) {
        List<String> lists = bodies.stream().map(b -> "[" + String.join(",", b.stream().map(value).toList()) + "]").toList();
        return switch (shape) {
            case "MultiSurface" -> lists.get(0);
            case "Solid" -> "[" + lists.get(0) + "]";
            default -> "[" + String.join(",", lists.stream().map(l -> "[" + l + "]").toList()) + "]";
        };
    }

    private String boundary(Face f) {
        return "[[" + String.join(",", f.ring().stream().map(c -> String.valueOf(vertex(c))).toList()) + "]]";
    }

    private String colour(Face f) {
        return f.material() == null ? "null" : String.valueOf(materials.indexOf(f.material()));
    }

    private int vertex(Coordinate c) {
        long x = StrictMath.round(c.x * 1000);
        long y = StrictMath.round(c.y * 1000);
        long z = StrictMath.round(c.getZ() * 1000);
        minX = Math.min(minX, x);
        minY = Math.min(minY, y);
        minZ = Math.min(minZ, z);
        maxX = Math.max(maxX, x);
        maxY = Math.max(maxY, y);
        maxZ = Math.max(maxZ, z);
        return index.computeIfAbsent(List.of(x, y, z), k -> index.size());
    }

    private String document() {
        StringBuilder out = new StringBuilder();
        out.append("{\"type\":\"CityJSON\",\"version\":\"2.0\",\n");
        out.append("\"transform\":{\"scale\":[0.001,0.001,0.001],\"translate\":[").append(metres(Frame.EAST0)).append(',')
                .append(metres(Frame.NORTH0)).append(",0.0]},\n");
        out.append("\"metadata\":{\"title\":\"Lindhamn, a fictional harbour district\",\"identifier\":\"lindhamn\",\"referenceDate\":\"2025-01-01\",")
                .append("\"referenceSystem\":\"https://www.opengis.net/def/crs/EPSG/0/3011\",\"geographicalExtent\":[")
                .append(metres(Frame.EAST0 + minX / 1000.0)).append(',').append(metres(Frame.NORTH0 + minY / 1000.0)).append(',').append(metres(minZ / 1000.0)).append(',')
                .append(metres(Frame.EAST0 + maxX / 1000.0)).append(',').append(metres(Frame.NORTH0 + maxY / 1000.0)).append(',').append(metres(maxZ / 1000.0)).append("]},\n");
        out.append("\"appearance\":{\"default-theme-material\":\"visual\",\"materials\":[");
        String comma = "";
        for (Map.Entry<String, Integer> e : Palette.COLOURS.entrySet()) {
            int c = e.getValue();
            out.append(comma).append("\n{\"name\":").append(text(e.getKey())).append(",\"diffuseColor\":[").append(share(c >> 16)).append(',').append(share(c >> 8)).append(',').append(share(c)).append("]}");
            comma = ",";
        }
        out.append("]},\n\"CityObjects\":{\n").append(String.join(",\n", objects)).append("},\n\"vertices\":[\n");
        comma = "";
        int n = 0;
        for (List<Long> v : index.keySet()) {
            out.append(comma).append('[').append(v.get(0)).append(',').append(v.get(1)).append(',').append(v.get(2)).append(']');
            comma = ++n % 20 == 0 ? ",\n" : ",";
        }
        return out.append("]}\n").toString();
    }

    private static String share(int channel) {
        return String.format(Locale.ROOT, "%.3f", (channel & 255) / 255.0);
    }

    /** To centimetres; a number in the file, not a text. */
    private static BigDecimal metres(double v) {
        return new BigDecimal(String.format(Locale.ROOT, "%.2f", v));
    }

    private static String text(String s) {
        return '"' + s.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
