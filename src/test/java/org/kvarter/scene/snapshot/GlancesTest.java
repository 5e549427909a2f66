package org.kvarter.scene.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kvarter.scene.camera.CameraPose;

/** When small pictures from elsewhere are taken. */
class GlancesTest {

    private static final CameraPose HERE = new CameraPose(0, 0, 10, 0, 0);
    private final Glances glances = new Glances();
    private final List<String> taken = new ArrayList<>();

    private void frames(int count, String window) {
        for (int i = 0; i < count; i++) {
            glances.frame(window, (pose, width, height) -> {
                taken.add(window + " " + width);
                return null;
            });
        }
    }

    @Test
    void onePerFrameInTheOrderAsked() {
        frames(5, "main");
        CompletableFuture<Picture> first = glances.ask(HERE, 1, 1);
        glances.ask(HERE, 2, 1).cancel(false);
        glances.ask(HERE, 3, 1);
        frames(1, "main");
        assertThat(taken).containsExactly("main 1");
        assertThat(first).isDone();
        frames(2, "main");
        assertThat(taken).containsExactly("main 1", "main 3");
    }

    @Test
    void noneWhileTheViewHasJustComeToAnotherWindow() {
        frames(5, "main");
        glances.ask(HERE, 1, 1);
        frames(2, "audience");
        assertThat(taken).isEmpty();
        frames(2, "audience");
        assertThat(taken).containsExactly("audience 1");
    }

    @Test
    void refusesSizesThatAreNotSmall() {
        assertThatThrownBy(() -> glances.ask(HERE, 1_001, 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
