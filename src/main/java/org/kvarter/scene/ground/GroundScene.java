package org.kvarter.scene.ground;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Group;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.light.ShadowMask;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.Bounds;
import org.kvarter.model.Extent;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.scene.pick.Pick;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.scene.tree.TreeScene;
import org.kvarter.mesh.tree.TreeStock;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.locationtech.jts.geom.Envelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The ground on the screen: values in, pictures out. A change of shape makes the relief anew; a change of looks or light paints the
 * squares in sight over; both on workers, gathered once per frame. JavaFX thread only.
 */
public final class GroundScene {

    private static final Logger LOG = LoggerFactory.getLogger(GroundScene.class);

    /** Marks in more places than this are painted all over. */
    private static final int MANY = 300;

    private final GroundLooks looks = new GroundLooks();
    private final LatestWins<GroundShape> shaping;
    private final GroundSections sections;
    private final GroundQuadtree squares;
    private final TreeScene trees;
    private KeptRegion section;
    private TreeStock planted;
    private TreeStock standing;
    private final FarLand far;
    private final Group walls = new Group();
    private PaintedView quay;
    private CutView cutQuay;
    private GroundShape shape;
    private Terrain terrain;
    private double originHeight;
    private Bounds solids = Bounds.EMPTY;
    private List<ShadowMask.Caster> casters = List.of();
    private RayIndex.Filter shown = RayIndex.Filter.ALL;
    private Bounds region = Bounds.EMPTY;
    private Sun sun = Sun.STUDIO;
    private boolean shapeStale = true;
    private boolean planStale;
    private final List<Envelope> touched = new ArrayList<>();
    private List<PaintLayer.Painted> painted = List.of();
    private boolean isShaping;
    private ImageLayer cover;

    public GroundScene(Tasks tasks, Group group) {
        shaping = new LatestWins<>(tasks.work(), tasks.fx());
        Group water = new Group();
        Group land = new Group();
        Group leaves = new Group();
        sections = new GroundSections(tasks);
        squares = new GroundQuadtree(tasks, new GroundNode.Groups(land, water, sections));
        trees = new TreeScene(tasks, leaves);
        far = new FarLand(sections);
        // In this order: where the land is cut out, what was drawn before it shows.
        group.getChildren().addAll(far.view(), water, walls, land, sections.view(), leaves);
    }

    /** Layers that lie far from {@code newRegion} no longer widen the ground, and terrain that does is none; empty for all. */
    public void setRegion(Bounds newRegion) {
        if (!newRegion.equals(region)) {
            shapeStale |= far(terrain) || looks.vectors().stream().anyMatch(this::isFar);
            region = newRegion;
            shapeStale |= far(terrain) || looks.vectors().stream().anyMatch(this::isFar);
        }
    }

    private boolean far(Terrain t) {
        return t != null && !region.isEmpty() && Extent.gap(region, t.bounds()) > Extent.FAR;
    }

    private boolean isFar(VectorLayer layer) {
        return !region.isEmpty() && !layer.bounds().isEmpty() && Extent.gap(region, layer.bounds()) > Extent.FAR;
    }

    /** The shape of the ground; {@code null} for a plane at the foot of the buildings. */
    public void setTerrain(Terrain newTerrain) {
        shapeStale |= newTerrain != terrain;
        terrain = newTerrain;
    }

    /** Height of the local origin, metres: water levels in attributes are absolute. */
    public void setOriginHeight(double metres) {
        shapeStale |= metres != originHeight;
        originHeight = metres;
    }

    /** All vector layers. The same ones in another order leave the land its shape. */
    public void setVectors(List<VectorLayer> layers) {
        boolean same = layers.size() == looks.vectors().size() && looks.vectors().containsAll(layers);
        looks.setVectors(layers);
        shapeStale |= !same;
        planStale |= same;
    }

    public void setImages(List<ImageLayer> layers) {
        looks.setImages(layers);
        planStale = true;
    }

    /** Data over all that is painted on the ground, clear where there is none; {@code null} for none. */
    public void setCover(ImageLayer newCover) {
        planStale |= newCover != cover;
        cover = newCover;
    }

    /** Ids of layers, bottom first, for layers whose kinds go side by side. */
    public void setOrder(List<String> layerIds) {
        planStale |= looks.setOrder(layerIds);
    }

    public void setStyle(String layerId, LayerStyle style) {
        planStale |= looks.setStyle(layerId, style);
    }

    /** Changes how a layer is shown; nothing where it is none of the ground's. */
    public void change(String layerId, UnaryOperator<LayerLook> change) {
        planStale |= looks.change(layerId, change);
    }

    /** Marks features as selected in place of those before. */
    public void select(Map<String, BitSet> rows) {
        touched.addAll(looks.select(rows));
        trees.mark(rows, true);
    }

    /** Marks trees as hovered in place of those before; of what is painted, see {@link #outline}: paint would be too slow. */
    public void hover(Map<String, BitSet> rows) {
        trees.mark(rows, false);
    }

    /** Lines of a painted feature along the ground, local metres; none for trees and what is not painted. */
    public List<List<double[]>> outline(FeatureKey key) {
        return shape == null || key == null ? List.of() : looks.geometry(key).map(g -> Outlines.of(g, shape.relief()::heightAt)).orElse(List.of());
    }

    public void setTheme(Theme theme) {
        looks.setTheme(theme);
        trees.setTheme(theme);
        sections.setTheme(theme);
        planStale = true;
    }

    public void setSun(Sun newSun) {
        sun = newSun;
        trees.setSun(newSun);
        planStale = true;
    }

    /** What stands on the ground: the plane lies at its foot, and it casts shadows. */
    public void setSolids(Bounds bounds, List<ShadowMask.Caster> newCasters, RayIndex.Filter newShown) {
        shapeStale |= !bounds.equals(solids) && (terrain == null || ReliefBuilder.reachesOver(terrain, bounds));
        solids = bounds;
        casters = newCasters;
        shown = newShown;
        planStale = true;
    }

    /** Height under a place, metres; always finite. */
    public double heightAt(double east, double north) {
        return shape == null ? solids.isEmpty() ? 0 : solids.minUp() : shape.relief().heightAt(east, north);
    }

    /** Where a ray meets the ground; {@code null} where it does not. */
    public Pick hit(double[] origin, double[] direction, double reach) {
        return shape == null ? null : GroundRays.hit(shape.relief(), sections.region(), origin, direction, reach);
    }

    /**
     * The painted feature at a place on the ground.
     *
     * @param tolerance how far beside it a point or line is still hit, metres
     */
    public Optional<FeatureKey> featureAt(double east, double north, double tolerance) {
        return PaintedPick.topmost(painted, east, north, tolerance);
    }

    /** Cuts the ground; {@code null} leaves it whole. */
    public void cut(KeptRegion kept) {
        sections.setRegion(kept);
    }

    /** Trees that a region does not keep, by where their crowns are, are left out; {@code null} for none. */
    public void setSection(KeptRegion kept) {
        section = kept;
        standing = null;
        planStale = true;
    }

    /** The first tree a ray meets. */
    public Optional<Tree> tree(double[] origin, double[] direction, double reach) {
        return trees.first(origin, direction, reach);
    }

    /** Box around the painted ground; empty before there is any. */
    public Bounds bounds() {
        return shape == null ? Bounds.EMPTY : shape.relief().domain();
    }

    /** The ground as one sees it, for shading; {@code null} for a plane. */
    public Terrain visibleTerrain() {
        return shape == null ? null : shape.relief().seen();
    }

    /** Shows what is there of the ground as one sees it from elsewhere, without asking for more; the next frame takes it back. */
    public void glance(Projection projection, Frustum frustum) {
        squares.glance(projection, frustum);
        trees.frame(projection.pose(), frustum);
    }

    /** One frame. @param hurried whether finer squares must wait, for drawing has no time to spare */
    public void frame(Projection projection, Frustum frustum, boolean hurried) {
        if (shapeStale && !isShaping) {
            reshape();
        }
        if ((planStale || !touched.isEmpty()) && shape != null) {
            replan();
        }
        squares.frame(projection, frustum, hurried);
        sections.frame();
        trees.frame(projection.pose(), frustum);
    }

    private void reshape() {
        shapeStale = false;
        isShaping = true;
        GroundShape before = shape;
        Terrain t = far(terrain) ? null : terrain;
        Bounds b = solids;
        double height = originHeight;
        List<VectorLayer> vectors = looks.vectors().stream().filter(layer -> !isFar(layer)).toList();
        List<VectorLayer> planted = looks.trees().stream().filter(layer -> !isFar(layer)).toList();
        shaping.request(() -> shape(before, t, b, vectors, planted, height), made -> {
            isShaping = false;
            shape = made;
            planStale = true;
            walls.getChildren().clear();
            quay = null;
            sections.remove(cutQuay);
            sections.setRelief(made.relief());
        });
    }

    /** Geometry that no algorithm can take costs the painted layers, not the ground. */
    private static GroundShape shape(GroundShape before, Terrain terrain, Bounds solids, List<VectorLayer> vectors,
                                     List<VectorLayer> planted, double originHeight) {
        try {
            return GroundShape.make(before, terrain, solids, vectors, planted, originHeight);
        } catch (RuntimeException e) {
            LOG.error("Vector layers could not be laid on the ground", e);
            return GroundShape.make(null, terrain, solids, List.of(), List.of(), originHeight);
        }
    }

    private void replan() {
        boolean inPlaces = !planStale && touched.size() <= MANY;
        List<Envelope> places = List.copyOf(touched);
        planStale = false;
        touched.clear();
        List<ImageLayer> images = looks.shownImages();
        double[] opacity = images.stream().mapToDouble(i -> looks.style(i.id()).opacity()).toArray();
        painted = looks.painted().stream().filter(layer -> shape.layers().containsKey(layer))
                .map(layer -> new PaintLayer.Painted(shape.layers().get(layer), looks.look(layer.id()))).toList();
        if (standing == null || planted != shape.trees()) {
            planted = shape.trees();
            standing = section == null ? planted
                    : planted.where(t -> section.keeps(t.east(), t.north(), t.up() + t.crownMiddle()));
        }
        GroundPlan plan = new GroundPlan(shape.relief(), Optional.ofNullable(cover), images, opacity, painted, standing, casters, shown, sun, looks.theme());
        trees.setTrees(standing, looks.looks());
        if (inPlaces) {
            squares.setPlan(plan, places);
            return;
        }
        squares.setPlan(plan);
        far.setPlan(plan);
        if (shape.walls() != null) {
            if (quay == null) {
                quay = new PaintedView(shape.walls(), QuayWalls.colours(plan));
                walls.getChildren().setAll(quay.view());
                cutQuay = new CutView(quay.view(), shape.walls(), GroundCut.Kind.BARE);
                sections.add(cutQuay);
            } else {
                quay.paint(QuayWalls.colours(plan));
            }
        }
    }

    /** Whether ground shows everywhere, of its present shape, if not yet in its final sharpness and light. */
    public boolean isCovered() {
        return shape != null && !shapeStale && !isShaping && squares.isCovered();
    }

    /** Whether all that was asked for is on the screen. */
    public boolean isSettled() {
        return shape != null && !shapeStale && !planStale && touched.isEmpty() && !isShaping && squares.isSettled() && sections.isSettled() && trees.isSettled();
    }
}
