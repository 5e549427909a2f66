package org.kvarter.importing;

import java.nio.file.Files;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What name and head of a source give away about formats that are not read. Each question answers the format's name with its version,
 * or {@code null}.
 */
final class HeadFacts {

    private static final Pattern IFC_SCHEMA = Pattern.compile("FILE_SCHEMA\\s*\\(\\s*\\(\\s*'([^']{1,40})'", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT = Pattern.compile("<(?:[A-Za-z_][\\w.-]*:)?([A-Za-z_][\\w.-]*)[\\s>/]");
    private static final Pattern CITYGML = Pattern.compile("www\\.opengis\\.net/citygml/(\\d\\.\\d)");
    private static final Pattern VERSION = Pattern.compile("\"version\"\\s*:\\s*\"([\\d.]{1,8})\"");

    private final SourceHead head;
    private final String name;
    private final String text;
    private final String root;
    private final boolean json;

    private HeadFacts(SourceHead head, String text) {
        this.head = head;
        this.name = head.name();
        this.text = text;
        String start = text.stripLeading();
        this.json = start.startsWith("{") || start.startsWith("[");
        this.root = start.startsWith("<") ? rootOf(start) : "";
    }

    static HeadFacts of(SourceHead head) {
        String text = head.text();
        if (text.startsWith("\u00EF\u00BB\u00BF")) {
            text = text.substring(3);
        } else if (text.startsWith("\u00FF\u00FE") || text.startsWith("\u00FE\u00FF")) {
            text = text.substring(2).replace("\0", "");
        }
        return new HeadFacts(head, text);
    }

    private static String rootOf(String start) {
        String body = start.replaceAll("(?s)<\\?.*?\\?>", " ").replaceAll("(?s)<!--.*?-->", " ")
                .replaceAll("(?s)<!DOCTYPE[^\\[>]*(\\[.*?\\]\\s*)?>", " ");
        Matcher matcher = ROOT.matcher(body);
        return matcher.find() ? matcher.group(1) : "?";
    }

    boolean isFolder() {
        return Files.isDirectory(head.file());
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    private boolean named(String... endings) {
        for (String ending : endings) {
            if (name.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private boolean has(String part) {
        return text.contains(part);
    }

    private boolean root(String... names) {
        for (String candidate : names) {
            if (root.equals(candidate)) {
                return true;
            }
        }
        return false;
    }

    private static String group(Pattern pattern, String in) {
        Matcher matcher = pattern.matcher(in);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static String versioned(String format, String version) {
        return version.isEmpty() ? format : format + " " + version;
    }

    String shapefileSidecar() {
        return named(".dbf", ".shx", ".prj", ".cpg", ".sbn", ".sbx", ".qix") ? "Shapefile (" + name.substring(name.lastIndexOf('.')) + ")"
                : null;
    }

    String ifc() {
        if (text.startsWith("ISO-10303-21")) {
            String schema = group(IFC_SCHEMA, text);
            return schema.toUpperCase(Locale.ROOT).startsWith("IFC") || named(".ifc") ? "IFC (" + (schema.isEmpty() ? "?" : schema) + ")"
                    : "STEP (" + schema + ")";
        }
        if (root("ifcXML", "uos") || named(".ifcxml")) {
            return "ifcXML";
        }
        return named(".ifczip") ? "ifcZIP" : named(".ifc") ? "IFC" : null;
    }

    String cityGml() {
        String version = group(CITYGML, text);
        if (root("CityModel") || !root.isEmpty() && !version.isEmpty()) {
            return versioned("CityGML", version);
        }
        return !root.isEmpty() && (has("www.opengis.net/gml") && root("FeatureCollection") || named(".gml")) ? "GML" : null;
    }

    String gltf() {
        if (text.startsWith("glTF")) {
            return "glTF " + (head.bytes().length > 4 ? head.bytes()[4] : "?") + " (GLB)";
        }
        boolean gltf = json && has("\"asset\"") && (has("\"meshes\"") || has("\"nodes\"") || has("\"accessors\"") || has("\"buffers\""));
        return gltf || named(".gltf", ".glb") ? versioned("glTF", group(VERSION, text)) : null;
    }

    String tiles3d() {
        if (json && has("\"geometricError\"")) {
            return "3D Tiles (tileset)";
        }
        for (String magic : new String[] {"b3dm", "i3dm", "pnts", "cmpt"}) {
            if (text.startsWith(magic)) {
                return "3D Tiles (" + magic + ")";
            }
        }
        return null;
    }

    String mesh() {
        if (root("COLLADA")) {
            return versioned("COLLADA", group(Pattern.compile("<COLLADA[^>]*version=\"([\\d.]+)\""), text));
        }
        if (text.startsWith("ply\n") || text.startsWith("ply\r")) {
            return "PLY";
        }
        if (text.startsWith("Kaydara FBX")) {
            return "FBX";
        }
        if (text.startsWith("BLENDER")) {
            return "Blender";
        }
        if (text.startsWith("3D Geometry File Format")) {
            return "Rhino 3DM";
        }
        if (text.startsWith("#usda") || text.startsWith("PXR-USDC")) {
            return "USD";
        }
        if (text.startsWith("solid") && has("facet") || named(".stl")) {
            return text.startsWith("solid") && has("facet") ? "STL (ASCII)" : "STL (binary)";
        }
        return named(".dae") ? "COLLADA" : named(".ply") ? "PLY" : named(".3ds") ? "3DS" : named(".skp") ? "SketchUp" : named(".fbx")
                ? "FBX" : null;
    }

    String cad() {
        if (text.startsWith("AC10") && head.bytes().length > 6) {
            return "DWG (" + text.substring(0, 6) + ")";
        }
        if (text.startsWith("AutoCAD Binary DXF")) {
            return "DXF (binary)";
        }
        boolean dxf = text.stripLeading().startsWith("0") && has("SECTION") && has("HEADER");
        return dxf || named(".dxf") ? "DXF" : named(".dgn") ? "DGN" : named(".rvt") ? "Revit" : named(".dwg") ? "DWG" : null;
    }

    String pointCloud() {
        if (text.startsWith("LASF")) {
            return (named(".laz") ? "LAZ " : "LAS ") + (head.bytes().length > 25 ? head.bytes()[24] + "." + head.bytes()[25] : "");
        }
        return text.startsWith("ASTM-E57") ? "E57" : named(".las", ".laz") ? "LAS" : named(".xyz", ".pts") ? "XYZ" : null;
    }

    String vector() {
        if (text.startsWith("PAR1")) {
            return "Parquet";
        }
        if (root("kml")) {
            return "KML";
        }
        if (named(".kmz") || isZip() && has("doc.kml")) {
            return "KMZ";
        }
        if (json && has("\"Topology\"")) {
            return "TopoJSON";
        }
        if (named(".tab", ".mif")) {
            return "MapInfo";
        }
        return text.startsWith("SQLite format 3") ? "SQLite" : null;
    }

    String transit() {
        if (isZip() && has("stops.txt") || isZip() && has("stop_times.txt") || isZip() && has("agency.txt")) {
            return "GTFS";
        }
        boolean realtime = text.length() > 7 && text.charAt(0) == 0x0A && text.charAt(2) == 0x0A && text.startsWith(".0", 5);
        if (realtime) {
            return "GTFS Realtime " + text.substring(4, 7);
        }
        return json && has("\"ttl\"") && has("\"last_updated\"") ? versioned("GBFS", group(VERSION, text)) : null;
    }

    String traffic() {
        if (root("net") && has("<edge") || root("routes") || root("additional")) {
            return "SUMO (" + root + ")";
        }
        return root("d2LogicalModel", "SituationPublication") ? "DATEX II" : null;
    }

    String weather() {
        if (text.startsWith("LOCATION,")) {
            return "EPW";
        }
        boolean pvgis = json && has("\"inputs\"") && has("\"outputs\"") && has("meteo");
        return pvgis ? "PVGIS" : text.startsWith("CDF") || text.startsWith("\u0089HDF") ? "NetCDF" : null;
    }

    String meterData() {
        return root("feed") && (has("espi") || has("UsagePoint")) ? "Green Button (ESPI)" : null;
    }

    String serviceDescription() {
        return root.endsWith("Capabilities") || root("WMT_MS_Capabilities") ? "OGC " + root : null;
    }

    String table() {
        if (isZip() && (has("xl/workbook") || has("xl/worksheets") || named(".xlsx"))) {
            return "Excel (XLSX)";
        }
        if (text.startsWith("\u00D0\u00CF\u0011\u00E0")) {
            return named(".xls") ? "Excel (XLS)" : "Microsoft Office";
        }
        return named(".csv", ".tsv") ? "CSV" : named(".ods") ? "OpenDocument" : null;
    }

    String document() {
        if (text.startsWith("%PDF-")) {
            return "PDF " + text.substring(5, Math.min(8, text.length())).trim();
        }
        return named(".docx", ".pptx", ".odt") ? "Office" : root("html", "HTML") || has("<!DOCTYPE html") ? "HTML" : null;
    }

    String image() {
        if (text.startsWith("\u0089PNG")) {
            return "PNG";
        }
        if (text.startsWith("\u00FF\u00D8\u00FF")) {
            return "JPEG";
        }
        return text.startsWith("GIF8") ? "GIF" : text.startsWith("RIFF") && has("WEBP") ? "WebP" : root("svg") ? "SVG" : text.startsWith("BM")
                && named(".bmp") ? "BMP" : null;
    }

    String raster() {
        boolean tiff = text.startsWith("II*\0") || text.startsWith("MM\0*") || text.startsWith("II+\0") || text.startsWith("MM\0+");
        return tiff ? "TIFF" : named(".ecw", ".jp2", ".img", ".vrt") ? name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT)
                : null;
    }

    String archive() {
        if (isZip()) {
            return "ZIP";
        }
        return text.startsWith("\u001F\u008B") ? "GZIP" : text.startsWith("7z\u00BC\u00AF") ? "7-Zip" : text.startsWith("Rar!") ? "RAR" : null;
    }

    String otherJson() {
        return json ? "JSON" : null;
    }

    String otherXml() {
        return root.isEmpty() ? null : root.equals("?") ? "XML" : "XML <" + root + ">";
    }

    private boolean isZip() {
        return text.startsWith("PK\u0003\u0004") || text.startsWith("PK\u0005\u0006");
    }
}
