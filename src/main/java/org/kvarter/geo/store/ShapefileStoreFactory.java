package org.kvarter.geo.store;

import java.io.IOException;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.kvarter.model.Diagnostic;

/** Opens shapefiles, alone or in a zip, under the parameters of GeoTools' own store: {@code url}, {@code charset}. */
public final class ShapefileStoreFactory extends StoreFactory {

    private static final Param URL_PARAM = new Param("url", URL.class, "Shapefile (.shp) or zip with shapefiles", true);
    private static final Param CHARSET = new Param("charset", Charset.class, "Encoding of the attributes", false);

    public ShapefileStoreFactory() {
        super("Shapefile", "ESRI shapefiles, read only");
    }

    @Override
    Path file(Map<String, ?> parameters) {
        return local(parameters.get(URL_PARAM.key));
    }

    @Override
    boolean recognises(String lowerCaseName, byte[] head) {
        return isShp(head) || lowerCaseName.endsWith(".zip") && isZip(head);
    }

    /** Whether a file begins as a {@code .shp} does: file code 9994. */
    public static boolean isShp(byte[] head) {
        return head.length >= 4 && head[0] == 0 && head[1] == 0 && head[2] == 0x27 && head[3] == 0x0a;
    }

    /** Whether a file begins as a zip archive with entries does. */
    public static boolean isZip(byte[] head) {
        return head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    /** Whether a zip archive has a shapefile in it; {@code false} where it cannot be opened. */
    public static boolean isZippedShapefile(Path zip) {
        return ZippedParts.hasShapefile(zip);
    }

    @Override
    VectorStore open(Path file, Map<String, ?> parameters, Consumer<Diagnostic> notes) throws IOException {
        Charset charset = parameters.get(CHARSET.key) instanceof Charset chosen ? chosen : null;
        return new ShapefileStore(file, notes, charset, check(parameters));
    }

    @Override
    public Param[] getParametersInfo() {
        return new Param[] {URL_PARAM, CHARSET, NOTES, SCHEMA_CRS, CHECK};
    }
}
