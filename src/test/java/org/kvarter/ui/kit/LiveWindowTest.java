package org.kvarter.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** What follows a value goes on doing so in whatever window it stands. */
@ExtendWith(ApplicationExtension.class)
class LiveWindowTest {

    private final SimpleIntegerProperty value = new SimpleIntegerProperty();
    private final AtomicInteger refreshed = new AtomicInteger();
    private final Pane follower = new Pane();
    private Stage first;

    @Start
    void start(Stage stage) {
        first = stage;
        stage.setScene(new Scene(new StackPane(follower), 100, 100));
        stage.show();
        Live.refresh(follower, () -> refreshed.set(value.get()), value);
    }

    @Test
    void aNodeThatLeavesItsWindowBetweenAChangeAndTheNextFrameIsRefreshedInTheNextOne() {
        Stage second = WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            first.setScene(new Scene(new StackPane(follower), 100, 100));
            return new Stage();
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            value.set(1);
            second.setScene(new Scene(new StackPane(follower), 100, 100));
            second.show();
            first.close();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            value.set(2);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(refreshed.get()).isEqualTo(2);
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> {
            second.close();
            return null;
        });
    }
}
