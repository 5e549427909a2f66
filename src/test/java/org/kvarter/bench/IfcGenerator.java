package org.kvarter.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Makes big IFC4 files for benchmarks: a block of equal rooms on several storeys, each with four walls of which three have an opening, a
 * window and a door from maps, a slab, a space, a lamp of 384 faces of its own, and two property sets per element; in EPSG:3011. About
 * 95 kB of text, 10 elements and 1,000 triangles per room. The same number of rooms gives the same bytes.
 */
public final class IfcGenerator {

    /** Rooms of a file of about 50 MB. */
    public static final int BLOCK = 530;

    private static final int PER_STOREY = 100;
    private static final int ROW = 10;
    private static final double ROOM = 5;
    private static final double HEIGHT = 3;

    private final Writer out;
    private int number;
    private int guid;
    private String context;
    private String origin;
    private String up;
    private String windowMap;
    private String doorMap;
    private final StringBuilder contained = new StringBuilder();

    private IfcGenerator(Writer out) {
        this.out = out;
    }

    /** Writes a block of {@code rooms} rooms to {@code file}, making its folder. */
    public static Path write(int rooms, Path file) throws IOException {
        if (file.toAbsolutePath().getParent() != null) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        try (Writer out = Files.newBufferedWriter(file)) {
            new IfcGenerator(out).write(rooms);
        }
        return file;
    }

    /** {@code IfcGenerator ROOMS FILE}. */
    public static void main(String[] args) throws IOException {
        write(Integer.parseInt(args[0]), Path.of(args[1]));
    }

    private String add(String instance) throws IOException {
        out.write("#" + ++number + "=" + instance + ";\n");
        return "#" + number;
    }

    private String guid() {
        return String.format(Locale.ROOT, "K%021d", ++guid);
    }

    private static String n(double value) {
        return value == Math.rint(value) ? (long) value + "." : Double.toString(Math.rint(value * 1e6) / 1e6);
    }

    private String point(double x, double y, double z) throws IOException {
        return add("IFCCARTESIANPOINT((" + n(x) + "," + n(y) + "," + n(z) + "))");
    }

    private String place(String relativeTo, double x, double y, double z) throws IOException {
        return add("IFCLOCALPLACEMENT(" + relativeTo + "," + add("IFCAXIS2PLACEMENT3D(" + point(x, y, z) + ",$,$)") + ")");
    }

    private void write(int rooms) throws IOException {
        out.write("ISO-10303-21;\nHEADER;\nFILE_DESCRIPTION(('ViewDefinition [ReferenceView_V1.2]'),'2;1');\n"
                + "FILE_NAME('block.ifc','2026-11-28T08:00:00',(''),(''),'','','');\nFILE_SCHEMA(('IFC4'));\nENDSEC;\nDATA;\n");
        origin = add("IFCAXIS2PLACEMENT3D(" + point(0, 0, 0) + ",$,$)");
        up = add("IFCDIRECTION((0.,0.,1.))");
        context = add("IFCGEOMETRICREPRESENTATIONCONTEXT($,'Model',3,1.E-5," + origin + ",$)");
        String metre = add("IFCSIUNIT(*,.LENGTHUNIT.,$,.METRE.)");
        add("IFCMAPCONVERSION(" + context + "," + add("IFCPROJECTEDCRS('EPSG:3011',$,$,$,$,$," + metre + ")") + ",150000.,6580000.,20.,1.,0.,1.)");
        String units = add("IFCUNITASSIGNMENT((" + metre + "," + add("IFCSIUNIT(*,.AREAUNIT.,$,.SQUARE_METRE.)") + "))");
        String project = add("IFCPROJECT('" + guid() + "',$,'Block',$,$,$,$,(" + context + ")," + units + ")");
        String world = add("IFCLOCALPLACEMENT($," + origin + ")");
        String site = add("IFCSITE('" + guid() + "',$,'Plot',$,$," + world + ",$,$,.ELEMENT.,$,$,$,$,$)");
        String building = add("IFCBUILDING('" + guid() + "',$,'Block A',$,$," + world + ",$,$,.ELEMENT.,$,$,$)");
        add("IFCRELAGGREGATES('" + guid() + "',$,$,$," + project + ",(" + site + "))");
        add("IFCRELAGGREGATES('" + guid() + "',$,$,$," + site + ",(" + building + "))");
        windowMap = map(box(1.2, 0.1, 1.4));
        doorMap = map(box(0.9, 0.06, 2.1));
        for (int first = 0, level = 0; first < rooms; first += PER_STOREY, level++) {
            String at = place(world, 0, 0, level * HEIGHT);
            String storey = add("IFCBUILDINGSTOREY('" + guid() + "',$,'Level " + level + "',$,$," + at + ",$,$,.ELEMENT.," + n(level * HEIGHT) + ")");
            add("IFCRELAGGREGATES('" + guid() + "',$,$,$," + building + ",(" + storey + "))");
            contained.setLength(0);
            for (int room = first; room < Math.min(rooms, first + PER_STOREY); room++) {
                room(room, place(at, room % ROW * ROOM, room % PER_STOREY / ROW * ROOM, 0));
            }
            add("IFCRELCONTAINEDINSPATIALSTRUCTURE('" + guid() + "',$,$,$,(" + contained + ")," + storey + ")");
        }
        out.write("ENDSEC;\nEND-ISO-10303-21;\n");
    }

    private String box(double x, double y, double z) throws IOException {
        String middle = add("IFCAXIS2PLACEMENT2D(" + add("IFCCARTESIANPOINT((" + n(x / 2) + "," + n(y / 2) + "))") + ",$)");
        String profile = add("IFCRECTANGLEPROFILEDEF(.AREA.,$," + middle + "," + n(x) + "," + n(y) + ")");
        return add("IFCEXTRUDEDAREASOLID(" + profile + "," + origin + "," + up + "," + n(z) + ")");
    }

    private String map(String item) throws IOException {
        return add("IFCREPRESENTATIONMAP(" + origin + "," + add("IFCSHAPEREPRESENTATION(" + context + ",'Body','SweptSolid',(" + item + "))") + ")");
    }

    private String mapped(String map) throws IOException {
        return add("IFCMAPPEDITEM(" + map + "," + add("IFCCARTESIANTRANSFORMATIONOPERATOR3D($,$," + point(0, 0, 0) + ",1.,$)") + ")");
    }

    private String shape(String item) throws IOException {
        return add("IFCPRODUCTDEFINITIONSHAPE($,$,(" + add("IFCSHAPEREPRESENTATION(" + context + ",'Body','SolidModel',(" + item + "))") + "))");
    }

    private String element(String type, String name, String place, String item, String rest) throws IOException {
        String element = add(type + "('" + guid() + "',$,'" + name + "',$,$," + place + "," + shape(item) + rest + ")");
        contained.append(contained.length() > 0 ? "," : "").append(element);
        properties("Pset_" + type.substring(3) + "Common", element);
        properties("Pset_Procurement", element);
        return element;
    }

    private void properties(String set, String element) throws IOException {
        StringBuilder all = new StringBuilder();
        String[] values = {"'Reference',$,IFCIDENTIFIER('R-" + guid % 40 + "')", "'IsExternal',$,IFCBOOLEAN(." + (guid % 2 == 0 ? "T" : "F") + ".)",
            "'FireRating',$,IFCLABEL('EI" + 30 * (1 + guid % 3) + "')", "'ThermalTransmittance',$,IFCTHERMALTRANSMITTANCEMEASURE(0." + (10 + guid % 30) + ")",
            "'Length',$,IFCLENGTHMEASURE(" + n(guid % 70 / 10.0) + ")"};
        for (String value : values) {
            all.append(all.length() > 0 ? "," : "").append(add("IFCPROPERTYSINGLEVALUE(" + value + ",$)"));
        }
        add("IFCRELDEFINESBYPROPERTIES('" + guid() + "',$,$,$,(" + element + ")," + add("IFCPROPERTYSET('" + guid() + "',$,'" + set + "',$,(" + all + "))")
                + ")");
    }

    private void room(int room, String place) throws IOException {
        element("IFCSLAB", "Slab " + room, place, box(ROOM, ROOM, 0.25), ",$,.FLOOR.");
        for (int wall = 0; wall < 4; wall++) {
            boolean alongX = wall < 2;
            String at = place(place, wall == 3 ? ROOM - 0.2 : 0, wall == 1 ? ROOM - 0.2 : 0, 0.25);
            String made = element("IFCWALL", "Wall " + room + "." + wall, at, box(alongX ? ROOM : 0.2, alongX ? 0.2 : ROOM, HEIGHT - 0.25), ",$,.STANDARD.");
            if (wall < 3) {
                hole(made, at, alongX, wall == 2 ? 0 : 0.9, wall == 2 ? 2.1 : 1.4, room, wall);
            }
        }
        element("IFCFURNITURE", "Lamp " + room, place(place, 2.5, 2.5, 1.5), lamp(0.2 + room % 7 * 0.02), ",$,$");
        element("IFCSPACE", "Room " + room, place(place, 0.2, 0.2, 0.25), box(ROOM - 0.4, ROOM - 0.4, HEIGHT - 0.25), ",$,.ELEMENT.,.INTERNAL.,$");
    }

    private void hole(String wall, String at, boolean alongX, double sill, double height, int room, int side) throws IOException {
        double width = side == 2 ? 0.9 : 1.2;
        String there = place(at, alongX ? 1.5 : -0.1, alongX ? -0.1 : 1.5, sill);
        String opening = add("IFCOPENINGELEMENT('" + guid() + "',$,'Opening',$,$," + there + ","
                + shape(box(alongX ? width : 0.4, alongX ? 0.4 : width, height)) + ",$,.OPENING.)");
        add("IFCRELVOIDSELEMENT('" + guid() + "',$,$,$," + wall + "," + opening + ")");
        String filling = side == 2 ? element("IFCDOOR", "Door " + room, place(at, 0.05, 1.5, 0), mapped(doorMap), ",$,2.1,0.9,.DOOR.,$,$")
                : element("IFCWINDOW", "Window " + room + "." + side, place(at, 1.5, 0.05, sill), mapped(windowMap), ",$,1.4,1.2,.WINDOW.,$,$");
        add("IFCRELFILLSELEMENT('" + guid() + "',$,$,$," + opening + "," + filling + ")");
    }

    /** A ball of quadrilaterals. */
    private String lamp(double radius) throws IOException {
        int around = 24;
        int rings = 17;
        String[][] p = new String[rings][around];
        for (int i = 0; i < rings; i++) {
            double angle = Math.PI * (i + 1) / (rings + 1) - Math.PI / 2;
            for (int k = 0; k < around; k++) {
                double turn = 2 * Math.PI * k / around;
                p[i][k] = point(radius * Math.cos(angle) * Math.cos(turn), radius * Math.cos(angle) * Math.sin(turn), radius * Math.sin(angle));
            }
        }
        StringBuilder faces = new StringBuilder();
        for (int i = 0; i + 1 < rings; i++) {
            for (int k = 0; k < around; k++) {
                int next = (k + 1) % around;
                face(faces, p[i][k] + "," + p[i][next] + "," + p[i + 1][next] + "," + p[i + 1][k]);
            }
        }
        StringBuilder bottom = new StringBuilder();
        for (int k = around - 1; k >= 0; k--) {
            bottom.append(bottom.length() > 0 ? "," : "").append(p[0][k]);
        }
        face(faces, bottom.toString());
        face(faces, String.join(",", p[rings - 1]));
        return add("IFCFACETEDBREP(" + add("IFCCLOSEDSHELL((" + faces + "))") + ")");
    }

    private void face(StringBuilder faces, String loop) throws IOException {
        faces.append(faces.length() > 0 ? "," : "").append(add("IFCFACE((" + add("IFCFACEOUTERBOUND(" + add("IFCPOLYLOOP((" + loop + "))") + ",.T.)") + "))"));
    }
}
