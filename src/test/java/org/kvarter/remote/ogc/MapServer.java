package org.kvarter.remote.ogc;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.CrsException;
import org.kvarter.model.LocalFrame;

/**
 * Debian's MapServer (cgi-mapserver) with a little town: WMS, WFS and OGC API – Features at once. {@value #BENCHES} benches in a row from west to east,
 * 0.0001° apart, kept in SWEREF 99 TM whose authority has north first; two quarters, the western one red and the eastern one blue, with a hole of nothing
 * between them. Tests are skipped where it is not installed.
 */
public final class MapServer implements AutoCloseable {

    public static final int BENCHES = 1_200;
    /** Degrees of the first bench, and how far the next is. */
    public static final double WEST = 18.06;
    public static final double NORTH = 59.33;
    public static final double STEP = 0.0001;

    private static final Path PROGRAM = Path.of("/usr/lib/cgi-bin/mapserv");
    private static final String TEMPLATES = "/usr/share/mapserver/ogcapi/templates/html-plain/";

    private final Cgi web;
    private final Path folder;

    /** To try the window on, beside the sample district: {@code java … org.kvarter.remote.ogc.MapServer [port]}, 8097 without; {@code /ows}, and tiles at {@code /tiles/wmts}. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createTempDirectory("kvarter-maps");
        MapServer server = new MapServer(folder, arguments.length > 0 ? Integer.parseInt(arguments[0]) : 8097);
        String maps = server.serve("/ows", "EPSG:3006 EPSG:3857 EPSG:4326", "\"wfs_getfeature_formatlist\" \"geojson\"");
        MapCache.serve(server, "/tiles", maps, folder);
        Thread.currentThread().join();
    }

    /** @param folder of its own to write the map and its data into */
    public MapServer(Path folder) throws IOException, CrsException {
        this(folder, 0);
    }

    /** @param port 0 for any that is free */
    public MapServer(Path folder, int port) throws IOException, CrsException {
        assumeThat(PROGRAM).as("Debian: cgi-mapserver").isExecutable();
        this.folder = folder;
        this.web = new Cgi(port);
        Files.writeString(folder.resolve("benches.geojson"), benches());
        Files.writeString(folder.resolve("quarters.geojson"), quarters());
    }

    /**
     * A service at a path.
     *
     * @param systems of WMS, WFS and OGC API, the first of which is WFS's default; {@code EPSG:3006 EPSG:4326}
     * @param options further metadata of all of it, {@code "wfs_maxfeatures" "500"}
     */
    public String serve(String path, String systems, String... options) throws IOException {
        String url = web.url(path);
        String key = path.replace("/", "");
        Path map = Files.writeString(folder.resolve(key + ".map"), map(url, systems, String.join("\n", options)));
        Path config = Files.writeString(folder.resolve(key + ".conf"), "CONFIG\nENV\nMS_MAP_PATTERN \".\"\nMS_MAPFILE \"" + map
                + "\"\nOGCAPI_HTML_TEMPLATE_DIRECTORY \"" + TEMPLATES + "\"\nEND\nMAPS\ntown \"" + map + "\"\nEND\nEND\n");
        web.at(path, PROGRAM, Map.of("MAPSERVER_CONFIG_FILE", config.toString(), "MS_MAPFILE", map.toString()));
        return url;
    }

    /** Where the OGC API of a served path begins. */
    public String api(String url) {
        return url + "/town/ogcapi";
    }

    public Cgi web() {
        return web;
    }

    private static String map(String url, String systems, String options) {
        return """
                MAP
                NAME "town"
                EXTENT 556000 6570000 700000 6590000
                SIZE 400 400
                MAXSIZE 2048
                IMAGETYPE png
                PROJECTION "init=epsg:3006" END
                OUTPUTFORMAT NAME "geojson" DRIVER "OGR/GEOJSON" MIMETYPE "application/json; subtype=geojson" FORMATOPTION "STORAGE=stream" FORMATOPTION "FORM=SIMPLE" END
                WEB METADATA
                "ows_title" "Little town" "ows_enable_request" "*" "ows_onlineresource" "%1$s" "ows_srs" "%2$s" "oga_onlineresource" "%1$s/town/ogcapi"
                "ows_attribution_title" "© Little town"
                %3$s
                END END
                LAYER NAME "quarters" TYPE POLYGON STATUS ON TEMPLATE "VOID"
                CONNECTIONTYPE OGR CONNECTION "quarters.geojson" DATA "quarters"
                PROJECTION "init=epsg:4326" END
                METADATA "ows_title" "Quarters" "gml_include_items" "all" "gml_featureid" "code" "ows_include_items" "all" END
                CLASSITEM "colour"
                CLASS EXPRESSION "red" STYLE COLOR 255 0 0 END END
                CLASS EXPRESSION "blue" STYLE COLOR 0 0 255 END END
                END
                LAYER NAME "benches" TYPE POINT STATUS ON TEMPLATE "VOID"
                CONNECTIONTYPE OGR CONNECTION "benches.geojson" DATA "benches"
                PROJECTION "init=epsg:3006" END
                METADATA "ows_title" "Benches" "gml_include_items" "all" "gml_featureid" "code" "ows_include_items" "all" "gml_types" "auto" END
                CLASS STYLE COLOR 0 0 0 SIZE 1 END END
                END
                END
                """.formatted(url, systems, options);
    }

    private static String benches() throws CrsException {
        CoordinateTransform transform = new CoordinateSystems().toFrame("EPSG:4326", new LocalFrame("EPSG:3006", 0, 0, 0));
        StringBuilder all = new StringBuilder("{\"type\":\"FeatureCollection\",\"name\":\"benches\",\"crs\":{\"type\":\"name\",\"properties\":{\"name\":\"urn:ogc:def:crs:EPSG::3006\"}},\"features\":[");
        for (int i = 0; i < BENCHES; i++) {
            double[] at = {WEST + STEP * i, NORTH, 0};
            transform.toLocal(at, 0, 1);
            all.append(i == 0 ? "" : ",\n").append(String.format(Locale.ROOT, "{\"type\":\"Feature\",\"properties\":{\"code\":\"b%d\",\"name\":\"%s\",\"seats\":%d},"
                    + "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.3f,%.3f]}}", i, i % 2 == 0 ? "Ek & Björk" : "O'Hara <2>", i % 5, at[0], at[1]));
        }
        return all.append("]}").toString();
    }

    private static String quarters() {
        StringBuilder all = new StringBuilder("{\"type\":\"FeatureCollection\",\"name\":\"quarters\",\"features\":[");
        List<String> colours = List.of("red", "blue");
        for (int i = 0; i < 2; i++) {
            double west = 18.060 + 0.006 * i;
            all.append(i == 0 ? "" : ",").append(String.format(Locale.ROOT, "{\"type\":\"Feature\",\"properties\":{\"code\":\"q%1$d\",\"colour\":\"%2$s\",\"floors\":%3$d},\"geometry\":{\"type\":\"Polygon\","
                    + "\"coordinates\":[[[%4$.4f,59.3280],[%5$.4f,59.3280],[%5$.4f,59.3310],[%4$.4f,59.3310],[%4$.4f,59.3280]]]}}", i, colours.get(i), 3 + 2 * i, west, west + 0.004));
        }
        return all.append("]}").toString();
    }

    @Override
    public void close() {
        web.close();
    }
}
