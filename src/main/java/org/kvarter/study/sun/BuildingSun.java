package org.kvarter.study.sun;

/**
 * Hours of sun of one building, its parts counted with it.
 *
 * @param row        its row in the layer
 * @param facade     m² of façades with open air before them
 * @param mean       mean hours over its façades; NaN where it has none
 * @param best       hours of the façade with most, of façades of at least {@value #COUNTED} m²
 * @param worst      hours of the façade with least, of those
 * @param meeting    share of its façades with the hours of the rule, 0 … 1; NaN where it has none
 * @param roof       mean hours over its roofs; NaN where it has none
 */
public record BuildingSun(int row, double facade, double mean, double best, double worst, double meeting, double roof) {

    /** Area below which a wall is no façade to be named, m²: the sides of a dormer or a chimney. */
    public static final double COUNTED = 2;

    /** Whether the building meets a rule. */
    public boolean meets(SunRule rule) {
        return meeting > 0 && meeting >= rule.facadeShare() - 1e-6;
    }
}
