package org.kvarter.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class LatestWinsTest {

    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final Deque<Runnable> receiver = new ArrayDeque<>();
    private final List<String> computed = new ArrayList<>();
    private final List<String> delivered = new ArrayList<>();
    private final LatestWins<String> latest = new LatestWins<>(worker::add, receiver::add);

    private void ask(String what) {
        latest.request(() -> {
            computed.add(what);
            return what;
        }, delivered::add);
    }

    private static void drain(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.poll().run();
        }
    }

    @Test
    void onlyTheNewestWaitingRequestIsComputed() {
        ask("a");
        ask("b");
        ask("c");
        drain(worker);
        drain(receiver);
        assertThat(computed).containsExactly("c");
        assertThat(delivered).containsExactly("c");
    }

    @Test
    void aResultThatIsNoLongerWantedIsNotDelivered() {
        ask("a");
        drain(worker);
        ask("b");
        drain(worker);
        drain(receiver);
        assertThat(computed).containsExactly("a", "b");
        assertThat(delivered).containsExactly("b");
    }
}
