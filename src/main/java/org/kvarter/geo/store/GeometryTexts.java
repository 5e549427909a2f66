package org.kvarter.geo.store;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/**
 * Geometries written as text: well-known text (OGC 06-103r4, clause 7), with {@code SRID=n;} before it as PostGIS writes it, and
 * well-known binary in hexadecimal digits. Stateless.
 */
public final class GeometryTexts {

    private static final Pattern WKT = Pattern.compile("(?:SRID\\s*=\\s*(\\d{1,6})\\s*;\\s*)?((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)"
            + "\\s*(?:ZM?|M)?\\s*(\\(|EMPTY).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("0[01]([0-9A-Fa-f]{2}){8,}");
    private static final int SRID_FLAG = 0x20000000;

    private GeometryTexts() {
    }

    /** Whether a text begins as a geometry does. */
    public static boolean looksLike(String text) {
        String plain = text.strip();
        return WKT.matcher(plain).matches() || HEX.matcher(plain).matches();
    }

    /** The EPSG code a text states before its geometry; empty where it states none. */
    public static Optional<Integer> srid(String text) {
        String plain = text.strip();
        Matcher wkt = WKT.matcher(plain);
        if (wkt.matches()) {
            return Optional.ofNullable(wkt.group(1)).map(Integer::valueOf).filter(n -> n > 0);
        }
        if (!HEX.matcher(plain).matches()) {
            return Optional.empty();
        }
        ByteBuffer bytes = bytes(plain);
        bytes.order(bytes.get(0) == 1 ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        return (bytes.getInt(1) & SRID_FLAG) != 0 ? Optional.of(bytes.getInt(5)).filter(n -> n > 0 && n < 1_000_000) : Optional.empty();
    }

    /** The geometry a text means; empty where it is none that can be read. */
    public static Optional<Geometry> read(String text) {
        String plain = text.strip();
        if (HEX.matcher(plain).matches()) {
            try {
                return Optional.of(new WkbReader().read(bytes(plain)));
            } catch (MalformedGeometryException | IllegalArgumentException e) {
                return Optional.empty();
            }
        }
        if (!WKT.matcher(plain).matches() || isTooDeep(plain)) {
            return Optional.empty();
        }
        String geometry = plain.substring(plain.toUpperCase(Locale.ROOT).startsWith("SRID") ? plain.indexOf(';') + 1 : 0);
        try {
            return Optional.of(new WKTReader(WkbReader.GEOMETRIES).read(geometry)).filter(GeometryTexts::isFinite);
        } catch (ParseException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isFinite(Geometry geometry) {
        var box = geometry.getEnvelopeInternal();
        return box.isNull() || Double.isFinite(box.getMinX() + box.getMaxX() + box.getMinY() + box.getMaxY());
    }

    private static boolean isTooDeep(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            depth += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (depth > StoreLimits.MAX_NESTING) {
                return true;
            }
        }
        return false;
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(java.util.HexFormat.of().parseHex(hex));
    }
}
