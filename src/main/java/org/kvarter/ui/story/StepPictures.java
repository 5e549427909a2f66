package org.kvarter.ui.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;
import javafx.scene.image.Image;
import org.kvarter.model.Viewpoint;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.session.story.Staging;
import org.kvarter.ui.stage.Viewer;
import org.kvarter.workshop.Step;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The small pictures of a story's steps: taken from the view, kept with the project, decoded when shown. JavaFX thread only. */
public final class StepPictures {

    /** Size of a picture, pixels; its shape is that of a projector's. */
    public static final int WIDTH = 320;
    public static final int HEIGHT = 180;
    private static final Logger LOG = LoggerFactory.getLogger(StepPictures.class);

    private record Decoded(String from, Image image) {
    }

    private final Session session;
    private final Viewer viewer;
    private final Map<String, Decoded> decoded = new HashMap<>();
    private final ObservableMap<Viewpoint, Image> glances = FXCollections.observableHashMap();
    private final Set<Viewpoint> asked = new HashSet<>();

    public StepPictures(Session session, Viewer viewer) {
        this.session = session;
        this.viewer = viewer;
    }

    /** Takes the picture of a step from what the view shows now. */
    public void take(String id) {
        viewer.picture(WIDTH, HEIGHT).thenAccept(picture -> put(id, picture));
    }

    /** Keeps a picture of a step, of any size but of this shape. */
    void put(String id, Picture picture) {
        try {
            if (session.story().indexOf(id) >= 0) {
                session.storyPictures().put(id, Base64.getEncoder().encodeToString(picture.jpeg(WIDTH, HEIGHT)));
            }
        } catch (IOException e) {
            LOG.warn("A step's picture cannot be kept", e);
        }
    }

    /** Pictures by camera that stand in for those that are not kept; changes when one comes. */
    public ObservableMap<Viewpoint, Image> glances() {
        return glances;
    }

    /** Asks for a picture of what is there now from a step's camera, where the step has none of its own; not kept. */
    public void glance(Step step) {
        Staging.camera(session, step).filter(camera -> !session.storyPictures().containsKey(step.id()) && asked.add(camera))
                .ifPresent(camera -> viewer.glance(camera, WIDTH, HEIGHT).whenComplete((picture, failure) -> {
                    if (failure == null) {
                        glances.put(camera, picture.toFxImage());
                    }
                }));
    }

    /** Whether a step has a picture of its own that can be read; what stands in for one is none. */
    boolean isKept(Step step) {
        return session.storyPictures().containsKey(step.id()) && of(step).isPresent();
    }

    /** The picture of a step, where it has one that can be read, or what stands in for it. */
    public Optional<Image> of(Step step) {
        String id = step.id();
        String kept = session.storyPictures().get(id);
        if (kept == null) {
            return Staging.camera(session, step).map(glances::get);
        }
        Decoded there = decoded.get(id);
        if (there == null || !there.from().equals(kept)) {
            there = new Decoded(kept, decode(kept));
            decoded.put(id, there);
        }
        return Optional.ofNullable(there.image());
    }

    private static Image decode(String kept) {
        try {
            Image image = new Image(new ByteArrayInputStream(Base64.getDecoder().decode(kept)));
            return image.isError() ? null : image;
        } catch (IllegalArgumentException e) {
            LOG.info("A step's picture is not readable", e);
            return null;
        }
    }
}
