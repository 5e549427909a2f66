package org.kvarter.sample.timber;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An IFC4 model while it is drawn: project, site, building, storeys, elements and what is said of them. */
final class Model {
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_$";

    final Step step = new Step();
    final Shapes shapes;
    private final String name;
    private final String world;
    private final String building;
    private final List<Storey> storeys = new ArrayList<>();
    private final Map<String, String> placements = new HashMap<>();
    /** Elements of each material, property set, quantity set and type; each is written once, at the end. */
    private final Map<String, List<String>> materials = new LinkedHashMap<>();
    private final Map<String, List<String>> sets = new LinkedHashMap<>();
    private final Map<String, List<String>> types = new LinkedHashMap<>();
    private int guids;

    /**
     * A model whose zero stands in EPSG:3011 with heights in RH 2000.
     *
     * @param name of the building
     */
    Model(String name, double east, double north, double height) {
        this.name = name;
        String origin = step.axes(Spot.at(0, 0, 0));
        String context = step.own("IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5," + origin + ",$)");
        String body = step.own("IFCGEOMETRICREPRESENTATIONSUBCONTEXT('Body','Model',*,*,*,*," + context + ",$,.MODEL_VIEW.,$)");
        String metre = step.shared("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)");
        String crs = step.own("IFCPROJECTEDCRS('EPSG:3011','SWEREF99 18 00','SWEREF99','RH2000','Transverse Mercator','18 00'," + metre + ")");
        step.own("IFCMAPCONVERSION(" + context + "," + crs + "," + Step.n(east) + "," + Step.n(north) + "," + Step.n(height) + ",1.,0.,1.)");
        String units = step.own("IFCUNITASSIGNMENT((" + metre + "," + step.own("IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.)") + ","
                + step.own("IFCSIUNIT(*,.VOLUMEUNIT.,$,.CUBIC_METRE.)") + "," + step.own("IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.)") + "))");
        String project = step.own("IFCPROJECT('" + guid() + "',$,'" + name + "','Made for the sample district of Kvarter; CC0-1.0',$,'" + name
                + "','Design',(" + context + ")," + units + ")");
        world = step.own("IFCLOCALPLACEMENT($," + origin + ")");
        String site = step.own("IFCSITE('" + guid() + "',$,'Lindhamnsskolan, yard',$,$," + world + ",$,$,.ELEMENT.,$,$,$,$,$)");
        building = step.own("IFCBUILDING('" + guid() + "',$,'" + name + "',$,$," + world + ",$,'Preschool and community house',.ELEMENT.,$,$,$)");
        aggregate(project, List.of(site));
        aggregate(site, List.of(building));
        shapes = new Shapes(step, body);
    }

    /** A name of 22 characters that is the same at every writing. */
    String guid() {
        UUID id = UUID.nameUUIDFromBytes((name + " " + guids++).getBytes(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder().append(DIGITS.charAt((int) (id.getMostSignificantBits() >>> 62)));
        for (int k = 0; k < 21; k++) {
            int from = 120 - 6 * k;
            long bits = from >= 64 ? id.getMostSignificantBits() >>> (from - 64)
                    : from > 58 ? id.getMostSignificantBits() << (64 - from) | id.getLeastSignificantBits() >>> from : id.getLeastSignificantBits() >>> from;
            text.append(DIGITS.charAt((int) (bits & 63)));
        }
        return text.toString();
    }

    Storey storey(String title, double elevation) {
        String placement = step.own("IFCLOCALPLACEMENT(" + world + "," + step.axes(Spot.at(0, 0, elevation)) + ")");
        Storey storey = new Storey(step.own("IFCBUILDINGSTOREY('" + guid() + "',$,'" + title + "',$,$," + placement + ",$,$,.ELEMENT.,"
                + Step.n(elevation) + ")"), placement);
        storeys.add(storey);
        return storey;
    }

    /**
     * Draws an element.
     *
     * @param type  such as {@code IFCWALL}
     * @param items its shape in its own axes; none for a whole of parts
     * @param tail  what follows the tag, such as {@code ,.FLOOR.}
     */
    String element(Storey storey, String type, String title, Spot spot, List<String> items, String tail) {
        String element = part(storey.placement, type, title, spot, items, tail);
        storey.elements.add(element);
        return element;
    }

    /** An element that is in no storey itself, because it is a part, an opening, or a space. */
    String part(String relativeTo, String type, String title, Spot spot, List<String> items, String tail) {
        String placement = step.own("IFCLOCALPLACEMENT(" + relativeTo + "," + step.axes(spot) + ")");
        String element = step.own(type + "('" + guid() + "',$,'" + title + "',$,$," + placement + "," + (items.isEmpty() ? "$" : shapes.product(items))
                + (type.equals("IFCSPACE") ? "" : ",$") + tail + ")");
        placements.put(element, placement);
        return element;
    }

    String placement(String element) {
        return placements.get(element);
    }

    void aggregate(String whole, List<String> parts) {
        step.own("IFCRELAGGREGATES('" + guid() + "',$,$,$," + whole + "," + Step.list(parts) + ")");
    }

    /** A box cut out of an element, in the element's own axes; answers the opening. */
    String cut(String element, double x, double y, double z, double dx, double dy, double dz) {
        String opening = part(placement(element), "IFCOPENINGELEMENT", "Opening", Spot.at(x, y, z), List.of(shapes.plainBox(dx, dy, dz)), ",.OPENING.");
        step.own("IFCRELVOIDSELEMENT('" + guid() + "',$,$,$," + element + "," + opening + ")");
        return opening;
    }

    void fill(String opening, String element) {
        step.own("IFCRELFILLSELEMENT('" + guid() + "',$,$,$," + opening + "," + element + ")");
    }

    void material(String element, Paint... paints) {
        String key = Arrays.stream(paints).map(p -> step.shared("IFCMATERIAL('" + p.material + "',$,$)")).reduce((a, b) -> a + "," + b).orElseThrow();
        materials.computeIfAbsent(key, k -> new ArrayList<>()).add(element);
    }

    /** Says something of an element: a property set of names and typed values such as {@code IFCBOOLEAN(.T.)}. */
    void say(String element, String set, String... namesAndValues) {
        List<String> properties = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            properties.add(step.shared("IFCPROPERTYSINGLEVALUE('" + namesAndValues[i] + "',$," + namesAndValues[i + 1] + ",$)"));
        }
        sets.computeIfAbsent("IFCPROPERTYSET('%s',$,'" + set + "',$," + Step.list(properties) + ")", k -> new ArrayList<>()).add(element);
    }

    /** Says the walls', slabs' and fittings' common properties. */
    void common(String element, String kind, boolean external, boolean bearing, double uValue) {
        List<String> all = new ArrayList<>(List.of("IsExternal", truth(external)));
        if (kind.equals("Wall") || kind.equals("Slab") || kind.equals("Beam") || kind.equals("Column") || kind.equals("Member")) {
            all.addAll(List.of("LoadBearing", truth(bearing)));
        }
        if (uValue > 0) {
            all.addAll(List.of("ThermalTransmittance", "IFCTHERMALTRANSMITTANCEMEASURE(" + Step.n(uValue) + ")"));
        }
        say(element, "Pset_" + kind + "Common", all.toArray(String[]::new));
    }

    static String truth(boolean value) {
        return "IFCBOOLEAN(." + (value ? "T" : "F") + ".)";
    }

    /**
     * Measures an element.
     *
     * @param kind   as in {@code Qto_WallBaseQuantities}: {@code Wall}
     * @param names  of the quantities, each after its measure: {@code AREA NetArea}
     */
    void measure(String element, String kind, List<String> names, double... values) {
        List<String> quantities = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            String[] words = names.get(i).split(" ");
            quantities.add(step.shared("IFCQUANTITY" + words[0] + "('" + words[1] + "',$,$," + Step.n(values[i]) + ",$)"));
        }
        sets.computeIfAbsent("IFCELEMENTQUANTITY('%s',$,'Qto_" + kind + "BaseQuantities',$,$," + Step.list(quantities) + ")", k -> new ArrayList<>())
                .add(element);
    }

    void typed(String element, String type) {
        types.computeIfAbsent(type, k -> new ArrayList<>()).add(element);
    }

    /** Says something of the building. */
    void building(String... namesAndValues) {
        say(building, "Pset_BuildingCommon", namesAndValues);
    }

    /** The file. */
    String write(String file) {
        aggregate(building, storeys.stream().map(s -> s.entity).toList());
        for (Storey storey : storeys) {
            step.own("IFCRELCONTAINEDINSPATIALSTRUCTURE('" + guid() + "',$,$,$," + Step.list(storey.elements) + "," + storey.entity + ")");
            if (!storey.spaces.isEmpty()) {
                aggregate(storey.entity, storey.spaces);
            }
        }
        sets.forEach((set, elements) -> step.own("IFCRELDEFINESBYPROPERTIES('" + guid() + "',$,$,$," + Step.list(elements) + ","
                + step.own(set.replace("%s", guid())) + ")"));
        types.forEach((type, elements) -> step.own("IFCRELDEFINESBYTYPE('" + guid() + "',$,$,$," + Step.list(elements) + "," + type + ")"));
        materials.forEach((made, elements) -> step.own("IFCRELASSOCIATESMATERIAL('" + guid() + "',$,$,$," + Step.list(elements) + ","
                + (made.contains(",") ? step.own("IFCMATERIALLIST((" + made + "))") : made) + ")"));
        return step.file(file);
    }
}
