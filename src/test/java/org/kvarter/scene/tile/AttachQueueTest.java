package org.kvarter.scene.tile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachQueueTest {

    /** Items are their own cost and distance. */
    private final AttachQueue<Integer> queue = new AttachQueue<>(i -> i);

    @Test
    void theNearestComeFirstUntilTheBudgetIsSpent() {
        for (int i : new int[] {50, 10, 30, 20}) {
            queue.add(i);
        }
        assertThat(queue.take(35, i -> i)).containsExactly(10, 20);
        assertThat(queue.take(35, i -> i)).containsExactly(30);
        assertThat(queue.size()).isEqualTo(1);
    }

    @Test
    void oneIsTakenHoweverBig() {
        queue.add(500);
        assertThat(queue.take(35, i -> i)).containsExactly(500);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whatIsCancelledDoesNotCome() {
        queue.add(1);
        queue.add(2);
        queue.cancel(i -> i == 1);
        assertThat(queue.take(100, i -> i)).containsExactly(2);
    }
}
