package org.kvarter.importing.ifc.shape;

/** Boxes as six numbers: minimum x, y, z, maximum x, y, z. */
final class Boxes {

    private Boxes() {
    }

    static void add(double[] box, double[] xyz, int at) {
        for (int k = 0; k < 3; k++) {
            box[k] = Math.min(box[k], xyz[at + k]);
            box[3 + k] = Math.max(box[3 + k], xyz[at + k]);
        }
    }

    /** Whether two boxes touch or overlap within {@code slack} metres. */
    static boolean meet(double[] a, double[] b, double slack) {
        for (int k = 0; k < 3; k++) {
            if (a[k] > b[3 + k] + slack || b[k] > a[3 + k] + slack) {
                return false;
            }
        }
        return true;
    }

    /** Whether the plane passes through or near the box. */
    static boolean meets(double[] box, Plane plane, double slack) {
        double cx = (box[0] + box[3]) / 2;
        double cy = (box[1] + box[4]) / 2;
        double cz = (box[2] + box[5]) / 2;
        double reach = Math.abs(plane.x()) * (box[3] - box[0]) / 2 + Math.abs(plane.y()) * (box[4] - box[1]) / 2
                + Math.abs(plane.z()) * (box[5] - box[2]) / 2;
        return Math.abs(plane.x() * cx + plane.y() * cy + plane.z() * cz - plane.d()) <= reach + slack;
    }
}
