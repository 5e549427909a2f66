package org.kvarter.importing.raster;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The georeference in the tags of a GeoTIFF (OGC 19-008r4), by the tags alone.
 */
final class GeoKeys {

    private static final int MODEL_TYPE = 1024;
    private static final int RASTER_TYPE = 1025;
    private static final int CITATION = 1026;
    private static final int GEODETIC_CRS = 2048;
    private static final int GEODETIC_CITATION = 2049;
    private static final int PROJECTED_CRS = 3072;
    private static final int PROJECTED_CITATION = 3073;
    private static final int VERTICAL_CRS = 4096;
    private static final int VERTICAL_UNITS = 4099;
    private static final int PIXEL_IS_POINT = 2;
    private static final int GEOGRAPHIC = 2;
    private static final int GEOCENTRIC = 3;
    private static final int FOOT = 9002;
    private static final int US_FOOT = 9003;

    private final Map<Integer, Integer> codes = new HashMap<>();
    private final Map<Integer, String> citations = new HashMap<>();
    private final TiffDirectory tags;

    GeoKeys(TiffDirectory tags) {
        this.tags = tags;
        double[] keys = tags.all(TiffDirectory.GEO_KEYS);
        String ascii = tags.text(TiffDirectory.GEO_ASCII);
        int count = keys.length < 4 ? 0 : (int) Math.min(keys[3], (keys.length - 4) / 4);
        for (int i = 1; i <= count; i++) {
            int key = (int) keys[4 * i];
            int location = (int) keys[4 * i + 1];
            int length = (int) keys[4 * i + 2];
            int value = (int) keys[4 * i + 3];
            if (location == 0) {
                codes.put(key, value);
            } else if (location == TiffDirectory.GEO_ASCII && value >= 0 && value + length <= ascii.length() + 1) {
                citations.put(key, ascii.substring(Math.min(value, ascii.length()), Math.min(value + length, ascii.length())));
            }
        }
    }

    /** Whether heights or positions are from the middle of the earth, which no raster of the ground is. */
    boolean isGeocentric() {
        return codes.getOrDefault(MODEL_TYPE, 0) == GEOCENTRIC;
    }

    /** Grid to source coordinates; empty where the tags do not say, or say it by ground control points. */
    Optional<double[]> affine() {
        double half = codes.getOrDefault(RASTER_TYPE, 1) == PIXEL_IS_POINT ? 0.5 : 0;
        double[] matrix = tags.all(TiffDirectory.TRANSFORMATION);
        double[] scale = tags.all(TiffDirectory.PIXEL_SCALE);
        double[] tie = tags.all(TiffDirectory.TIEPOINTS);
        double[] affine;
        if (scale.length >= 2 && tie.length >= 6) {
            affine = new double[] {scale[0], 0, 0, -scale[1], tie[3] - tie[0] * scale[0], tie[4] + tie[1] * scale[1]};
        } else if (matrix.length >= 16) {
            affine = new double[] {matrix[0], matrix[4], matrix[1], matrix[5], matrix[3], matrix[7]};
        } else {
            return Optional.empty();
        }
        affine[4] -= half * (affine[0] + affine[2]);
        affine[5] -= half * (affine[1] + affine[3]);
        return Optional.of(affine).filter(GeoReference::isUsable);
    }

    /** Whether the place is given by ground control points, which would have to be fitted first. */
    boolean hasControlPointsOnly() {
        return affine().isEmpty() && tags.all(TiffDirectory.TIEPOINTS).length >= 18;
    }

    /** Whether the keys describe a system that has no code. */
    boolean isUserDefined() {
        return crs().isEmpty() && !codes.isEmpty() && codes.getOrDefault(MODEL_TYPE, 0) != 0;
    }

    /** Whether longitude and latitude are of a datum nobody named, as weather models leave them. */
    boolean isUnnamedGeographic() {
        return codes.getOrDefault(MODEL_TYPE, 0) == GEOGRAPHIC && !isCode(codes.get(GEODETIC_CRS));
    }

    /** Horizontal code with the vertical one beside it, WKT that ESRI put into a citation, or empty. */
    String crs() {
        Integer horizontal = codes.getOrDefault(MODEL_TYPE, 0) == GEOGRAPHIC ? codes.get(GEODETIC_CRS) : codes.get(PROJECTED_CRS);
        if (isCode(horizontal)) {
            Integer vertical = codes.get(VERTICAL_CRS);
            return "EPSG:" + horizontal + (isCode(vertical) ? "+" + vertical : "");
        }
        for (int key : new int[] {PROJECTED_CITATION, CITATION, GEODETIC_CITATION}) {
            String citation = citations.getOrDefault(key, "");
            int at = Math.max(citation.indexOf("PROJCS["), citation.indexOf("PROJCS[") < 0 ? citation.indexOf("GEOGCS[") : -1);
            if (at >= 0) {
                return citation.substring(at).replace("|", "").strip();
            }
        }
        return "";
    }

    /** Metres per unit of height where units are stated without a vertical system that says it. */
    double metresPerHeightUnit() {
        if (isCode(codes.get(VERTICAL_CRS)) && !crs().isEmpty()) {
            return 1;
        }
        int unit = codes.getOrDefault(VERTICAL_UNITS, 0);
        return unit == FOOT ? 0.3048 : unit == US_FOOT ? 1200.0 / 3937 : 1;
    }

    private static boolean isCode(Integer code) {
        return code != null && code >= 1024 && code < 32767;
    }
}
