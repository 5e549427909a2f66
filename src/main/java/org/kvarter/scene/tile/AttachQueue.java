package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What waits to be attached: each frame takes the nearest ones until the frame's budget is spent, at least one. Not thread-safe.
 *
 * @param <T> what waits
 */
public final class AttachQueue<T> {

    private final List<T> waiting = new ArrayList<>();
    private final ToDoubleFunction<T> cost;

    /** @param cost of attaching one, in the unit of the budget */
    public AttachQueue(ToDoubleFunction<T> cost) {
        this.cost = cost;
    }

    public void add(T item) {
        waiting.add(item);
    }

    /** Takes back what is no longer wanted. */
    public void cancel(Predicate<T> unwanted) {
        waiting.removeIf(unwanted);
    }

    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    public int size() {
        return waiting.size();
    }

    /** The nearest ones that fit the budget, in order, taken out of the queue. */
    public List<T> take(double budget, ToDoubleFunction<T> distance) {
        List<T> taken = new ArrayList<>();
        double left = budget;
        while (!waiting.isEmpty()) {
            T nearest = waiting.get(0);
            double least = distance.applyAsDouble(nearest);
            for (T item : waiting) {
                double d = distance.applyAsDouble(item);
                if (d < least) {
                    nearest = item;
                    least = d;
                }
            }
            left -= cost.applyAsDouble(nearest);
            if (left < 0 && !taken.isEmpty()) {
                break;
            }
            waiting.remove(nearest);
            taken.add(nearest);
        }
        return taken;
    }
}
