package org.kvarter.importing.ifc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A small IFC file in the making: {@code add} takes the text of an instance and answers its reference, so that files read from the inside
 * out. Begins with a project in metres, a site, a building and a storey.
 */
public final class IfcDraft {

    private final List<String> lines = new ArrayList<>();
    private final List<String> onStorey = new ArrayList<>();
    private final List<String> ofProject = new ArrayList<>();
    private final String schema;
    private final String origin;
    private final String context;
    private final String storey;
    private final String storeyPlace;
    private int guid;

    private IfcDraft(String schema, String lengthUnit, String trueNorth, String site) {
        this.schema = schema;
        origin = axis(0, 0, 0);
        String north = trueNorth.isEmpty() ? "$" : add("IFCDIRECTION((" + trueNorth + "))");
        context = add("IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5," + origin + "," + north + ")");
        String length = lengthUnit.contains("#m") ? add(lengthUnit.replace("#m", add("IFCMEASUREWITHUNIT(IFCLENGTHMEASURE(0.3048),"
                + add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)") + ")"))) : add(lengthUnit);
        String units = add("IFCUNITASSIGNMENT((" + length + "," + add("IFCSIUNIT(*,.PLANEANGLEUNIT.,$,.RADIAN.)") + ","
                + add("IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.)") + "))");
        String project = add("IFCPROJECT('" + guid() + "',$,'Draft',$,$,$,$,(" + context + ")," + units + ")");
        String sitePlace = add("IFCLOCALPLACEMENT($," + origin + ")");
        String siteRef = add("IFCSITE('" + guid() + "',$,'Plot',$,$," + sitePlace + ",$,$,.ELEMENT.," + site + ",$,$)");
        String buildingPlace = add("IFCLOCALPLACEMENT(" + sitePlace + "," + origin + ")");
        String building = add("IFCBUILDING('" + guid() + "',$,'House',$,$," + buildingPlace + ",$,$,.ELEMENT.,$,$,$)");
        storeyPlace = add("IFCLOCALPLACEMENT(" + buildingPlace + "," + origin + ")");
        storey = add("IFCBUILDINGSTOREY('" + guid() + "',$,'Ground floor',$,$," + storeyPlace + ",$,$,.ELEMENT.,0.)");
        relate("IFCRELAGGREGATES", project, siteRef);
        relate("IFCRELAGGREGATES", siteRef, building);
        relate("IFCRELAGGREGATES", building, storey);
        ofProject.add(project);
        ofProject.add(siteRef);
    }

    /** IFC4 in metres without a place. */
    static IfcDraft metres() {
        return new IfcDraft("IFC4", "IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)", "", "$,$,$");
    }

    /** IFC2x3 in millimetres. */
    static IfcDraft millimetres() {
        return new IfcDraft("IFC2X3", "IFCSIUNIT(*,.LENGTHUNIT.,.MILLI.,.METRE.)", "", "$,$,$");
    }

    /** IFC4 in feet. */
    static IfcDraft feet() {
        return new IfcDraft("IFC4", "IFCCONVERSIONBASEDUNIT($,.LENGTHUNIT.,'FOOT',#m)", "", "$,$,$");
    }

    /**
     * IFC4 in metres at a latitude and longitude.
     *
     * @param site      latitude, longitude and elevation as in the file
     * @param trueNorth ratios of its direction, or empty
     */
    static IfcDraft at(String site, String trueNorth) {
        return new IfcDraft("IFC4", "IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)", trueNorth, site);
    }

    /** Adds an instance and answers its reference. */
    String add(String instance) {
        lines.add(instance);
        return "#" + lines.size();
    }

    String guid() {
        return String.format(Locale.ROOT, "G%021d", ++guid);
    }

    String context() {
        return context;
    }

    String origin() {
        return origin;
    }

    String project() {
        return ofProject.get(0);
    }

    String site() {
        return ofProject.get(1);
    }

    String point(double... xyz) {
        return add("IFCCARTESIANPOINT((" + numbers(xyz) + "))");
    }

    static String numbers(double... values) {
        StringBuilder out = new StringBuilder();
        for (double v : values) {
            out.append(out.length() > 0 ? "," : "").append(String.format(Locale.ROOT, "%.6f", v));
        }
        return out.toString();
    }

    String axis(double x, double y, double z) {
        return add("IFCAXIS2PLACEMENT3D(" + point(x, y, z) + ",$,$)");
    }

    /** Turned about z, radians. */
    String axis(double x, double y, double z, double turn) {
        return add("IFCAXIS2PLACEMENT3D(" + point(x, y, z) + "," + add("IFCDIRECTION((0.,0.,1.))") + ","
                + add("IFCDIRECTION((" + numbers(Math.cos(turn), Math.sin(turn), 0) + "))") + ")");
    }

    String place(double x, double y, double z) {
        return add("IFCLOCALPLACEMENT(" + storeyPlace + "," + axis(x, y, z) + ")");
    }

    String place(String relativeTo, double x, double y, double z) {
        return add("IFCLOCALPLACEMENT(" + relativeTo + "," + axis(x, y, z) + ")");
    }

    String polyline(double... xy) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < xy.length; i += 2) {
            points.append(points.length() > 0 ? "," : "").append(point(xy[i], xy[i + 1]));
        }
        return add("IFCPOLYLINE((" + points + "))");
    }

    /** A rectangle from its corner, so that x and y begin at 0. */
    String rectangle(double x, double y) {
        return add("IFCRECTANGLEPROFILEDEF(.AREA.,$," + add("IFCAXIS2PLACEMENT2D(" + point(x / 2, y / 2) + ",$)") + "," + numbers(x, y) + ")");
    }

    String extrusion(String profile, double depth) {
        return add("IFCEXTRUDEDAREASOLID(" + profile + "," + origin + "," + add("IFCDIRECTION((0.,0.,1.))") + "," + numbers(depth) + ")");
    }

    String box(double x, double y, double z) {
        return extrusion(rectangle(x, y), z);
    }

    String shape(String type, String... items) {
        return add("IFCPRODUCTDEFINITIONSHAPE($,$,(" + add("IFCSHAPEREPRESENTATION(" + context + ",'Body','" + type + "',("
                + String.join(",", items) + "))") + "))");
    }

    /** An element on the storey. */
    String element(String type, String name, String place, String... items) {
        String ref = add(type + "('" + guid() + "',$,'" + name + "',$,$," + place + "," + (items.length == 0 ? "$" : shape("SolidModel", items)) + ",$,$)");
        onStorey.add(ref);
        return ref;
    }

    /** A wall at the origin. */
    String wall(String... items) {
        return element("IFCWALL", "wall", place(0, 0, 0), items);
    }

    /** Cuts a box out of an element that stands at a place of its own. */
    void opening(String element, String place, double x, double y, double z, String item) {
        String hole = add("IFCOPENINGELEMENT('" + guid() + "',$,'hole',$,$," + place(place, x, y, z) + "," + shape("SweptSolid", item) + ",$,$)");
        add("IFCRELVOIDSELEMENT('" + guid() + "',$,$,$," + element + "," + hole + ")");
    }

    void relate(String type, String one, String... many) {
        add(type + "('" + guid() + "',$,$,$," + one + ",(" + String.join(",", many) + "))");
    }

    void define(String type, String definition, String... objects) {
        add(type + "('" + guid() + "',$,$,$,(" + String.join(",", objects) + ")," + definition + ")");
    }

    void propertySet(String name, String object, String... properties) {
        List<String> made = new ArrayList<>();
        for (String property : properties) {
            made.add(add(property));
        }
        define("IFCRELDEFINESBYPROPERTIES", add("IFCPROPERTYSET('" + guid() + "',$,'" + name + "',$,(" + String.join(",", made) + "))"), object);
    }

    /** The text of the file. */
    String text() {
        StringBuilder out = new StringBuilder("ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION((''),'2;1');\nFILE_NAME('','',(''),(''),'','','');\n"
                + "FILE_SCHEMA(('" + schema + "'));\nENDSEC;\nDATA;\n");
        for (int i = 0; i < lines.size(); i++) {
            out.append('#').append(i + 1).append('=').append(lines.get(i)).append(";\n");
        }
        if (!onStorey.isEmpty()) {
            out.append('#').append(lines.size() + 1).append("=IFCRELCONTAINEDINSPATIALSTRUCTURE('").append(String.format(Locale.ROOT, "C%021d", 0))
                    .append("',$,$,$,(").append(String.join(",", onStorey)).append("),").append(storey).append(");\n");
        }
        return out.append("ENDSEC;\nEND-ISO-10303-21;\n").toString();
    }

    Path write(Path file) throws IOException {
        return Files.writeString(file, text());
    }

    /** A sound file with a wall, an opening and a property. */
    public static String sound() {
        IfcDraft draft = metres();
        String place = draft.place(0, 0, 0);
        String wall = draft.element("IFCWALL", "wall", place, draft.box(4, 0.3, 3));
        draft.opening(wall, place, 1, -0.1, 1, draft.box(1, 0.5, 1));
        draft.propertySet("Pset_WallCommon", wall, "IFCPROPERTYSINGLEVALUE('IsExternal',$,IFCBOOLEAN(.T.),$)");
        return draft.text();
    }
}
