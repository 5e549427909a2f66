package org.kvarter.importing.tiles3d;

import org.kvarter.importing.models.DamagedModelException;
import org.kvarter.importing.models.Matrix;

/** Where the instances of an i3dm stand. Immutable. */
final class Instances {

    private static final int MOST = 200_000;

    private final int count;
    private final float[] positions;
    private final int[] quantised;
    private final double[] offset;
    private final double[] scale;
    private final float[] ups;
    private final float[] rights;
    private final float[] scales;
    private final float[] scales3;
    private final int[] batches;
    private final double[] centre;
    private final boolean eastNorthUp;

    private Instances(Table table, int count) {
        this.count = count;
        positions = table.floats("POSITION", 3, count);
        quantised = table.shorts("POSITION_QUANTIZED", 3, count);
        offset = table.three("QUANTIZED_VOLUME_OFFSET");
        scale = table.three("QUANTIZED_VOLUME_SCALE");
        float[] up = table.floats("NORMAL_UP", 3, count);
        float[] right = table.floats("NORMAL_RIGHT", 3, count);
        int[] up32 = table.shorts("NORMAL_UP_OCT32P", 2, count);
        int[] right32 = table.shorts("NORMAL_RIGHT_OCT32P", 2, count);
        ups = up != null ? up : up32 == null ? null : octahedral(up32);
        rights = right != null ? right : right32 == null ? null : octahedral(right32);
        scales = table.floats("SCALE", 1, count);
        scales3 = table.floats("SCALE_NON_UNIFORM", 3, count);
        batches = table.shorts("BATCH_ID", 1, count);
        centre = table.three("RTC_CENTER");
        eastNorthUp = table.json().path("EAST_NORTH_UP").asBoolean(false);
    }

    /** Of a feature table. */
    static Instances of(Table table, String file) throws DamagedModelException {
        int count = table.integer("INSTANCES_LENGTH", -1);
        Instances instances = count < 0 || count > MOST ? null : new Instances(table, count);
        boolean placed = instances != null && (count == 0 || instances.positions != null
                || instances.quantised != null && instances.offset != null && instances.scale != null);
        if (!placed) {
            throw new DamagedModelException(file);
        }
        return instances;
    }

    int count() {
        return count;
    }

    /** Number in the batch table. */
    int batch(int instance) {
        return batches == null ? instance : batches[instance];
    }

    /** From the model, z up, to the tile. */
    Matrix matrix(int i) {
        double[] p = new double[3];
        for (int k = 0; k < 3; k++) {
            p[k] = (positions != null ? positions[3 * i + k] : offset[k] + quantised[3 * i + k] / 65_535.0 * scale[k])
                    + (centre == null ? 0 : centre[k]);
        }
        double s = scales == null ? 1 : scales[i];
        double[] s3 = scales3 == null ? new double[] {1, 1, 1} : new double[] {scales3[3 * i], scales3[3 * i + 1], scales3[3 * i + 2]};
        return Matrix.translation(p[0], p[1], p[2]).times(turn(i, p)).times(Matrix.scale(s * s3[0], s * s3[1], s * s3[2]));
    }

    /** x to the right, y along right × up turned back to front, z up (18-053r2, 8.3.1). */
    private Matrix turn(int i, double[] p) {
        if (ups != null && rights != null) {
            double[] r = {rights[3 * i], rights[3 * i + 1], rights[3 * i + 2]};
            double[] u = {ups[3 * i], ups[3 * i + 1], ups[3 * i + 2]};
            return axes(r, cross(u, r), u);
        }
        if (!eastNorthUp) {
            return Matrix.IDENTITY;
        }
        double length = Math.sqrt(p[0] * p[0] + p[1] * p[1] + p[2] * p[2]);
        double flat = Math.hypot(p[0], p[1]);
        double[] up = {p[0] / length, p[1] / length, p[2] / length};
        double[] east = {-p[1] / flat, p[0] / flat, 0};
        return length > 0 && flat > 0 ? axes(east, cross(up, east), up) : Matrix.IDENTITY;
    }

    private static Matrix axes(double[] x, double[] y, double[] z) {
        return new Matrix(new double[] {x[0], y[0], z[0], 0, x[1], y[1], z[1], 0, x[2], y[2], z[2], 0});
    }

    private static double[] cross(double[] a, double[] b) {
        return new double[] {a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]};
    }

    /** Unit vectors of two shares each (Cigolle and others, A Survey of Efficient Representations for Independent Unit Vectors, 2014). */
    private static float[] octahedral(int[] shares) {
        float[] vectors = new float[shares.length / 2 * 3];
        for (int i = 0; i < shares.length / 2; i++) {
            double x = shares[2 * i] / 65_535.0 * 2 - 1;
            double y = shares[2 * i + 1] / 65_535.0 * 2 - 1;
            double z = 1 - Math.abs(x) - Math.abs(y);
            if (z < 0) {
                double before = x;
                x = (1 - Math.abs(y)) * (before < 0 ? -1 : 1);
                y = (1 - Math.abs(before)) * (y < 0 ? -1 : 1);
            }
            double length = Math.sqrt(x * x + y * y + z * z);
            vectors[3 * i] = (float) (x / length);
            vectors[3 * i + 1] = (float) (y / length);
            vectors[3 * i + 2] = (float) (z / length);
        }
        return vectors;
    }
}
