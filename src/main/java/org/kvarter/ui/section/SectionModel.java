package org.kvarter.ui.section;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Section;
import org.kvarter.scene.label.Pulls;
import org.kvarter.session.Session;
import org.kvarter.session.ShownStep;
import org.kvarter.text.Texts;

/** How the twin is cut, and every way to cut it otherwise; each is one step to undo. JavaFX thread only. */
public final class SectionModel {

    /** A level cut begins so far over what one looks at: through the second storey. */
    private static final double OVER = 5;
    /** A box begins this large, metres. */
    private static final double ROOM = 60;
    private static final double TALL = 40;
    /** Between what is selected and the box around it, metres. */
    private static final double AIR = 2;

    private final Session session;
    private final BooleanProperty drawing = new SimpleBooleanProperty(this, "drawing");
    private Section beforePull;

    public SectionModel(Session session) {
        this.session = session;
        session.districtProperty().addListener((o, was, is) -> {
            if (was.frame() != null && !was.frame().equals(is.frame())) {
                session.sectionProperty().set(null); // another district
            }
        });
    }

    /** What is cut away; {@code null} for nothing. */
    public ObjectProperty<Section> sectionProperty() {
        return session.sectionProperty();
    }

    public Section section() {
        return session.sectionProperty().get();
    }

    /**
     * Cuts in another way.
     *
     * @param middle what one looks at, local metres
     * @param yaw    of the view, degrees clockwise from north
     */
    public void choose(SectionKind kind, double[] middle, double yaw) {
        if (kind == SectionKind.of(section())) {
            return;
        }
        LocalFrame f = frame();
        double east = middle[0] + f.originEast();
        double north = middle[1] + f.originNorth();
        double height = middle[2] + f.originHeight();
        put(switch (kind) {
            case OFF -> null;
            case LEVEL -> new Section.Plane(east, north, tenth(height + OVER), 0, true, false);
            case UPRIGHT -> facing(middle, yaw);
            case BOX -> new Section.Box(tenth(east), tenth(north), tenth(height - AIR), ROOM, ROOM, TALL, 0);
        });
    }

    /** An upright plane across the view, what is before it cut away. */
    public void alongView(double[] middle, double yaw) {
        put(facing(middle, yaw));
    }

    private Section facing(double[] middle, double yaw) {
        double direction = Math.rint(((yaw + 90) % 360 + 360) % 360 * 10) / 10;
        return new Section.Plane(middle[0] + frame().originEast(), middle[1] + frame().originNorth(), middle[2] + frame().originHeight(), direction,
                false, false);
    }

    /** An upright plane through two places, local metres; what is to the right of the way from one to the other is cut away. */
    public void through(double[] from, double[] to) {
        double direction = Math.toDegrees(Math.atan2(to[0] - from[0], to[1] - from[1]));
        LocalFrame f = frame();
        put(new Section.Plane((from[0] + to[0]) / 2 + f.originEast(), (from[1] + to[1]) / 2 + f.originNorth(),
                Math.min(from[2], to[2]) + f.originHeight(), (direction + 360) % 360, false, false));
    }

    /** A box around things; nothing for an empty box. */
    public void around(Bounds local) {
        if (!local.isEmpty()) {
            LocalFrame f = frame();
            put(new Section.Box(local.centreEast() + f.originEast(), local.centreNorth() + f.originNorth(), local.minUp() + f.originHeight() - AIR,
                    local.width() + 2 * AIR, local.depth() + 2 * AIR, local.height() + 2 * AIR, 0));
        }
    }

    /** Whether a line is being drawn on the map. */
    public BooleanProperty drawingProperty() {
        return drawing;
    }

    /** The other side of the plane is cut away. */
    public void flip() {
        if (section() instanceof Section.Plane plane) {
            put(plane.flip());
        }
    }

    /** Cuts so; {@code null} for whole. */
    public void put(Section after) {
        cut(session, after);
    }

    /** Cuts a session's twin so; {@code null} for whole. */
    public static void cut(Session session, Section after) {
        Section before = session.sectionProperty().get();
        if (!Objects.equals(before, after)) {
            session.undo().perform(new ShownStep<>(Texts.in(SectionModel.class).get("undo"), before, after, session.sectionProperty()::set));
        }
    }

    /** The handles of what is cut. */
    public Pulls pulls() {
        return SectionShape.pulls(section(), frame());
    }

    /** A handle is pulled, as {@link Pulls.Puller}. */
    public void pulled(int knob, double metres, boolean done) {
        if (beforePull == null) {
            beforePull = section();
        }
        if (beforePull == null) {
            return;
        }
        Section after = SectionShape.pulled(beforePull, knob, metres);
        if (done) {
            session.sectionProperty().set(beforePull);
            beforePull = null;
            put(after);
        } else {
            session.sectionProperty().set(after);
        }
    }

    private LocalFrame frame() {
        LocalFrame frame = session.district().frame();
        return frame == null ? new LocalFrame("", 0, 0, 0) : frame;
    }

    private static double tenth(double value) {
        return Math.rint(value * 10) / 10;
    }
}
