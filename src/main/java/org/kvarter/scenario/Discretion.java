package org.kvarter.scenario;

import java.util.BitSet;
import java.util.Optional;
import org.kvarter.model.Layer;

/** Says which sums over features may be told. Thread-safe. */
public interface Discretion {

    /** Everything may be told. */
    Discretion NONE = new Discretion() {
        @Override
        public Optional<String> onSum(String data, Layer layer, BitSet rows, boolean ofOne) {
            return Optional.empty();
        }
    };

    /**
     * Why a sum or mean may not be told; empty where it may.
     *
     * @param data  id of a series, or {@code layer/attribute}
     * @param layer whose features they are
     * @param rows  those that are summed up
     * @param ofOne whether the result is the value of a single one of them, as a maximum is
     */
    Optional<String> onSum(String data, Layer layer, BitSet rows, boolean ofOne);

    /** Why it may not be told of how many features have a value, where it would say something of the values; empty where it may. */
    default Optional<String> onCount(String data) {
        return Optional.empty();
    }

    /** Why nothing but plain sums of a value may be told; empty where all of it may. */
    default Optional<String> onOther(String data) {
        return Optional.empty();
    }
}
