package org.kvarter.scenario;

/**
 * A key figure of two scenarios.
 *
 * @param kpi     the key figure
 * @param first   its value in the first
 * @param second  its value in the second
 * @param verdict what the change from the first to the second is worth
 */
public record Comparison(Kpi kpi, double first, double second, Verdict verdict) {

    /** What a change is worth. */
    public enum Verdict {
        BETTER, WORSE, SAME, NEITHER
    }

    /** Smaller changes than this share are none. */
    private static final double NOTHING = 5e-4;

    static Comparison of(KpiValue first, KpiValue second) {
        double change = second.value() - first.value();
        double size = Math.max(Math.abs(first.value()), Math.abs(second.value()));
        Verdict verdict = Double.isNaN(change) ? Verdict.NEITHER : Math.abs(change) <= NOTHING * size ? Verdict.SAME
                : switch (first.kpi().better()) {
                    case LOWER -> change < 0 ? Verdict.BETTER : Verdict.WORSE;
                    case HIGHER -> change > 0 ? Verdict.BETTER : Verdict.WORSE;
                    case NEITHER -> Verdict.NEITHER;
                };
        return new Comparison(first.kpi(), first.value(), second.value(), verdict);
    }

    /** Second less first, in the key figure's unit; NaN where either is missing. */
    public double difference() {
        return second - first;
    }

    /** The difference as a share of the first; NaN where the first is zero or either is missing. */
    public double share() {
        return first == 0 ? Double.NaN : (second - first) / Math.abs(first);
    }
}
