package org.kvarter.importing.citygml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Map;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.RecordingSink;

/** Makes small CityGML documents and reads them. */
final class Gml {

    static final String SYSTEM = "EPSG:3011";

    private final String version;
    private final StringBuilder body = new StringBuilder();
    private String system = SYSTEM;
    private String envelopeAttributes = " srsDimension=\"3\"";

    private Gml(String version) {
        this.version = version;
    }

    static Gml of(String version) {
        return new Gml(version);
    }

    Gml system(String name) {
        system = name;
        return this;
    }

    Gml dimension(int dimension) {
        envelopeAttributes = " srsDimension=\"" + dimension + "\"";
        return this;
    }

    /** Adds a member of the city model. */
    Gml member(String object) {
        body.append("<core:cityObjectMember>").append(object).append("</core:cityObjectMember>\n");
        return this;
    }

    /** Adds anything below the root. */
    Gml root(String element) {
        body.append(element).append('\n');
        return this;
    }

    @Override
    public String toString() {
        String v = "/" + version;
        String gml = version.equals("3.0") ? "http://www.opengis.net/gml/3.2" : "http://www.opengis.net/gml";
        StringBuilder head = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<core:CityModel xmlns:core=\"http://www.opengis.net/citygml" + v
                + "\" xmlns:gml=\"" + gml + "\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:energy=\"http://www.sig3d.org/citygml/2.0/energy/1.0\""
                + " xmlns:xAL=\"urn:oasis:names:tc:ciq:xsdschema:xAL:2.0\"");
        String[][] modules = {{"bldg", "building"}, {"con", "construction"}, {"gen", "generics"}, {"app", "appearance"}, {"veg", "vegetation"},
            {"frn", "cityfurniture"}, {"dem", "relief"}, {"tran", "transportation"}, {"wtr", "waterbody"}, {"luse", "landuse"},
            {"grp", "cityobjectgroup"}, {"brid", "bridge"}, {"tun", "tunnel"}, {"dyn", "dynamizer"}};
        for (String[] module : modules) {
            head.append(" xmlns:").append(module[0]).append("=\"http://www.opengis.net/citygml/").append(module[1]).append(v).append('"');
        }
        head.append(">\n<gml:name>A town</gml:name>\n");
        if (!system.isEmpty()) {
            head.append("<gml:boundedBy><gml:Envelope srsName=\"").append(system).append('"').append(envelopeAttributes)
                    .append("><gml:lowerCorner>0 0 0</gml:lowerCorner><gml:upperCorner>9 9 9</gml:upperCorner></gml:Envelope></gml:boundedBy>\n");
        }
        return head.append(body).append("</core:CityModel>\n").toString();
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve("town.gml"), toString().getBytes(StandardCharsets.UTF_8));
    }

    RecordingSink read(Path folder) throws Exception {
        return read(folder, ReadOptions.DEFAULT);
    }

    RecordingSink read(Path folder, ReadOptions options) throws Exception {
        return RecordingSink.read(new CityGmlImporter(), write(folder), options);
    }

    static ReadOptions lod(String lod) {
        return new ReadOptions(Optional.of(lod), Optional.empty(), Map.of());
    }

    static ReadOptions setting(String name, String value) {
        return new ReadOptions(Optional.empty(), Optional.empty(), Map.of(name, value));
    }

    /** An object of a module with an id. */
    static String object(String name, String id, String... properties) {
        return "<" + name + " gml:id=\"" + id + "\">" + String.join("", properties) + "</" + name + ">";
    }

    /** A property around something. */
    static String in(String name, String... content) {
        return "<" + name + ">" + String.join("", content) + "</" + name + ">";
    }

    static String ref(String name, String id) {
        return "<" + name + " xlink:href=\"#" + id + "\"/>";
    }

    /** A polygon with an id from a position list. */
    static String polygon(String id, String positions) {
        return "<gml:Polygon gml:id=\"" + id + "\"><gml:exterior><gml:LinearRing><gml:posList>" + positions
                + "</gml:posList></gml:LinearRing></gml:exterior></gml:Polygon>";
    }

    static String multi(String... polygons) {
        StringBuilder all = new StringBuilder("<gml:MultiSurface>");
        for (String polygon : polygons) {
            all.append(polygon.startsWith("<gml:surfaceMember") ? polygon : in("gml:surfaceMember", polygon));
        }
        return all.append("</gml:MultiSurface>").toString();
    }

    static String solid(String... polygons) {
        return "<gml:Solid><gml:exterior>" + multi(polygons).replace("MultiSurface", "CompositeSurface") + "</gml:exterior></gml:Solid>";
    }

    /** A flat square of side 10 whose south-west corner is given, facing up. */
    static String square(String id, double east, double north, double height) {
        String h = " " + height + " ";
        return polygon(id, east + " " + north + h + (east + 10) + " " + north + h + (east + 10) + " " + (north + 10) + h + east + " " + (north + 10)
                + h + east + " " + north + " " + height);
    }
}
