package org.kvarter.app;

import java.util.concurrent.Executor;
import javafx.application.Platform;

/** The JavaFX thread as an executor; runs at once where the caller is already on it. The only user of {@link Platform#runLater}. */
final class WindowThread implements Executor {

    @Override
    public void execute(Runnable work) {
        if (Platform.isFxApplicationThread()) {
            work.run();
        } else {
            Platform.runLater(work);
        }
    }
}
