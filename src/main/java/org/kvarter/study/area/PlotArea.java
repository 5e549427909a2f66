package org.kvarter.study.area;

/**
 * Areas of one plot, or of whatever areas were asked for.
 *
 * @param row       its row in the layer
 * @param area      m² of the plot
 * @param covered   m² of it under buildings, each square metre once
 * @param floor     gross floor area on it, m²: of a building on two plots the share of its footprint that lies on this one
 * @param buildings buildings that stand on it, wholly or in part
 */
public record PlotArea(int row, double area, double covered, double floor, int buildings) {

    /** Floor area ratio: floor area by area of the plot; NaN for a plot without area. */
    public double ratio() {
        return area > 0 ? floor / area : Double.NaN;
    }

    /** Share of the plot that is built over, 0 … 1. */
    public double coverage() {
        return area > 0 ? covered / area : Double.NaN;
    }
}
