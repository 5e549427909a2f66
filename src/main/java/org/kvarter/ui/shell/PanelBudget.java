package org.kvarter.ui.shell;

/**
 * Divides what panels may cover, so that at least two thirds of the window always show the twin.
 *
 * @param windowWidth  pixels
 * @param windowHeight pixels
 * @param fixedArea    what the bars cover in any case, square pixels
 */
public record PanelBudget(double windowWidth, double windowHeight, double fixedArea) {

    private static final double SHARE = 1.0 / 3;

    /**
     * Heights for two panels beside the twin. Each gets what it wants while the sum fits; otherwise both shrink, the taller one first.
     *
     * @param width       width of each panel
     * @param wantedLeft  height wanted on the left, 0 for no panel
     * @param wantedRight height wanted on the right, 0 for no panel
     * @return height on the left and on the right; for a panel that is out never below a quarter of the window or 160, so that it
     *         stays of use while the charts are open
     */
    public double[] heights(double width, double wantedLeft, double wantedRight) {
        double free = Math.max(0, windowWidth * windowHeight * SHARE - fixedArea) / width;
        if (wantedLeft + wantedRight <= free) {
            return new double[] {wantedLeft, wantedRight};
        }
        double half = free / 2;
        double left = wantedLeft <= half ? wantedLeft : wantedRight <= half ? free - wantedRight : half;
        double right = wantedRight <= half ? wantedRight : wantedLeft <= half ? free - wantedLeft : half;
        double least = Math.max(160, windowHeight / 4);
        return new double[] {Math.min(wantedLeft, Math.max(least, left)), Math.min(wantedRight, Math.max(least, right))};
    }
}
