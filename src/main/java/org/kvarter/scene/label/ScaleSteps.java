package org.kvarter.scene.label;

/** Round lengths for a scale bar. Stateless. */
public final class ScaleSteps {

    private ScaleSteps() {
    }

    /** The greatest of 1, 2, 5, 10, 20, 50 … metres that is no longer than {@code most} metres. @param most &gt; 0 */
    public static double roundLength(double most) {
        double power = Math.pow(10, Math.floor(Math.log10(most)));
        double lead = most / power;
        return power * (lead >= 5 ? 5 : lead >= 2 ? 2 : 1);
    }
}
