package org.kvarter.study.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A skyline as a panorama: direction to the right, elevation up, both in degrees of one size. Immutable.
 *
 * @param skyline  what is drawn
 * @param before   drawn as a line over it, as the skyline before a change; {@code null} for none
 * @param yaw      direction in the middle, degrees
 * @param span     degrees from left to right
 * @param top      elevation at the upper edge, degrees
 */
public record SkylineDrawing(Skyline skyline, Skyline before, double yaw, double span, double top) {

    /** Elevation at the lower edge, degrees: the foot of what stands below the eye. */
    public static final double FOOT = -4;

    /** A drawing as high as what stands in it, and a little sky. */
    public static SkylineDrawing of(Skyline skyline, Skyline before, double yaw, double span) {
        double most = 8;
        for (int s = 0; s < Skyline.STEPS; s++) {
            for (Skyline one : before == null ? List.of(skyline) : List.of(skyline, before)) {
                most = Math.max(most, one.top(s));
            }
        }
        return new SkylineDrawing(skyline, before, yaw, span, Math.min(90, most + 4));
    }

    /** A corner of an outline, degrees. */
    public record Corner(double right, double elevation) {
    }

    /** The outline from left to right. @param land of the land alone @param earlier of the skyline before */
    public List<Corner> outline(boolean land, boolean earlier) {
        Skyline of = earlier ? before : skyline;
        List<Corner> corners = new ArrayList<>();
        int count = (int) Math.round(span * Skyline.STEPS / 360);
        long first = Math.round((yaw - span / 2) * Skyline.STEPS / 360);
        for (int i = 0; i <= count; i++) {
            int step = (int) Math.floorMod(first + i, (long) Skyline.STEPS);
            float e = land ? of.land()[step] : of.top(step);
            corners.add(new Corner(360.0 * i / Skyline.STEPS, Float.isNaN(e) ? FOOT : Math.max(FOOT, e)));
        }
        return corners;
    }

    /** Directions to be written below, degrees clockwise from north: all that are multiples of {@code every}. */
    public List<Double> marks(double every) {
        List<Double> marks = new ArrayList<>();
        for (double a = Math.ceil((yaw - span / 2) / every) * every; a <= yaw + span / 2 + 1e-9; a += every) {
            marks.add(a);
        }
        return marks;
    }

    /** As SVG, 4 units to a degree. @param title of the drawing */
    public String svg(String title) {
        double scale = 4;
        double width = span * scale;
        double height = (top - FOOT) * scale;
        StringBuilder svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.1f %.1f\" font-family=\"sans-serif\" font-size=\"11\">%n",
                width, height + 24));
        svg.append("<title>").append(escaped(title)).append("</title>\n");
        shape(svg, outline(false, false), scale, height, "fill=\"#4a4e55\"");
        shape(svg, outline(true, false), scale, height, "fill=\"#9aa392\"");
        if (before != null) {
            svg.append("<polyline fill=\"none\" stroke=\"#c2571a\" stroke-width=\"1.2\" points=\"");
            outline(false, true).forEach(c -> svg.append(String.format(Locale.ROOT, "%.2f,%.2f ", c.right() * scale, (top - c.elevation()) * scale)));
            svg.append("\"/>\n");
        }
        for (double elevation = 0; elevation < top; elevation += 10) {
            svg.append(String.format(Locale.ROOT, "<path d=\"M0 %.2fH%.1f\" stroke=\"#888\" stroke-width=\".4\"/><text x=\"2\" y=\"%.2f\">%.0f°</text>%n",
                    (top - elevation) * scale, width, (top - elevation) * scale - 2, elevation));
        }
        for (double a : marks(span > 180 ? 45 : 15)) {
            double x = (a - yaw + span / 2) * scale;
            svg.append(String.format(Locale.ROOT, "<path d=\"M%.2f %.2fv5\" stroke=\"#333\"/><text x=\"%.2f\" y=\"%.2f\" text-anchor=\"middle\">%.0f°</text>%n",
                    x, height, x, height + 17, Math.floorMod(Math.round(a), 360L) + 0.0));
        }
        return svg.append("</svg>\n").toString();
    }

    private void shape(StringBuilder svg, List<Corner> corners, double scale, double height, String style) {
        svg.append("<path ").append(style).append(String.format(Locale.ROOT, " d=\"M0 %.2f", height));
        corners.forEach(c -> svg.append(String.format(Locale.ROOT, "L%.2f %.2f", c.right() * scale, (top - c.elevation()) * scale)));
        svg.append(String.format(Locale.ROOT, "V%.2fZ\"/>%n", height));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
