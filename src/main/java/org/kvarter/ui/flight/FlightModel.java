package org.kvarter.ui.flight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;
import org.kvarter.session.story.Staging;
import org.kvarter.study.flight.FlightPath;
import org.kvarter.study.flight.FrameFiles;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.picture.PictureSize;
import org.kvarter.ui.stage.Viewer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the pictures of a flight one after the other in the twin that is shown, and puts the camera back; time stands still meanwhile. JavaFX thread only. */
public final class FlightModel {

    /** What is flown along. */
    public enum Along {
        VIEWPOINTS, STORY
    }

    private static final Logger LOG = LoggerFactory.getLogger(FlightModel.class);
    private static final Texts TEXTS = Texts.in(FlightModel.class);

    private final Workspace workspace;
    private final Viewer viewer;
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    private boolean stopped;

    public FlightModel(Workspace workspace, Viewer viewer) {
        this.workspace = workspace;
        this.viewer = viewer;
    }

    /** 0 … 1 while pictures are taken; NaN else. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The cameras that are flown past. */
    public List<Viewpoint> stops(Along along) {
        Session session = workspace.session();
        return along == Along.VIEWPOINTS ? List.copyOf(session.viewpoints())
                : session.story().steps().stream().map(s -> Staging.camera(session, s)).flatMap(Optional::stream).toList();
    }

    /** Takes all pictures; completes when they are written, stopped or failed, and tells of it. */
    public CompletableFuture<Void> take(FlightPath path, PictureSize size, Path folder) {
        stopped = false;
        progress.set(0);
        Viewpoint before = viewer.viewpoint("");
        BooleanProperty playing = workspace.session().clock().playingProperty();
        boolean played = playing.get();
        playing.set(false);
        CompletableFuture<Void> done = new CompletableFuture<>();
        frame(path, size, folder, 0, done);
        return done.whenComplete((x, failure) -> {
            progress.set(Double.NaN);
            viewer.jumpTo(before);
            playing.set(played);
            if (failure != null) {
                LOG.error("A flight could not be written", failure);
                workspace.notices().error(TEXTS.get("failed", folder));
            } else {
                workspace.notices().info(TEXTS.get(stopped ? "stopped" : "done", folder));
            }
        });
    }

    private void frame(FlightPath path, PictureSize size, Path folder, int frame, CompletableFuture<Void> done) {
        if (stopped || frame == path.frames()) {
            done.complete(null);
            return;
        }
        viewer.jumpTo(path.at(frame));
        viewer.picture(size.width(), size.height()).thenAcceptAsync(picture -> {
            try {
                picture.writePng(FrameFiles.of(folder, frame));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, workspace.tasks().io()).whenCompleteAsync((x, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
                return;
            }
            progress.set((frame + 1.0) / path.frames());
            frame(path, size, folder, frame + 1, done);
        }, workspace.tasks().fx());
    }

    /** Takes no further picture. */
    public void stop() {
        stopped = true;
    }
}
