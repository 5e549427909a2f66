package org.kvarter.ui.study;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.Legend;
import org.kvarter.session.Session;
import org.kvarter.study.StudyBook;
import org.kvarter.study.StudyBook.Place;
import org.kvarter.study.StudyBook.ViewAsked;
import org.kvarter.study.StudySite;
import org.kvarter.study.view.Eye;
import org.kvarter.study.view.Seen;
import org.kvarter.study.view.Skyline;
import org.kvarter.study.view.Visibility;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.overlays.Surfaces;

/** What is seen from a place in the twin: buildings by how much of them, and the skyline. JavaFX thread only. */
public final class ViewModel {

    /**
     * What came of it.
     *
     * @param eye     the eye
     * @param seen    buildings, those seen most first
     * @param skyline around the eye
     * @param today   the skyline without the shown scenario; empty where none is shown
     */
    public record Result(Eye eye, List<Seen> seen, Skyline skyline, Optional<Skyline> today) {
    }

    private static final Texts TEXTS = Texts.in(ViewModel.class);
    private static final double[] LIMITS = {0.1, 0.25};
    private static final int[] COLOURS = {0xFFF8BF80, 0xFFE8855C, 0xFF9E3A50};
    private static final double BEFORE_WALL = 0.5;
    private static final int UNSEEN = 0xFF94989D;

    private final Session session;
    private final PaintingModel painting;
    private final LatestWins<Result> looking;
    private final DoubleProperty height = new SimpleDoubleProperty(this, "height", Eye.STANDING);
    private final DoubleProperty yaw = new SimpleDoubleProperty(this, "yaw", 0);
    private final DoubleProperty width = new SimpleDoubleProperty(this, "width", 60);
    private final ReadOnlyObjectWrapper<double[]> place = new ReadOnlyObjectWrapper<>(this, "place");
    private final ReadOnlyObjectWrapper<Result> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper(this, "busy");
    private boolean showing;
    /** Whether what is seen has been asked for: it is then reckoned anew when the place or what stands there changes. */
    private boolean looks;

    public ViewModel(Session session, Tasks tasks, PaintingModel painting) {
        this.session = session;
        this.painting = painting;
        this.looking = new LatestWins<>(tasks.work(), tasks.fx());
        for (DoubleProperty property : List.of(height, yaw, width)) {
            property.addListener((o, was, is) -> typed());
        }
        show(session.studies().view());
        session.studiesProperty().addListener((o, was, is) -> {
            if (!was.view().equals(is.view())) {
                show(is.view());
                boolean came = !was.view().place().equals(is.view().place()) && !session.meshes().isEmpty();
                if (looks || came) {
                    compute();
                }
            }
        });
        session.districtProperty().addListener((o, was, is) -> {
            if (!java.util.Objects.equals(was.frame(), is.frame())) {
                place.set(local(session.studies().view()));
            }
        });
        session.meshes().addListener((javafx.beans.InvalidationListener) o -> {
            forget();
            if (looks && !session.meshes().isEmpty()) {
                compute();
            }
        });
    }

    /** What the session keeps, put into the properties. */
    private void show(ViewAsked asked) {
        showing = true;
        height.set(asked.height());
        yaw.set(asked.yaw());
        width.set(asked.width());
        showing = false;
        place.set(local(asked));
        if (asked.place().isEmpty()) {
            looks = false;
            forget();
        }
    }

    private double[] local(ViewAsked asked) {
        LocalFrame f = session.district().frame();
        return f == null ? null : asked.place().map(p -> new double[] {f.toLocalEast(p.east()), f.toLocalNorth(p.north()), f.toLocalUp(p.height())})
                .orElse(null);
    }

    private void typed() {
        double h = height.get();
        double y = yaw.get();
        double w = width.get();
        if (!showing && h >= 0 && h <= 500 && Math.abs(y) <= 360 && w >= 1 && w <= 360) {
            keep(new ViewAsked(session.studies().view().place(), h, y, w));
        }
    }

    private void keep(ViewAsked asked) {
        Kept.put(session, "undo.view", session.studies().withView(asked));
    }

    /** Height of the eye over the place, metres. */
    public DoubleProperty heightProperty() {
        return height;
    }

    /** Direction of view, degrees clockwise from north. */
    public DoubleProperty yawProperty() {
        return yaw;
    }

    /** Width of the view, degrees. */
    public DoubleProperty widthProperty() {
        return width;
    }

    /** Where one stands, local metres; {@code null} before a place is chosen. */
    public ReadOnlyObjectProperty<double[]> placeProperty() {
        return place.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Result> resultProperty() {
        return result.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Stands somewhere and looks as before. @param where local east, north, up of the ground there */
    public void stand(double[] where) {
        stand(where, yaw.get());
    }

    /**
     * Stands somewhere and looks; one step to undo.
     *
     * @param where  local east, north, up of the ground there
     * @param facing direction of view, degrees clockwise from north, −360 … 360
     */
    public void stand(double[] where, double facing) {
        double[] ahead = {Math.sin(Math.toRadians(facing)), Math.cos(Math.toRadians(facing))};
        // A place on a wall is just before it, and one looks away from it.
        double[] before = {where[0] - BEFORE_WALL * ahead[0], where[1] - BEFORE_WALL * ahead[1], where[2]};
        StudySite site = Sites.of(session);
        boolean wall = site.rays().any(before[0], before[1], before[2] + height.get(), ahead[0], ahead[1], 0, 2 * BEFORE_WALL, site.standing());
        LocalFrame f = session.district().frame();
        if (f == null) {
            return;
        }
        looks = true;
        StudyBook asked = session.studies();
        keep(asked.view().withPlace(new Place(before[0] + f.originEast(), before[1] + f.originNorth(), before[2] + f.originHeight()),
                wall ? (facing + 180) % 360 : facing));
        if (asked.equals(session.studies())) {
            compute(); // the same place once more
        }
    }

    /** Looks from where a kept project stood, unless one looks already. */
    public void begin() {
        if (place.get() != null && result.get() == null && !session.meshes().isEmpty()) {
            compute();
        }
    }

    /** Looks anew from where one stands; the latest wins. */
    public void compute() {
        double[] p = place.get();
        if (p == null) {
            return;
        }
        looks = true;
        Eye eye = new Eye(p[0], p[1], p[2] + height.get(), yaw.get(), Math.max(1, Math.min(360, width.get())));
        StudySite site = Sites.of(session);
        boolean scenario = !session.scenarios().active().isEmpty();
        StudySite today = scenario ? Sites.today(session) : null;
        busy.set(true);
        looking.request(() -> new Result(eye, Visibility.of(site, eye, Progress.NONE), Skyline.of(site, eye, Progress.NONE),
                Optional.ofNullable(today).map(t -> Skyline.of(t, eye, Progress.NONE))), is -> {
                    busy.set(false);
                    if (place.get() == p) {
                        result.set(is);
                        paint(is, site);
                    }
                });
    }

    private void paint(Result is, StudySite site) {
        Map<String, Map<Integer, Double>> shares = new HashMap<>();
        is.seen().forEach(s -> shares.computeIfAbsent(s.layerId(), id -> new HashMap<>()).put(s.row(), s.share()));
        Map<String, int[]> parts = new HashMap<>();
        for (StudySite.Solid solid : site.solids()) {
            Map<Integer, Double> of = shares.get(solid.layer().id());
            if (of != null) {
                parts.put(solid.layer().id(), colours(solid, of));
            }
        }
        int[] counts = new int[COLOURS.length + 1];
        is.seen().forEach(s -> counts[s.share() > 0 ? 1 + level(s.share()) : 0]++);
        List<Legend.Entry> entries = List.of(new Legend.Entry(UNSEEN, TEXTS.get("view.legend.unseen"), counts[0]),
                new Legend.Entry(COLOURS[0], TEXTS.get("view.legend.less", Numbers.percent(LIMITS[0])), counts[1]),
                new Legend.Entry(COLOURS[1], TEXTS.get("view.legend.between", Numbers.percent(LIMITS[0]), Numbers.percent(LIMITS[1])), counts[2]),
                new Legend.Entry(COLOURS[2], TEXTS.get("view.legend.more", Numbers.percent(LIMITS[1])), counts[3]));
        painting.setStudied(this, new Painted("", new int[0], Optional.of(new Legend(TEXTS.get("view.legend"), TEXTS.get("view.legend.unit"), false, entries, 0)),
                new Surfaces(parts, null)));
    }

    private static int level(double share) {
        return share < LIMITS[0] ? 0 : share < LIMITS[1] ? 1 : 2;
    }

    private static int[] colours(StudySite.Solid solid, Map<Integer, Double> shares) {
        int n = solid.mesh().tiles().stream().mapToInt(t -> t.firstPart() + t.parts().size()).max().orElse(0);
        int[] argb = new int[n];
        for (TileMesh tile : solid.mesh().tiles()) {
            for (int p = 0; p < tile.parts().size(); p++) {
                double share = shares.getOrDefault(solid.layer().features().root(tile.parts().feature()[p]), 0.0);
                argb[tile.firstPart() + p] = share > 0 ? COLOURS[level(share)] : UNSEEN;
            }
        }
        return argb;
    }

    /** Forgets the place and takes the colours away; one step to undo. */
    public void clear() {
        keep(session.studies().view().withoutPlace());
    }

    private void forget() {
        result.set(null);
        painting.setStudied(this, Painted.NOTHING);
    }

    /** The eye as a camera of the project; empty before a place is chosen. */
    public Optional<Viewpoint> camera() {
        double[] p = place.get();
        LocalFrame frame = session.district().frame();
        return p == null || frame == null ? Optional.empty() : Optional.of(new Viewpoint("", p[0] + frame.originEast(), p[1] + frame.originNorth(),
                p[2] + height.get() + frame.originHeight(), (yaw.get() % 360 + 360) % 360, 0));
    }

    Session session() {
        return session;
    }
}
