package org.kvarter.importing.citygml;

import java.io.IOException;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.importing.city.Kinds;
import org.kvarter.importing.city.SurfaceFacts;
import org.kvarter.model.Severity;
import org.kvarter.model.SurfaceKind;

/**
 * Reads city objects into a {@link Chunk}, whatever their module: by GML's rule that properties hold values or objects, in turn. Names that
 * are not CityGML's are an extension's; what is simple in them becomes attributes. Not thread-safe.
 */
final class ObjectReader {

    private static final int DEEPEST_ATTRIBUTE = 4;
    private static final int MOST_ATTRIBUTES = 2000;

    /**
     * What properties belong to: an object, or a surface of one.
     *
     * @param row     row in the chunk
     * @param surface whether it is a surface
     * @param kind    of the surface, −1 for none
     * @param facts   attributes of the surface, or {@code null}
     * @param into    where attributes go
     */
    private record Owner(int row, boolean surface, int kind, SurfaceFacts facts, AttributeRow into) {
    }

    private final Xml x;
    private final GeometryReader geometries;
    private final Templates templates;
    private final ReliefReader relief;
    private final SeriesReader series;
    private final DiagnosticTally problems;
    private final Document document;
    private Chunk chunk;
    private int unnamed;

    ObjectReader(Xml x, Document document, Templates templates, ReliefReader relief, SeriesReader series, DiagnosticTally problems) {
        this.x = x;
        this.document = document;
        this.geometries = new GeometryReader(x, document.hasPictures);
        this.templates = templates;
        this.relief = relief;
        this.series = series;
        this.problems = problems;
    }

    /**
     * Reads the object at hand, a member of the city model, and goes past it.
     *
     * @return whether it is a city object; anything else is only counted
     */
    boolean readMember(Chunk into) throws IOException {
        chunk = into;
        geometries.into(chunk.geometry, document.dimension);
        String name = x.name();
        if (FeatureTypes.isRelief(name)) {
            relief.read(x);
            return false;
        }
        if (SeriesReader.isOne(name)) {
            series.read("", null);
            document.other(name);
            return false;
        }
        boolean extension = FeatureTypes.isExtension(x.namespace());
        object(-1);
        if (chunk.shapes.isEmpty() && chunk.flats.isEmpty() && chunk.instances.isEmpty() && !FeatureTypes.isCityObject(name)) {
            // such as a thermal zone or a construction: something to calculate with, nothing to see
            document.other(name);
            return false;
        }
        if (extension) {
            document.unknown(name);
        }
        String stated = geometries.system();
        chunk.system = !chunk.system.isEmpty() ? chunk.system : stated == null ? document.system : stated;
        return true;
    }

    private void object(int parent) throws IOException {
        String name = x.name();
        String id = x.attribute("id");
        CityObjectType type = FeatureTypes.of(name, parent < 0 ? null : chunk.rows.get(parent).type);
        int row = chunk.addRow(id == null || id.isBlank() ? name + "-" + ++unnamed : id.strip(), name, type, parent);
        properties(new Owner(row, false, Kinds.UNKNOWN, null, chunk.rows.get(row).attributes));
    }

    private void surface(Owner of) throws IOException {
        String name = x.name();
        AttributeRow attributes = new AttributeRow();
        properties(new Owner(of.row, true, kind(name), new SurfaceFacts(name, attributes), attributes));
    }

    private static int kind(String name) {
        return switch (name) {
            case "WindowSurface" -> SurfaceKind.WINDOW.ordinal();
            case "DoorSurface" -> SurfaceKind.DOOR.ordinal();
            default -> Kinds.ofSemantics(name);
        };
    }

    private void properties(Owner owner) throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            property(owner);
        }
    }

    private void property(Owner owner) throws IOException {
        String name = x.name();
        if (isLod(name)) {
            geometry(owner, name);
        } else if (GenericAttributes.isOne(name)) {
            GenericAttributes.read(x, owner.into);
        } else if (name.equals("appearance")) {
            AppearanceReader.read(x, chunk.looks);
        } else if (name.startsWith("adeOf") || name.equals("adeOfCityModel")) {
            int depth = x.depth();
            while (x.nextChild(depth)) {
                properties(owner);
            }
        } else {
            values(owner, name, 0);
        }
    }

    private static boolean isLod(String name) {
        return name.length() > 4 && name.startsWith("lod") && name.charAt(3) >= '0' && name.charAt(3) <= '4';
    }

    /** A property of any kind: simple text, objects of the model, or a structure that is flattened. */
    private void values(Owner owner, String path, int level) throws IOException {
        String uom = x.attribute("uom");
        String href = x.href();
        int depth = x.depth();
        boolean child = x.nextChildOrText(depth);
        if (!child) {
            String text = x.lastText();
            if (!text.isEmpty()) {
                attribute(owner, path, Values.of(path, text, uom), Values.unit(uom));
            } else if (href != null && path.endsWith("groupMember")) {
                attribute(owner, "members", href.startsWith("#") ? href.substring(1) : href, "");
            } else if (href != null && level == 0 && (path.equals("buildingRoom") || path.equals("buildingUnit") || path.equals("storey"))) {
                attribute(owner, path, href.startsWith("#") ? href.substring(1) : href, "");
            }
            return;
        }
        do {
            value(owner, path, level);
        } while (x.nextChild(depth));
    }

    private void value(Owner owner, String path, int level) throws IOException {
        String name = x.name();
        if (FeatureTypes.isSurface(name)) {
            surface(owner);
        } else if (FeatureTypes.isCityObject(name)) {
            object(owner.row);
        } else if (name.equals("Envelope")) {
            envelope();
        } else if (name.equals("Address") || name.equals("AddressDetails")) {
            attribute(owner, "address", Addresses.read(x), "");
        } else if (name.equals("Appearance")) {
            AppearanceReader.read(x, chunk.looks);
        } else if (name.equals("ImplicitGeometry")) {
            implicit(owner, "0");
        } else if (SeriesReader.isOne(name)) {
            document.other(name);
            series.read(chunk.rows.get(owner.row).id, chunk.rows.get(owner.row).attributes);
        } else if (name.endsWith("TimeSeries") || name.endsWith("Timeseries") || name.endsWith("Schedule")) {
            skip();
        } else if (GeometryReader.isGeometry(name) || level >= DEEPEST_ATTRIBUTE) {
            skip();
        } else if (name.equals("Height") && path.equals("height")) {
            height(owner);
        } else if (x.isObject()) {
            structure(owner, path, level);
        } else {
            values(owner, path + "." + name, level + 1);
        }
    }

    /** An object that is no city object: its properties become attributes named after the property that holds it. */
    private void structure(Owner owner, String path, int level) throws IOException {
        if (FeatureTypes.isExtension(x.namespace())) {
            document.extension(x.namespace());
            if (x.name().endsWith("Zone")) {
                document.other(x.name());
            }
        }
        int depth = x.depth();
        String type = "";
        while (x.nextChild(depth)) {
            String name = x.name();
            if (name.equals("type") && x.href() == null) {
                type = x.text();
            } else if (name.equals("value") && !type.isEmpty()) {
                values(owner, path + "." + type, level + 1);
            } else {
                values(owner, path + "." + name, level + 1);
            }
        }
    }

    /** CityGML 3.0's height: a value between two references. */
    private void height(Owner owner) throws IOException {
        int depth = x.depth();
        String low = "";
        String high = "";
        Object value = null;
        String unit = "";
        while (x.nextChild(depth)) {
            switch (x.name()) {
                case "lowReference" -> low = x.text();
                case "highReference" -> high = x.text();
                case "value" -> {
                    unit = Values.unit(x.attribute("uom"));
                    value = Values.number(x.text());
                }
                default -> { }
            }
        }
        boolean first = !owner.into.names.contains("height");
        attribute(owner, first ? "height" : "height (" + low + " – " + high + ")", value, unit);
        if (first && !(low + high).isEmpty()) {
            attribute(owner, "height.from", low, "");
            attribute(owner, "height.to", high, "");
        }
    }

    /** Several values of one name are one, with semicolons between; of a surface only what tells surfaces apart is kept. */
    private void attribute(Owner owner, String name, Object value, String unit) {
        if (value == null || value.equals("") || owner.surface && (name.equals("name") || name.equals("description")
                || name.equals("creationDate") || name.equals("terminationDate"))) {
            return;
        }
        AttributeRow row = owner.into;
        int at = row.names.indexOf(name);
        if (at >= 0) {
            String both = row.values.get(at) + "; " + value;
            row.values.set(at, both.length() > 10_000 ? row.values.get(at) : both);
        } else if (row.names.size() < MOST_ATTRIBUTES) {
            row.attribute(name, value, unit);
        } else {
            problems.add(Severity.WARNING, "attributes.tooMany", chunk.rows.get(owner.row).id, name, MOST_ATTRIBUTES);
        }
    }

    private void geometry(Owner owner, String name) throws IOException {
        String lod = name.substring(3, 4);
        if (name.endsWith("ImplicitRepresentation")) {
            int depth = x.depth();
            while (x.nextChild(depth)) {
                implicit(owner, lod);
            }
            return;
        }
        if (name.contains("TerrainIntersection") || name.endsWith("PointCloud")) {
            skip();
            return;
        }
        int from = chunk.geometry.entryCount();
        int line = chunk.geometry.lineCount();
        geometries.property(false);
        if (chunk.geometry.entryCount() > from) {
            chunk.shapes.add(new Chunk.Shape(owner.row, lod, owner.surface, kindOf(owner, name), owner.facts, from,
                    chunk.geometry.entryCount()));
        }
        if (chunk.geometry.lineCount() > line) {
            chunk.flats.add(new Chunk.Flat(owner.row, lod, line, chunk.geometry.lineCount()));
        }
    }

    private static int kindOf(Owner owner, String property) {
        return switch (property) {
            case "lod0FootPrint" -> SurfaceKind.GROUND.ordinal();
            case "lod0RoofEdge" -> SurfaceKind.ROOF.ordinal();
            default -> owner.kind;
        };
    }

    private void implicit(Owner owner, String lod) throws IOException {
        Chunk.Instance instance = templates.read(x, geometries, chunk, owner.row, lod, document.dimension);
        if (instance != null) {
            chunk.instances.add(instance);
        } else {
            problems.add(Severity.WARNING, "instance.broken", chunk.rows.get(owner.row).id);
        }
    }

    private void envelope() throws IOException {
        String stated = x.attribute("srsName");
        if (stated != null && !stated.isBlank() && chunk.system.isEmpty()) {
            chunk.system = stated.strip();
        }
        skip();
    }

    private void skip() throws IOException {
        int depth = x.depth();
        while (x.nextChild(depth)) {
            continue;
        }
    }
}
