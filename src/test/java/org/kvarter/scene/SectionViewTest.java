package org.kvarter.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Movement;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.MovingPoints;
import org.kvarter.model.Section;
import org.kvarter.model.SourceRef;
import org.kvarter.model.TimeSpan;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.pick.Snap;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.task.Tasks;
import org.kvarter.text.LocalText;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A box 20 m high cut open, seen straight from above, and what the pointer finds there. */
class SectionViewTest {

    private static final int POCHE = 0xFF2E3238;
    private static Tasks tasks;
    private static DistrictView view;

    @BeforeAll
    static void open() {
        FxStage.start();
        tasks = Tasks.start(Platform::runLater);
        view = FxStage.on(() -> new DistrictView(tasks));
        FxStage.run(() -> {
            new Scene(view, 480, 300);
            view.attach("houses", LayerKind.BUILDINGS, new Blocks().box(-10, -10, 20, 20, 20).tile());
            view.camera().jumpTo(new CameraPose(0, 0, 150, 0, Math.toRadians(-89.9)));
        });
    }

    @AfterAll
    static void close() {
        FxStage.run(() -> view.getScene().setRoot(new javafx.scene.Group()));
        tasks.close();
    }

    @AfterEach
    void whole() {
        cut(null);
    }

    private static void cut(Section section) {
        FxStage.run(() -> view.setSection(section == null ? null : KeptRegion.of(section, new LocalFrame("", 0, 0, 0))));
    }

    private static Picture picture() {
        CompletableFuture<Picture> picture = FxStage.on(() -> view.snapshot(480, 300));
        try {
            return picture.get(60, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static int middle() {
        Picture picture = picture();
        return picture.argb()[150 * 480 + 240];
    }

    private static Pick pick() {
        return FxStage.on(() -> view.pick(240, 150));
    }

    private static Section level(double height) {
        return new Section.Plane(0, 0, height, 0, true, false);
    }

    @Test
    void aCutHouseIsFilledAndThenWholeAgain() {
        int[] before = picture().argb();
        cut(level(8));
        assertThat(middle()).isEqualTo(POCHE);
        cut(null);
        assertThat(picture().argb()).isEqualTo(before);
    }

    @Test
    void whatIsCutAwayIsNotPickedAndTheCutIs() {
        picture();
        assertThat(pick().up()).isCloseTo(20, within(1e-3));
        cut(level(8));
        picture();
        assertThat(pick().up()).isCloseTo(8, within(1e-3));
        assertThat(pick().feature().row()).isZero();
    }

    /** The plane cuts off what lies east of it, the house and its ground; west of it the ground is there. */
    @Test
    void groundIsPickedWhereItIsNotCutAway() {
        cut(new Section.Plane(-30, 0, 0, 0, false, false));
        picture();
        assertThat(pick()).isNull();
        double[] west = FxStage.on(() -> view.camera().projection().toScreen(-50, 0, 0));
        assertThat(FxStage.on(() -> view.pick(west[0], west[1])).isGround()).isTrue();
    }

    /** A tram that stands west of the house: with the ground under it goes the tram. */
    @Test
    void whatMovesIsCutAwayWithItsGround() {
        Movement still = new Movement() {
            @Override
            public void sample(double epochSeconds, MovingPoints out) {
                out.clear();
                int tram = out.add(0, 1, 0);
                for (int k = 0; k < out.places(); k++) {
                    out.place(tram, k, -40, 0);
                }
            }

            @Override
            public Optional<TimeSpan> span() {
                return Optional.empty();
            }

            @Override
            public ZoneId zone() {
                return ZoneId.of("UTC");
            }

            @Override
            public Bounds bounds() {
                return new Bounds(-40, 0, 0, -40, 0, 0);
            }
        };
        FeatureTable trams = new FeatureTable(new String[] {"tram"}, new String[] {"tram"}, new int[] {-1}, AttributeTable.empty(1));
        MovingLayer layer = new MovingLayer("trams", LocalText.of("Trams"), new SourceRef("", "", "", "", ""), trams, new int[] {0xFFCC0000},
                new float[] {30}, still, List.of());
        FxStage.run(() -> {
            view.setMovingLayers(List.of(layer));
            view.setTime(Instant.parse("2026-01-01T00:00:00Z"));
        });
        picture();
        assertThat(tram().feature().layerId()).isEqualTo("trams");
        assertThat(tramColour()).as("red").isGreaterThan(150);
        cut(new Section.Plane(-20, 0, 0, 0, false, true));
        picture();
        assertThat(tram()).isNull();
        assertThat(tramColour()).as("the sky's colour").isLessThan(60);
        FxStage.run(() -> view.setMovingLayers(List.of()));
    }

    @Test
    void pinsGoWithTheirGroundAndStandOnTheCut() {
        Geometry[] places = {new GeometryFactory().createPoint(new Coordinate(-40, 0)), new GeometryFactory().createPoint(new Coordinate(0, 0))};
        FeatureTable table = new FeatureTable(new String[] {"a", "b"}, new String[] {"", ""}, new int[] {-1, -1}, AttributeTable.empty(2));
        VectorLayer pins = new VectorLayer("pins", "Pins", LayerKind.SENSORS, new SourceRef("", "", "", "", ""), table, places, new Bounds(-40, 0, 0, 0, 0, 0), List.of());
        FxStage.run(() -> view.setMarkerLayers(List.of(pins)));
        picture();
        assertThat(pin(-40, 0)).as("on the ground").isEqualTo("pins");
        assertThat(pin(0, 20)).as("on the roof").isEqualTo("pins");
        cut(new Section.Plane(-20, 0, 0, 0, false, true));
        picture();
        assertThat(pin(-40, 0)).as("its ground is cut away").isEqualTo("none");
        assertThat(pin(0, 20)).isEqualTo("pins");
        cut(level(8));
        picture();
        assertThat(pin(-40, 0)).isEqualTo("pins");
        assertThat(pin(0, 8)).as("on the face of the cut").isEqualTo("pins");
        FxStage.run(() -> view.setMarkerLayers(List.of()));
    }

    /** The layer that is picked at the head of a pin whose foot is so high; seen from above it is drawn over its foot. */
    private static String pin(double east, double foot) {
        return FxStage.on(() -> {
            double[] at = view.camera().projection().toScreen(east, 0, foot);
            Pick pick = view.pick(at[0], at[1]);
            return pick == null || pick.isGround() ? "none" : pick.feature().layerId();
        });
    }

    private static double[] tramOnScreen() {
        return FxStage.on(() -> view.camera().projection().toScreen(-40, 0, 1));
    }

    private static Pick tram() {
        double[] at = tramOnScreen();
        return FxStage.on(() -> view.pick(at[0], at[1]));
    }

    /** How much more red than green there is where the tram is. */
    private static int tramColour() {
        double[] at = tramOnScreen();
        int argb = picture().argb()[(int) at[1] * 480 + (int) at[0]];
        return (argb >> 16 & 0xFF) - (argb >> 8 & 0xFF);
    }

    @Test
    void thePointerIsDrawnToTheCornersOfTheCut() {
        picture();
        double[] corner = FxStage.on(() -> view.camera().projection().toScreen(10, 10, 20));
        Snap whole = FxStage.on(() -> view.snap(corner[0] + 3, corner[1] - 3));
        assertThat(whole.kind()).isEqualTo(Snap.Kind.CORNER);
        assertThat(whole.place()).containsExactly(new double[] {10, 10, 20}, within(1e-6));

        cut(level(8));
        picture();
        double[] lower = FxStage.on(() -> view.camera().projection().toScreen(10, 10, 8));
        Snap cut = FxStage.on(() -> view.snap(lower[0] + 2, lower[1] - 2));
        assertThat(cut.kind()).isEqualTo(Snap.Kind.CORNER);
        assertThat(cut.place()).containsExactly(new double[] {10, 10, 8}, within(1e-6));
    }

    @Test
    void alongAnEdgeThePointerIsDrawnToIt() {
        picture();
        double[] edge = FxStage.on(() -> view.camera().projection().toScreen(10, 2, 20));
        Snap snap = FxStage.on(() -> view.snap(edge[0] - 3, edge[1]));
        assertThat(snap.kind()).isEqualTo(Snap.Kind.EDGE);
        assertThat(snap.place()[0]).isCloseTo(10, within(1e-6));
        assertThat(snap.place()[1]).isCloseTo(2, within(0.3));
    }
}
