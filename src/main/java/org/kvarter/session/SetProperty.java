package org.kvarter.session;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * A change of one value; changes of the same target in a row become one step.
 *
 * @param <T>    the value's type
 * @param title  what was done
 * @param target names the value: changes with equal targets merge
 * @param before the old value
 * @param after  the new value
 * @param setter puts a value in place
 */
public record SetProperty<T>(String title, String target, T before, T after, Consumer<T> setter) implements Change {

    @Override
    public void apply() {
        setter.accept(after);
    }

    @Override
    public void revert() {
        setter.accept(before);
    }

    @Override
    public Change mergedWith(Change newer) {
        if (newer instanceof SetProperty<?> other && Objects.equals(target, other.target)) {
            @SuppressWarnings("unchecked")
            T merged = (T) other.after;
            return new SetProperty<>(title, target, before, merged, setter);
        }
        return null;
    }
}
