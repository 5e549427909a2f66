package org.kvarter.remote.ogc;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Debian's MapCache (mapcache-cgi) before the quarters of a {@link MapServer}: WMTS, TMS and XYZ, in the squares of web maps ({@code GoogleMapsCompatible}), in degrees ({@code WGS84})
 * and in SWEREF 99 TM from its south-west corner on ({@code sweref}). Tests are skipped where it is not installed.
 */
public final class MapCache {

    private static final Path PROGRAM = Path.of("/usr/lib/cgi-bin/mapcache");

    private MapCache() {
    }

    /** Serves at a path of the server's web. @param source address of its WMS */
    public static String serve(MapServer server, String path, String source, Path folder) throws IOException {
        assumeThat(PROGRAM).as("Debian: mapcache-cgi").isExecutable();
        Path config = Files.writeString(folder.resolve("mapcache.xml"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <mapcache>
                <metadata><title>Tiles of the little town</title></metadata>
                <grid name="sweref"><srs>EPSG:3006</srs><size>256 256</size><units>m</units><extent>265000 6100000 789288 7672864</extent>
                <resolutions>1024 256 64 16 4 1</resolutions></grid>
                <cache name="disk" type="disk"><base>%s</base></cache>
                <source name="town" type="wms"><getmap><params><FORMAT>image/png</FORMAT><LAYERS>quarters</LAYERS><TRANSPARENT>true</TRANSPARENT></params></getmap>
                <http><url>%s?</url></http></source>
                %s
                <service type="wmts" enabled="true"/><service type="tms" enabled="true"/><service type="gmaps" enabled="true"/>
                <errors>report</errors><lock_dir>%s</lock_dir>
                </mapcache>
                """.formatted(Files.createDirectories(folder.resolve("tiles")), source, tilesets(), folder));
        server.web().at(path, PROGRAM, Map.of("MAPCACHE_CONFIG_FILE", config.toString()));
        return server.web().url(path);
    }

    private static String tilesets() {
        StringBuilder all = new StringBuilder();
        for (String grid : new String[] {"GoogleMapsCompatible", "WGS84", "sweref"}) {
            all.append("<tileset name=\"quarters-").append(grid).append("\"><metadata><title>Quarters, ").append(grid).append("</title></metadata><source>town</source>")
                    .append("<cache>disk</cache><grid").append(grid.equals("sweref") ? ">" : " maxzoom=\"16\">").append(grid).append("</grid><format>PNG</format><metatile>2 2</metatile></tileset>\n");
        }
        return all.toString();
    }
}
