package org.kvarter.scene;

import java.time.Instant;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.scene.layout.Region;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FlowLayer;
import org.kvarter.model.Flows;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.MovingLayer;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.camera.CameraControl;
import org.kvarter.scene.camera.CameraKeys;
import org.kvarter.scene.camera.CameraMouse;
import org.kvarter.scene.camera.CameraPose;
import org.kvarter.scene.ground.GroundScene;
import org.kvarter.scene.pick.Pick;
import org.kvarter.scene.pick.Snap;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.scene.tile.MeshPool;
import org.kvarter.scene.tile.SolidScene;
import org.kvarter.task.Tasks;

/**
 * The twin in 3D: values in, events out. It knows no session; whoever embeds it keeps the two in step. JavaFX thread only.
 *
 * <p>Setters are cheap and return at once; what follows from them (meshes, colours, light, ground textures) is made on other threads
 * and appears within the next frames. All places are local metres: east, north, up.
 */
public final class DistrictView extends Region {

    private final SceneCore core;
    private final SolidScene solids;
    private final GroundScene ground;
    private final OverPicture over;
    private final CameraKeys keys;
    private final PointerEvents pointer;
    private final Snapper snapper;
    private DoubleConsumer onFrame = seconds -> { };

    /** An empty view whose background work runs on {@code tasks}. */
    public DistrictView(Tasks tasks) {
        this(tasks, new MeshPool());
    }

    /** An empty view that shares its triangles with others; each has colours of its own. */
    public DistrictView(Tasks tasks, MeshPool pool) {
        core = new SceneCore(tasks, pool);
        solids = core.solids();
        ground = core.ground();
        CameraMouse mouse = new CameraMouse(core.camera());
        keys = new CameraKeys(core.camera());
        pointer = new PointerEvents(core.camera(), core.picker(), mouse);
        snapper = new Snapper(core.picker());
        over = new OverPicture(core, this::requestLayout);
        getChildren().setAll(core.sky(), core.picture());
        getChildren().addAll(over.nodes());
        setFocusTraversable(true);
        mouse.listenTo(this);
        keys.listenTo(this);
        pointer.listenTo(this);
        over.listenTo(this);
        AnimationTimer frames = new FrameTimer(this::frame);
        sceneProperty().addListener((o, was, is) -> {
            if (is == null) {
                frames.stop();
            } else {
                frames.start();
            }
        });
    }

    // Solids

    /** Adds a tile to a solid layer, which begins with its first tile; the nearest tiles appear first. */
    public void attach(String layerId, LayerKind kind, TileMesh tile) {
        solids.attach(layerId, kind, tile);
        core.solidsChanged();
    }

    /** Takes a solid layer away, with what of it is still being prepared. */
    public void remove(String layerId) {
        solids.remove(layerId);
        core.solidsChanged();
    }

    /** Whether more tiles are on their way: the ground, which needs to know their feet and shadows, waits for them. */
    public void setMoreToCome(boolean more) {
        core.setMoreToCome(more);
    }

    /** Whether files are being read: a ground on which nothing stands yet leaves them the processors and gets no finer meanwhile. */
    public void setReading(boolean reading) {
        core.setReading(reading);
    }

    /** The frame of the district: its height tells where the sea lies. */
    public void setFrame(LocalFrame frame) {
        ground.setOriginHeight(frame == null ? 0 : frame.originHeight());
    }

    /** Parent row of each feature of a solid layer, −1 for none: highlighting a building then lights its parts. */
    public void setParents(String layerId, int[] parents) {
        solids.setParents(layerId, parents);
    }

    /** Shows what a region keeps, solids filled where they are cut; the ground stays whole. {@code null} for all. */
    public void setSection(KeptRegion kept) {
        core.sectioning().set(kept);
    }

    // Ground

    /** The shape of the ground; {@code null} for a plane at the foot of the buildings. */
    public void setTerrain(Terrain terrain) {
        ground.setTerrain(terrain);
        solids.setTerrain(terrain);
    }

    /** All vector layers, bottom first, painted on the ground. */
    public void setVectorLayers(List<VectorLayer> layers) {
        ground.setVectors(layers);
    }

    /** The layers whose points stand out of the twin as pins. */
    public void setMarkerLayers(List<VectorLayer> layers) {
        core.markers().setLayers(layers);
    }

    /** All pictures that lie on the ground, bottom first. */
    public void setImageLayers(List<ImageLayer> layers) {
        ground.setImages(layers);
    }

    // What moves

    /** All moving layers. */
    public void setMovingLayers(List<MovingLayer> layers) {
        core.movers().setLayers(layers);
    }

    /** Model time, which moving layers follow. */
    public void setTime(Instant time) {
        core.movers().setTime(time.getEpochSecond() + time.getNano() * 1e-9);
    }

    /** All layers of flows, bottom first. */
    public void setFlowLayers(List<FlowLayer> layers) {
        core.flows().setLayers(layers);
    }

    /** How much goes where in a layer, as under a scenario. */
    public void setFlows(String layerId, Flows flows) {
        core.flows().setFlows(layerId, flows);
    }

    /** The span of time over which flows are added up. */
    public void setFlowWindow(Instant start, Instant end) {
        core.flows().setWindow(start, end);
    }

    /** How many things are under way and shown. */
    public int underWay() {
        return core.movers().size();
    }

    // Looks

    /** How a layer is shown, solid or not. */
    public void setStyle(String layerId, LayerStyle style) {
        if (solids.setStyle(layerId, style)) {
            core.solidsChanged();
        }
        ground.setStyle(layerId, style);
        core.movers().setStyle(layerId, style);
        core.flows().setStyle(layerId, style);
        if (core.markers().has(layerId)) {
            core.markers().setStyle(layerId, style);
        }
    }

    /** The order of all layers, bottom first. On the ground, surfaces stay below streets, streets below lines, lines below points. */
    public void setOrder(List<String> layerIds) {
        ground.setOrder(layerIds);
    }

    /** Thematic colours by feature row, 0 for no change; {@code null} takes them away. The array is kept: write it no more. */
    public void setFeatureColours(String layerId, int[] argb) {
        setFeatureColours(layerId, argb, 1);
    }

    /** As above, of values that may be less sure: walls carry that share of the colour, 0 … 1, and areas are hatched where it is not all. */
    public void setFeatureColours(String layerId, int[] argb, double carried) {
        solids.setFeatureColours(layerId, argb, (float) carried);
        ground.change(layerId, look -> look.withFeatureColours(argb).withCarried((float) carried));
        core.movers().setFeatureColours(layerId, argb);
        core.flows().setFeatureColours(layerId, argb);
        core.markers().setColours(layerId, argb);
    }

    /** {@link FeatureState} ordinals by feature row; {@code null} for all normal. The array is kept. */
    public void setFeatureStates(String layerId, byte[] states) {
        if (solids.setFeatureStates(layerId, states)) {
            core.solidsChanged();
        }
        ground.change(layerId, look -> look.withFeatureStates(states));
        core.movers().setFeatureStates(layerId, states);
        core.flows().setFeatureStates(layerId, states);
        core.markers().setStates(layerId, states);
    }

    /** The selected features, in place of those before. */
    public void setSelection(Collection<FeatureKey> keys) {
        Map<String, BitSet> rows = rowsByLayer(keys);
        for (String layer : solids.layerIds()) {
            solids.setSelected(layer, rows.getOrDefault(layer, new BitSet()));
        }
        ground.select(rows);
        core.movers().mark(rows, true);
        core.markers().select(rows);
        core.flows().select(rows);
    }

    /** The feature under the pointer; {@code null} for none. */
    public void setHover(FeatureKey key) {
        Map<String, BitSet> rows = key == null ? Map.of() : rowsByLayer(List.of(key));
        for (String layer : solids.layerIds()) {
            solids.setHovered(layer, rows.getOrDefault(layer, new BitSet()));
        }
        ground.hover(rows);
        core.markers().hover(rows);
        core.flows().hover(rows);
        over.setOutline(ground.outline(key));
        core.movers().mark(rows, false);
    }

    /** Solid features whose edges are drawn so that they stand out in whatever colour, rows by layer, in place of those before. */
    public void setRims(Map<String, BitSet> rows) {
        core.rims().setRims(rows);
    }

    private static Map<String, BitSet> rowsByLayer(Collection<FeatureKey> keys) {
        Map<String, BitSet> rows = new HashMap<>();
        keys.forEach(k -> rows.computeIfAbsent(k.layerId(), id -> new BitSet()).set(k.row()));
        return rows;
    }

    /** Where the sun stands; light and shadows follow in the background. */
    public void setSun(Sun newSun) {
        core.setSun(newSun);
    }

    public void setTheme(Theme newTheme) {
        core.setTheme(newTheme);
        over.setTheme(newTheme);
    }

    // Over the picture

    /** What is drawn over the picture: names, handles, what is measured. */
    public OverPicture over() {
        return over;
    }

    // Camera and events

    /** Boxes of all layers: what lies far from the others widens neither ground nor view, and the camera stays with the district. */
    public void setLayerBoxes(List<Bounds> boxes) {
        core.setLayerBoxes(boxes);
    }

    /** Flies to see a whole box; far outside of the district, the twin is from then on about what stands there. */
    public void flyToBox(Bounds box) {
        if (core.turnTo(box.centreEast(), box.centreNorth())) {
            camera().jumpToBox(box);
        } else {
            camera().flyToBox(box);
        }
    }

    /** The whole district from the south-west, also from far outside of it. */
    public void home() {
        if (core.turnTo(0, 0)) {
            camera().jumpTo(camera().homePose());
        } else {
            camera().home();
        }
    }

    /** Moves the camera and tells where it is. */
    public CameraControl camera() {
        return core.camera();
    }

    /** What is under a pixel of the view; {@code null} in the sky. */
    public Pick pick(double x, double y) {
        return core.picker().pick(core.camera().projection(), x, y);
    }

    /** What a pixel means for measuring: a corner or edge of a model where one is near; {@code null} in the sky. */
    public Snap snap(double x, double y) {
        return snapper.near(core.camera().projection(), x, y);
    }

    /** As {@link #snap}, where the pointer is; with shift held, the place itself. */
    public Snap snapAtPointer() {
        return pointer.isShift() ? Snap.free(pick(pointer.x(), pointer.y())) : snap(pointer.x(), pointer.y());
    }

    /** What the pointer has come to be over, at most once per frame; {@code null} for sky and outside. */
    public void setOnHover(Consumer<Pick> handler) {
        pointer.setOnHover(handler);
    }

    /** A click that was no drag. */
    public void setOnSelect(Consumer<PointerEvents.Click> handler) {
        pointer.setOnSelect(handler);
    }

    /** A click of the secondary button that was no drag: time for a menu. */
    public void setOnContext(Consumer<PointerEvents.Click> handler) {
        pointer.setOnContext(handler);
    }

    /** Called once per frame with the seconds since the last one, before anything is drawn: time for the clock. */
    public void setOnFrame(DoubleConsumer handler) {
        onFrame = handler;
    }

    /** Box around all there is to see; never empty. */
    public Bounds worldBounds() {
        return core.bounds();
    }

    /** Whether everything asked for is on the screen. */
    public boolean isSettled() {
        return core.isSettled();
    }

    /** Whether a picture has been asked for and not yet taken. */
    public boolean isPictured() {
        return !core.pictures().isIdle();
    }

    /** Whether every tile is attached and coloured and ground lies everywhere; light, shadows and sharpness may still get better. */
    public boolean isFirstFrameComplete() {
        return !solids.isGrowing() && solids.isSharp() && solids.isColouredOnce() && ground.isCovered();
    }

    /**
     * Takes a picture of what the camera sees, without anything that lies over the twin, once everything is there in full sharpness.
     * The view must be in a scene, shown or not.
     *
     * @param width  pixels, up to 20,000
     * @param height pixels, up to 20,000
     * @return comes on the JavaFX thread
     */
    public CompletableFuture<Picture> snapshot(int width, int height) {
        return core.pictures().ask(width, height);
    }

    /**
     * A small picture from where the camera is not, of what is there, as sharp as it is there.
     *
     * @param width  pixels, up to 1,000
     * @param height pixels, up to 1,000
     * @return comes on the JavaFX thread, once the first full frame is there
     */
    public CompletableFuture<Picture> glance(CameraPose pose, int width, int height) {
        return core.glances().ask(pose, width, height);
    }

    /** Draws the names and what is measured into a picture that the camera took from where it stands now. */
    public void addLabels(Picture picture) {
        over.printOn(picture);
    }

    /** Data on façades, roofs and the ground. */
    public SurfaceColours surfaces() {
        return core.surfaces();
    }

    // Frames

    private void frame(double seconds) {
        onFrame.accept(seconds);
        keys.advance(seconds);
        core.frame(seconds);
        pointer.frame();
        over.frame(core.camera().projection());
        core.takePictures();
        core.glance(isFirstFrameComplete());
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        core.resize(w, h);
        over.layout(w, h);
    }
}
