package org.kvarter.importing.ifc.place;

import org.kvarter.geo.CoordinateSystem;
import org.kvarter.importing.ifc.shape.Affine;

/**
 * The numbers of an {@code IfcMapConversion} as the file has them; NaN where it has none.
 *
 * @param east     eastings of the model's origin, map units
 * @param north    northings, map units
 * @param height   orthogonal height, map units
 * @param abscissa of the model's x axis in the map
 * @param ordinate of the model's x axis in the map
 * @param scale    from units of the model to those of the map, as the standard has it
 * @param mapUnit  metres per map unit; NaN where it is not told
 * @param factors  further factors of x, y and z ({@code IfcMapConversionScaled})
 */
record MapConversion(double east, double north, double height, double abscissa, double ordinate, double scale, double mapUnit,
                     double[] factors) {

    private static final double NEAR = 0.01;

    /** Eastings in metres stay below this; in millimetres they lie beyond. */
    private static final double MOST_METRES = 1e8;

    /** Metres per map unit. Without one it is the model's, but for small units whose numbers can only be metres. */
    double unit(double modelUnit) {
        if (mapUnit > 0) {
            return mapUnit;
        }
        boolean metres = modelUnit < 0.2 && Math.max(Math.abs(east), Math.abs(north)) < MOST_METRES;
        return metres ? 1 : modelUnit;
    }

    /** How much longer a metre of the model is in the map; NaN where the file's scale makes no sense. */
    double stretch(double modelUnit) {
        if (!(scale > 0)) {
            return 1;
        }
        double told = scale * unit(modelUnit) / modelUnit;
        if (Math.abs(told - 1) < NEAR) {
            return told;
        }
        // the units were not counted in, or the wrong way round
        double inverse = unit(modelUnit) / modelUnit / scale;
        return Math.abs(scale - 1) < NEAR ? scale : Math.abs(inverse - 1) < NEAR ? inverse : Double.NaN;
    }

    /** Radians counter-clockwise from the model's x axis as drawn to where it lies in the map. */
    double angle() {
        return Double.isFinite(abscissa) && Double.isFinite(ordinate) && Math.hypot(abscissa, ordinate) > 1e-9 ? Math.atan2(ordinate, abscissa)
                : 0;
    }

    /** From the model's metres to the units of a system; heights in metres. */
    Affine toCrs(double modelUnit, CoordinateSystem system) {
        double crsUnit = system == null || !(system.metresPerUnit() > 0) ? 1 : system.metresPerUnit();
        double unit = unit(modelUnit);
        double stretch = stretch(modelUnit);
        stretch = Double.isNaN(stretch) ? 1 : stretch;
        double c = Math.cos(angle()) * stretch / crsUnit;
        double s = Math.sin(angle()) * stretch / crsUnit;
        double up = height == height ? height * unit : 0;
        return new Affine(new double[] {c * factors[0], -s * factors[1], 0, east * unit / crsUnit, s * factors[0], c * factors[1], 0,
            north * unit / crsUnit, 0, 0, stretch * factors[2], up});
    }
}
