package org.kvarter.importing.raster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns stored values into heights: no data told apart, scale and offset applied. Immutable.
 *
 * @param noData value that means no data, NaN where none is stated
 * @param scale  metres per stored unit
 * @param offset metres
 */
record HeightValues(double noData, double scale, double offset) {

    /** Beyond these no ground lies, in metres or in feet; producers fill gaps with such values. */
    private static final double LOWEST = -12_000;
    private static final double HIGHEST = 100_000;
    private static final Pattern ITEM = Pattern.compile("<Item\\s([^>]*)>([^<]{0,200})</Item>");

    /** As the tags say; GDAL's own for no data, scale and offset among them. */
    static HeightValues of(TiffDirectory tags, double metresPerUnit) {
        String metadata = tags.text(TiffDirectory.GDAL_METADATA);
        double scale = number(item(metadata, "SCALE", "scale"), 1);
        double offset = number(item(metadata, "OFFSET", "offset"), 0);
        return new HeightValues(number(tags.text(TiffDirectory.GDAL_NODATA), Double.NaN), scale * metresPerUnit,
                offset * metresPerUnit);
    }

    /** The height of a stored value; NaN for no data. */
    float height(double stored) {
        // Compared as floats too: the tag is written in decimals, often with fewer digits than the value has.
        if (stored == noData || (float) stored == (float) noData || stored == -9999 || !(stored > LOWEST && stored < HIGHEST)) {
            return Float.NaN;
        }
        return (float) (stored * scale + offset);
    }

    /** What GDAL's metadata says the first band measures where that is no height: {@code Temperature [C]}; empty where nothing. */
    static String otherQuantity(TiffDirectory tags) {
        String metadata = tags.text(TiffDirectory.GDAL_METADATA);
        String comment = item(metadata, "GRIB_COMMENT", "").strip();
        String unit = item(metadata, "GRIB_UNIT", "").strip();
        String type = item(metadata, "UNITTYPE", "unittype").strip();
        if (!comment.isEmpty() && !comment.endsWith("[m]") && !comment.endsWith("[gpm]")) {
            return comment;
        }
        for (String stated : new String[] {unit, type}) {
            String plain = stated.replace("[", "").replace("]", "").toLowerCase(java.util.Locale.ROOT);
            if (!plain.isEmpty() && !plain.matches("m|metre|meter|metres|meters|gpm|ft|foot|feet|us survey foot|us_survey_foot")) {
                return stated;
            }
        }
        return "";
    }

    private static String item(String metadata, String name, String role) {
        for (Matcher m = ITEM.matcher(metadata); m.find();) {
            String attributes = m.group(1);
            boolean first = !attributes.contains("sample=") || attributes.contains("sample=\"0\"");
            if (first && (attributes.contains("name=\"" + name + "\"") || !role.isEmpty() && attributes.contains("role=\"" + role + "\""))) {
                return m.group(2);
            }
        }
        return "";
    }

    private static double number(String text, double otherwise) {
        try {
            double value = text.isBlank() ? otherwise : Double.parseDouble(text.strip());
            return Double.isInfinite(value) ? otherwise : value;
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }
}
