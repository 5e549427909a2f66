package org.kvarter.sample;

import java.util.List;

/** Repeatable randomness: SplitMix64 (Steele, Lea and Flood 2014), the same sequence on every machine and JDK. */
final class Dice {
    private long state;

    private Dice(long seed) {
        state = seed;
    }

    /** A sequence that depends on the name only, so that a change in one part of the plan leaves the others alone. */
    static Dice of(String name) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < name.length(); i++) {
            hash = (hash ^ name.charAt(i)) * 0x100000001b3L;
        }
        return new Dice(hash);
    }

    private long next() {
        long z = state += 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }

    /** Uniform in [0, 1). */
    double unit() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** Uniform in [low, high). */
    double between(double low, double high) {
        return low + (high - low) * unit();
    }

    /** Uniform whole number in [low, high]. */
    int whole(int low, int high) {
        return low + (int) (unit() * (high - low + 1));
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** Nearly normal, mean 0 and standard deviation 1 (sum of four uniforms), within ±3.5. */
    double bell() {
        return (unit() + unit() + unit() + unit() - 2) * 1.7320508075688772;
    }

    <T> T pick(List<T> choices) {
        return choices.get((int) (unit() * choices.size()));
    }
}
