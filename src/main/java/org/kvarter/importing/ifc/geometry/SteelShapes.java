package org.kvarter.importing.ifc.geometry;

/**
 * Outlines of rolled sections around the centre of their box, as IfcProfileResource draws them; slopes of flanges are left out. Metres.
 */
final class SteelShapes {

    private SteelShapes() {
    }

    /** An I with a bottom and a top flange. */
    static double[] i(double bottom, double bottomFlange, double top, double topFlange, double depth, double web, double fillet,
                      double topFillet) {
        double b = bottom / 2;
        double t = top / 2;
        double w = web / 2;
        double y = depth / 2;
        double low = -y + bottomFlange;
        double high = y - topFlange;
        return Corners.rounded(-b, -y, 0, b, -y, 0, b, low, 0, w, low, fillet, w, high, topFillet, t, high, 0, t, y, 0,
                -t, y, 0, -t, high, 0, -w, high, topFillet, -w, low, fillet, -b, low, 0);
    }

    /** An L whose corner is bottom left. */
    static double[] l(double depth, double width, double thickness, double fillet, double edge) {
        double x = width / 2;
        double y = depth / 2;
        return Corners.rounded(-x, -y, 0, x, -y, 0, x, -y + thickness, edge, -x + thickness, -y + thickness, fillet,
                -x + thickness, y, edge, -x, y, 0);
    }

    /** A T whose flange is on top. */
    static double[] t(double depth, double width, double web, double flange, double fillet) {
        double x = width / 2;
        double y = depth / 2;
        double w = web / 2;
        double f = y - flange;
        return Corners.rounded(-w, -y, 0, w, -y, 0, w, f, fillet, x, f, 0, x, y, 0, -x, y, 0, -x, f, 0, -w, f, fillet);
    }

    /** A U open to the right. */
    static double[] u(double depth, double width, double web, double flange, double fillet) {
        double x = width / 2;
        double y = depth / 2;
        return Corners.rounded(-x, -y, 0, x, -y, 0, x, -y + flange, 0, -x + web, -y + flange, fillet, -x + web, y - flange, fillet,
                x, y - flange, 0, x, y, 0, -x, y, 0);
    }

    /** A C open to the right, with lips. */
    static double[] c(double depth, double width, double wall, double girth, double fillet) {
        double x = width / 2;
        double y = depth / 2;
        double outer = fillet > 0 ? fillet + wall : 0;
        return Corners.rounded(-x, -y, outer, x, -y, outer, x, -y + girth, 0, x - wall, -y + girth, 0, x - wall, -y + wall, fillet,
                -x + wall, -y + wall, fillet, -x + wall, y - wall, fillet, x - wall, y - wall, fillet, x - wall, y - girth, 0,
                x, y - girth, 0, x, y, outer, -x, y, outer);
    }

    /** A Z: bottom flange to the right, top flange to the left. */
    static double[] z(double depth, double width, double web, double flange, double fillet) {
        double y = depth / 2;
        double w = web / 2;
        double reach = width - w;
        return Corners.rounded(-w, -y, 0, reach, -y, 0, reach, -y + flange, 0, w, -y + flange, fillet, w, y, 0, -reach, y, 0,
                -reach, y - flange, 0, -w, y - flange, fillet);
    }
}
