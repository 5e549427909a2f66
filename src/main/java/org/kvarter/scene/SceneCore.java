package org.kvarter.scene;

import java.util.List;
import javafx.scene.Group;
import org.kvarter.energy.Sun;
import org.kvarter.model.Bounds;
import org.kvarter.model.Extent;
import org.kvarter.model.Terrain;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.camera.Surroundings;
import org.kvarter.scene.flow.FlowScene;
import org.kvarter.scene.ground.Apron;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.marker.MarkerScene;
import org.kvarter.scene.move.MoversScene;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.rim.RimScene;
import org.kvarter.scene.sky.SkyColours;
import org.kvarter.scene.sky.SkyGradient;
import org.kvarter.scene.sky.SkyPane;
import org.kvarter.scene.snapshot.Glances;
import org.kvarter.scene.snapshot.PictureTaker;
import org.kvarter.scene.tile.MeshPool;
import org.kvarter.scene.tile.SolidGroups;
import org.kvarter.scene.tile.SolidScene;
import org.kvarter.task.Tasks;

/**
 * What makes up the 3D picture and how a frame of it comes about: solids, ground, sky, camera, pictures. JavaFX thread only.
 */
final class SceneCore implements Surroundings {

    private static final double NEAREST = 0.3;
    /** Ground is laid when all solids are known; under a district that takes longer to grow, once before. */
    private static final double PATIENCE_SECONDS = 1.5;

    private final WorldStage stage = new WorldStage();
    private final SkyPane sky = new SkyPane();
    private final SolidScene solids;
    private final GroundScene ground;
    private final SurfaceColours surfaces;
    private final MoversScene movers;
    private final MarkerScene markers;
    private final RimScene rims;
    private final FlowScene flows;
    private final Picker picker;
    private final Sectioning sectioning;
    private final CameraControl camera = new CameraControl(this);
    private final PictureTaker pictures = new PictureTaker();
    private final Glances glances = new Glances();
    private List<Bounds> boxes = List.of();
    private double[] middle = {0, 0};
    private Bounds region = Bounds.EMPTY;
    private Terrain stoodOn;
    private boolean solidsChanged;
    private boolean moreToCome;
    private boolean reading;
    private double growingSeconds;
    private boolean laidMeanwhile;
    private Theme theme = Theme.LIGHT;
    private Sun sun = Sun.STUDIO;

    SceneCore(Tasks tasks, MeshPool pool) {
        solids = new SolidScene(tasks, new SolidGroups(stage.opaque(), stage.translucent()), pool);
        ground = new GroundScene(tasks, stage.ground());
        surfaces = new SurfaceColours(solids, ground);
        movers = new MoversScene(stage.opaque(), stage.translucent());
        markers = new MarkerScene(stage.markers(), this::surfaceAt);
        rims = new RimScene(tasks, stage.rims(), solids::tiles, solids::withDescendants);
        flows = new FlowScene(stage.opaque());
        picker = new Picker(solids, ground, movers, markers, flows);
        sectioning = new Sectioning(solids, ground, movers, markers, flows, picker, this::solidsChanged);
    }

    Sectioning sectioning() {
        return sectioning;
    }

    SurfaceColours surfaces() {
        return surfaces;
    }

    SkyPane sky() {
        return sky;
    }

    Group picture() {
        return stage.picture();
    }

    SolidScene solids() {
        return solids;
    }

    GroundScene ground() {
        return ground;
    }

    MoversScene movers() {
        return movers;
    }

    MarkerScene markers() {
        return markers;
    }

    RimScene rims() {
        return rims;
    }

    FlowScene flows() {
        return flows;
    }

    private double surfaceAt(double east, double north) {
        return picker.surfaceAt(east, north);
    }

    Picker picker() {
        return picker;
    }

    CameraControl camera() {
        return camera;
    }

    PictureTaker pictures() {
        return pictures;
    }

    /** Solids have come or gone, or show otherwise: the ground needs to know their feet and shadows. */
    void solidsChanged() {
        solidsChanged = true;
        rims.solidsChanged();
    }

    void setMoreToCome(boolean more) {
        moreToCome = more;
    }

    void setReading(boolean is) {
        reading = is;
    }

    /** Boxes of all layers: what lies far from where one looks widens neither ground nor view. */
    void setLayerBoxes(List<Bounds> newBoxes) {
        boxes = List.copyOf(newBoxes);
        settleRegion();
    }

    /** Where one looks from now on, if that is outside of where one did. Answers whether it was. */
    boolean turnTo(double east, double north) {
        Bounds place = new Bounds(east, north, 0, east, north, 0);
        boolean isElsewhere = !region.isEmpty() && Extent.gap(region, place) > Extent.FAR;
        if (isElsewhere) {
            middle = new double[] {east, north};
            settleRegion();
        }
        return isElsewhere;
    }

    private void settleRegion() {
        Bounds now = Extent.about(middle[0], middle[1], boxes);
        if (!now.equals(region)) {
            region = now;
            solids.setRegion(now);
            ground.setRegion(now);
            solidsChanged();
        }
    }

    void setSun(Sun newSun) {
        sun = newSun;
        solids.setSun(newSun);
        ground.setSun(newSun);
        sky.setColours(SkyColours.of(theme, sun));
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
        solids.setTheme(newTheme);
        ground.setTheme(newTheme);
        movers.setTheme(newTheme);
        markers.setTheme(newTheme);
        rims.setTheme(newTheme);
        flows.setTheme(newTheme);
        sky.setColours(SkyColours.of(theme, sun));
    }

    void resize(double width, double height) {
        sky.resizeRelocate(0, 0, width, height);
        stage.resize(width, height);
        camera.setPictureSize(width, height);
        sky.setHorizonY(camera.projection().horizonY());
    }

    /** One frame. */
    void frame(double seconds) {
        if (solids.isGrowing()) {
            camera.watchGrowth();
        } else if (solids.bounds().isEmpty() && ground.bounds().isEmpty()) {
            camera.release();
        }
        camera.advance(seconds);
        Projection onScreen = camera.projection();
        stage.pace(onScreen.pose(), movers.isMoving(), seconds);
        stage.look(onScreen.pose());
        clip(onScreen);
        sky.setHorizonY(onScreen.horizonY());
        Projection projection = pictures.projection(onScreen);
        Frustum frustum = new Frustum(projection);
        sectioning.frame(seconds);
        solids.cull(frustum);
        solids.frame(projection);
        rims.frame(projection, frustum, !solids.isGrowing());
        growingSeconds = moreToCome ? growingSeconds + seconds : 0;
        laidMeanwhile &= moreToCome;
        if (solidsChanged && (!moreToCome || !laidMeanwhile && growingSeconds > PATIENCE_SECONDS)) {
            solidsChanged = moreToCome;
            laidMeanwhile = moreToCome;
            ground.setSolids(solids.bounds(), solids.casters(), sectioning.casting(solids.shownParts()));
            markers.standAnew();
        }
        boolean nothingYet = reading && solids.bounds().isEmpty() && region.isEmpty();
        ground.frame(projection, frustum, stage.isTurning() || nothingYet);
        if (!ground.isSettled()) {
            movers.groundChanged();
            flows.groundChanged();
        }
        movers.frame(projection, ground::heightAt);
        flows.frame(projection, seconds, ground::heightAt);
        if (ground.visibleTerrain() != stoodOn) {
            stoodOn = ground.visibleTerrain();
            markers.standAnew();
            flows.groundChanged();
        }
        markers.frame(projection);
    }

    /** After a frame: takes the picture that is wanted, if all of it is there. */
    void takePictures() {
        pictures.frame(camera.projection(), isSettled(), stage::picture,
                whole -> new SkyGradient(sky.colours(), whole.horizonY(), whole.height()));
    }

    Glances glances() {
        return glances;
    }

    /** After a frame, where no other picture is wanted: takes a small one from elsewhere of what is there. */
    void glance(boolean complete) {
        if (complete && pictures.isIdle()) {
            glances.frame(stage.picture().getScene(), (pose, width, height) -> {
                Projection whole = new Projection(pose, width, height, CameraControl.FIELD_OF_VIEW);
                show(whole);
                try {
                    return PictureTaker.picture(whole, stage::picture, new SkyGradient(sky.colours(), whole.horizonY(), whole.height()));
                } finally {
                    show(camera.projection());
                }
            });
        }
    }

    private void show(Projection projection) {
        Frustum frustum = new Frustum(projection);
        stage.look(projection.pose());
        clip(projection);
        solids.cull(frustum);
        ground.glance(projection, frustum);
    }

    private void clip(Projection projection) {
        Bounds box = bounds().union(ground.bounds());
        double eyeEast = projection.pose().east();
        double eyeNorth = projection.pose().north();
        double eyeUp = projection.pose().up();
        double far = Apron.reach(box) + Math.hypot(eyeEast - box.centreEast(), eyeNorth - box.centreNorth()) + eyeUp;
        double e = Math.max(0, Math.max(box.minEast() - eyeEast, eyeEast - box.maxEast()));
        double n = Math.max(0, Math.max(box.minNorth() - eyeNorth, eyeNorth - box.maxNorth()));
        double above = Math.max(0, eyeUp - box.maxUp());
        double away = Math.sqrt(e * e + n * n + above * above);
        double clear = eyeUp - ground.heightAt(eyeEast, eyeNorth);
        stage.setClip(Math.max(NEAREST, 0.5 * Math.min(away, clear)), far);
    }

    boolean isSettled() {
        return !solidsChanged && sectioning.isSettled() && solids.isSettled() && rims.isSettled() && ground.isSettled() && flows.isSettled() && movers.isSettled();
    }

    @Override
    public Bounds bounds() {
        Bounds box = solids.bounds();
        if (box.isEmpty()) {
            box = region.isEmpty() ? ground.bounds() : region;
        }
        return box.isEmpty() ? new Bounds(-500, -500, 0, 500, 500, 20) : box;
    }

    @Override
    public double groundAt(double east, double north) {
        return ground.heightAt(east, north);
    }

    @Override
    public double clear(double[] origin, double[] direction, double reach) {
        return picker.clear(origin, direction, reach);
    }

    @Override
    public double[] hit(double[] origin, double[] direction) {
        Pick pick = picker.pick(origin, direction);
        return pick == null ? null : pick.place();
    }
}
