package org.kvarter.analysis.privacy;

/** How a value follows from the personal value it is reckoned from: it decides whether sums of it are sums over households. Immutable. */
sealed interface Use {

    /** The personal value itself, or it times a number that is the same for all, plus what is public. */
    Use PLAIN = new Plain();
    /** Another function, such as a threshold, or one that picks features: a sum of it may be the value of one. */
    Use SELECTIVE = new Selective();

    /** See {@link #PLAIN}. */
    record Plain() implements Use {
    }

    /** See {@link #SELECTIVE}. */
    record Selective() implements Use {
    }

    /**
     * The personal value times a public number of each feature.
     *
     * @param weights of each row, 0 where it has none; not copied
     */
    record Weighted(double[] weights) implements Use {

        private static final double SAME = 1e-9;

        /** Whether the weights of another are these times a number. */
        boolean isLike(Weighted other) {
            double here = 0;
            double there = 0;
            for (int r = 0; r < weights.length && r < other.weights.length; r++) {
                here = Math.abs(weights[r]) > Math.abs(here) ? weights[r] : here;
                there = Math.abs(weights[r]) >= Math.abs(here) && weights[r] != 0 ? other.weights[r] : there;
            }
            for (int r = 0; r < weights.length && r < other.weights.length; r++) {
                if (Math.abs(weights[r] * there - other.weights[r] * here) > SAME * Math.abs(here * there)) {
                    return false;
                }
            }
            return weights.length == other.weights.length;
        }
    }
}
