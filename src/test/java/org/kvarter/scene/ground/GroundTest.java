package org.kvarter.scene.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kvarter.energy.Sun;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Terrain;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.palette.LayerLook;
import org.kvarter.mesh.tree.Tree;
import org.kvarter.mesh.tree.TreeStock;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.WKTReader;

/** Relief and paint of a shore: land at +2 m north of a quay at northing 0, a sea bed at −4 m south of it. */
class GroundTest {

    private static final Bounds SOLIDS = Bounds.EMPTY;

    private static VectorLayer layer(LayerKind kind, AttributeTable table, String... wkt) {
        Geometry[] geometries = new Geometry[wkt.length];
        Bounds box = Bounds.EMPTY;
        String[] ids = new String[wkt.length];
        for (int i = 0; i < wkt.length; i++) {
            try {
                geometries[i] = new WKTReader().read(wkt[i]);
            } catch (org.locationtech.jts.io.ParseException e) {
                throw new IllegalArgumentException(e);
            }
            var e = geometries[i].getEnvelopeInternal();
            box = box.union(new Bounds(e.getMinX(), e.getMinY(), 0, e.getMaxX(), e.getMaxY(), 0));
            ids[i] = kind + "-" + i;
        }
        return new VectorLayer(kind.name(), kind.name(), kind, new SourceRef("test", "", "test", "", ""),
                FeatureTable.flat(ids, "x", table), geometries, box, List.of());
    }

    private static VectorLayer plain(LayerKind kind, String... wkt) {
        return layer(kind, AttributeTable.empty(wkt.length), wkt);
    }

    private static final VectorLayer SEA = plain(LayerKind.WATER, "POLYGON((-200 -200, 200 -200, 200 0, -200 0, -200 -200))");

    private static Terrain shore() {
        int n = 201;
        float[] heights = new float[n * n];
        for (int r = 0; r < n; r++) {
            Arrays.fill(heights, r * n, (r + 1) * n, -200 + 2 * r > -1 ? 2 : -4);
        }
        heights[150 * n + 20] = Float.NaN;
        return new Terrain(-200, -200, 2, n, n, heights);
    }

    private static GroundShape shape(VectorLayer... layers) {
        List<VectorLayer> trees = Arrays.stream(layers).filter(l -> l.kind() == LayerKind.TREES).toList();
        return GroundShape.make(null, shore(), SOLIDS, List.of(layers), trees, 0);
    }

    @Test
    void theLandGoesOnUnderTheWaterAndOneSeesTheWatersLevel() {
        Relief relief = shape(SEA).relief();
        assertThat(relief.waters()).hasSize(1);
        assertThat(relief.waters().get(0).level()).as("the sea, as the bed lies below it").isZero();
        assertThat(relief.landAt(10, -1)).as("no slope at the quay's edge").isCloseTo(2, within(1e-6));
        assertThat(relief.landAt(10, -80)).isCloseTo(2, within(1e-6));
        assertThat(relief.heightAt(10, -80)).isCloseTo(0, within(1e-6));
        assertThat(relief.heightAt(10, 80)).isCloseTo(2, within(1e-6));
        assertThat(relief.isWater(10, -80)).isTrue();
        assertThat(relief.isWater(10, 80)).isFalse();
        assertThat(relief.heightAt(-160, 100)).as("a hole in the raster is filled").isCloseTo(2, within(1e-6));
    }

    @Test
    void aRayFromAboveMeetsWaterAtItsLevelAndLandAtItsHeight() {
        Relief relief = shape(SEA).relief();
        assertThat(relief.hit(new double[] {10, -80, 50}, new double[] {0, 0, -1}, 1000).up()).isCloseTo(0, within(1e-3));
        assertThat(relief.hit(new double[] {10, 80, 50}, new double[] {0, 0, -1}, 1000).up()).isCloseTo(2, within(1e-3));
        assertThat(relief.hit(new double[] {10, 80, 50}, new double[] {0, 0, 1}, 1000)).isNull();
    }

    @Test
    void aQuayWallClosesTheGapBetweenLandAndWater() {
        var walls = shape(SEA).walls();
        double top = Double.NEGATIVE_INFINITY;
        double foot = Double.POSITIVE_INFINITY;
        for (int i = 0; i < walls.points().length; i += 3) {
            assertThat(walls.points()[i + 1]).as("along the quay only, not along the sheet's edge").isBetween(-1f, 1f);
            top = Math.max(top, walls.points()[i + 2]);
            foot = Math.min(foot, walls.points()[i + 2]);
        }
        assertThat(top).isCloseTo(2, within(1e-5));
        assertThat(foot).isNegative();
    }

    @Test
    void aStreamThatRunsDownhillIsPaintedNotCut() {
        float[] slope = new float[101 * 101];
        for (int r = 0; r < 101; r++) {
            Arrays.fill(slope, r * 101, (r + 1) * 101, 0.2f * r);
        }
        VectorLayer stream = plain(LayerKind.WATER, "POLYGON((40 5, 45 5, 45 95, 40 95, 40 5))");
        Relief relief = ReliefBuilder.build(new Terrain(0, 0, 1, 101, 101, slope), SOLIDS, List.of(stream), 0);
        assertThat(relief.waters()).isEmpty();
    }

    @Test
    void withoutTerrainAPlaneLiesAtTheFootOfTheBuildings() {
        Relief relief = ReliefBuilder.build(null, new Bounds(0, 0, 7, 100, 100, 30), List.of(), 0);
        assertThat(relief.heightAt(50, 50)).isEqualTo(7);
        assertThat(relief.domain().minEast()).isLessThan(0);
        assertThat(relief.hit(new double[] {50, 50, 20}, new double[] {0, 0, -1}, 100).distance()).isCloseTo(13, within(1e-9));
    }

    @Test
    void buildingsBeyondTheTerrainHaveGroundToo() {
        Relief relief = ReliefBuilder.build(shore(), new Bounds(-100, 10, 2, 600, 100, 20), List.of(), 0);
        assertThat(relief.domain().maxEast()).isGreaterThan(600);
        assertThat(relief.heightAt(200.5, 50)).as("the height of the terrain's edge").isCloseTo(2, within(0.01));
        assertThat(relief.heightAt(550, 50)).as("the plane").isCloseTo(relief.plane(), within(1e-6));
        assertThat(ReliefBuilder.build(shore(), new Bounds(-100, 10, 2, 100, 100, 20), List.of(), 0).domain().maxEast()).isEqualTo(200);
    }

    @Test
    void theSeaBeyondGoesWithTheWater() {
        GroundPlan shown = plan(shape(SEA), Sun.STUDIO);
        int land = GroundShade.open(shown, BaseColours.ground(Theme.LIGHT));
        int[] edge = FarLand.edge(shown, land);
        assertThat(edge).contains(GroundShade.open(shown, BaseColours.water(Theme.LIGHT))).contains(land);
        LayerLook water = LayerLook.of(Theme.LIGHT, LayerKind.WATER);
        GroundPlan hidden = plan(shape(SEA), Sun.STUDIO, water.withStyle(water.style().withVisible(false)));
        assertThat(FarLand.edge(hidden, land)).containsOnly(land);
    }

    @Test
    void theEdgeOfTheKnownIsBareGroundUnderOpenDaylight() {
        VectorLayer green = plain(LayerKind.GREEN, "POLYGON((-200 10, 200 10, 200 200, -200 200, -200 10))");
        GroundPlan plan = plan(shape(SEA, green), Sun.STUDIO);
        var painted = GroundPainter.paint(plan, new Bounds(100, 100, 0, 200, 200, 0), 200);
        assertThat(at(painted.land(), 49.5, 0)).as("at the eastern edge").isEqualTo(GroundShade.open(plan, 0xFFE9E6DF));
        assertNear(at(painted.land(), 0, 0), 0xFFC9DDB8);
    }

    private static GroundPlan plan(GroundShape shape, Sun sun, LayerLook... looks) {
        List<PaintLayer.Painted> painted = new ArrayList<>();
        shape.layers().forEach((layer, prepared) -> {
            LayerLook look = LayerLook.of(Theme.LIGHT, layer.kind());
            for (LayerLook other : looks) {
                look = other.kind() == layer.kind() ? other : look;
            }
            painted.add(new PaintLayer.Painted(prepared, look));
        });
        return new GroundPlan(shape.relief(), List.of(), new double[0], painted, shape.trees(), List.of(), RayIndex.Filter.ALL, sun,
                Theme.LIGHT);
    }

    /** Colour at a place of a picture of 100 × 100 m around the origin, half a metre a texel. */
    private static int at(int[] picture, double east, double north) {
        return picture[(int) (100 - 2 * north) * 200 + (int) (100 + 2 * east)];
    }

    private static GroundPainter.Painted paint(GroundPlan plan) {
        return GroundPainter.paint(plan, new Bounds(-50, -50, 0, 50, 50, 0), 200);
    }

    private static void assertNear(int argb, int expected) {
        assertThat(Math.abs(Argb.red(argb) - Argb.red(expected)) + Math.abs(Argb.green(argb) - Argb.green(expected))
                + Math.abs(Argb.blue(argb) - Argb.blue(expected))).as("%08x", argb).isLessThanOrEqualTo(9);
    }

    @Test
    void groundGreenAndStreetsHaveTheirColoursAndTheLandIsCutAtTheShore() {
        AttributeTableBuilder table = new AttributeTableBuilder();
        table.set(0, "width_m", 5.0);
        var shape = shape(SEA, plain(LayerKind.GREEN, "POLYGON((-40 10, -20 10, -20 40, -40 40, -40 10))"),
                layer(LayerKind.STREETS, table.build(1), "LINESTRING(10 10, 10 45)"));
        var painted = paint(plan(shape, Sun.STUDIO));
        assertNear(at(painted.land(), 30, 30), 0xFFE9E6DF);
        assertNear(at(painted.land(), -30, 25), 0xFFC9DDB8);
        assertNear(at(painted.land(), 10, 30), 0xFFF7F5F1);
        assertThat(at(painted.land(), 15, 30)).as("beside the street").isEqualTo(at(painted.land(), 30, 30));
        assertThat(at(painted.land(), 30, -25) >>> 24).as("cut out").isZero();
        int water = at(painted.water(), 30, -45);
        assertThat(Argb.blue(water)).isGreaterThan(Argb.red(water) + 30);
        int shore = at(painted.water(), 30, -2);
        assertThat(Argb.red(shore)).as("paler by the shore").isGreaterThan(Argb.red(water) + 15);
    }

    @Test
    void waterThatIsHiddenOrFilteredOutIsBareGround() {
        GroundShape shape = shape(SEA);
        LayerLook water = LayerLook.of(Theme.LIGHT, LayerKind.WATER);
        int plain = at(paint(plan(shape, Sun.STUDIO)).water(), 30, -45);
        int hidden = at(paint(plan(shape, Sun.STUDIO, water.withStyle(LayerStyle.DEFAULT.withVisible(false)))).water(), 30, -45);
        int filtered = at(paint(plan(shape, Sun.STUDIO, water.withFeatureStates(new byte[] {(byte) FeatureState.HIDDEN.ordinal()}))).water(), 30, -45);
        int faded = at(paint(plan(shape, Sun.STUDIO, water.withFeatureStates(new byte[] {(byte) FeatureState.FADED.ordinal()}))).water(), 30, -45);
        assertNear(hidden, 0xFFE9E6DF);
        assertThat(filtered).isEqualTo(hidden);
        assertThat(Argb.red(faded)).as("a breath of blue").isBetween(Argb.red(plain) + 20, Argb.red(hidden) - 5);
    }

    @Test
    void aTreesShadowFallsAwayFromTheSun() {
        AttributeTableBuilder table = new AttributeTableBuilder();
        table.set(0, "height_m", 10.0);
        table.set(0, "crown_m", 6.0);
        var shape = shape(SEA, layer(LayerKind.TREES, table.build(1), "POINT(0 25)"));
        var painted = paint(plan(shape, new Sun(180, 45)));
        int open = Argb.red(at(painted.land(), 0, 15));
        assertThat(Argb.red(at(painted.land(), 0, 31))).as("north of the tree").isLessThan(open * 8 / 10);
    }

    @Test
    void selectedAreasTakeTheAccentAndHiddenLayersAreNotPainted() {
        VectorLayer green = plain(LayerKind.GREEN, "POLYGON((-40 10, -20 10, -20 40, -40 40, -40 10))");
        var shape = shape(SEA, green);
        BitSet first = new BitSet();
        first.set(0);
        int plain = at(paint(plan(shape, Sun.STUDIO)).land(), -30, 25);
        int selected = at(paint(plan(shape, Sun.STUDIO, LayerLook.of(Theme.LIGHT, LayerKind.GREEN).withSelected(first))).land(), -30, 25);
        assertThat(Argb.red(selected)).isLessThan(Argb.red(plain) - 50);
        LayerLook hidden = LayerLook.of(Theme.LIGHT, LayerKind.GREEN).withStyle(org.kvarter.model.LayerStyle.DEFAULT.withVisible(false));
        assertNear(at(paint(plan(shape, Sun.STUDIO, hidden)).land(), -30, 25), 0xFFE9E6DF);
    }

    @Test
    void squaresMeetTheirNeighboursAndTheirPicturesReachBeyondThem() {
        Relief relief = shape(SEA).relief();
        GroundSquare square = GroundSquare.of(relief, new Bounds(0, 20, 0, 64, 84, 0));
        double east = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < square.land().points().length; i += 3) {
            east = Math.max(east, square.land().points()[i]);
        }
        assertThat(east).isEqualTo(64);
        assertThat(square.water()).as("all on land").isNull();
        Bounds picture = GroundSquare.pictureArea(square.box());
        assertThat(picture.minEast()).isLessThan(0).isGreaterThan(-1);
        for (float t : square.land().texCoords()) {
            assertThat(t).isBetween(0.001f, 0.999f);
        }
    }

    @Test
    void aRidgeCastsItsShadowOnTheGroundBehindIt() {
        // A wall of land 20 m high along northing 0 (one post, 2 m cells); the sun in the south at 45°.
        int n = 101;
        float[] heights = new float[n * n];
        Arrays.fill(heights, 50 * n, 51 * n, 20);
        Relief relief = ReliefBuilder.build(new Terrain(-100, -100, 2, n, n, heights), SOLIDS, List.of(), 0);
        Canvas canvas = new Canvas(new Bounds(-50, -50, 0, 50, 50, 0), 200);
        byte[] cast = new byte[200 * 200];
        HillShade.deepen(cast, relief, canvas, new double[] {0, -Math.sqrt(0.5), Math.sqrt(0.5)});
        assertThat(cast[at(canvas, 0, 12)] & 255).as("12 m behind a ridge of 20 m").isGreaterThan(240);
        assertThat(cast[at(canvas, 0, 30)]).as("30 m behind it").isZero();
        assertThat(cast[at(canvas, 0, -12)]).as("before it").isZero();
    }

    private static int at(Canvas canvas, double east, double north) {
        Bounds a = canvas.area();
        return (int) ((a.maxNorth() - north) / a.depth() * canvas.size()) * canvas.size() + (int) ((east - a.minEast()) / a.width() * canvas.size());
    }

    @Test
    void treesTakeTheirSizeAndShapeFromWhatTheSourceSays() {
        AttributeTableBuilder table = new AttributeTableBuilder();
        table.set(0, "species", "Pinus sylvestris");
        table.set(0, "height_m", 20.0);
        table.set(1, "species", "Betula pendula");
        table.set(2, "species", "elm");
        table.set(3, "species", "helmet oak?");
        TreeStock stock = TreeStock.of(List.of(layer(LayerKind.TREES, table.build(4), "POINT(0 0)", "POINT(10 0)", "POINT(20 0)",
                "POINT(30 0)")), (e, n) -> 4);
        assertThat(stock.all()).extracting(Tree::shape).containsExactly(Tree.Shape.CONIFER, Tree.Shape.OVAL, Tree.Shape.BROAD,
                Tree.Shape.BROAD);
        assertThat(stock.all().get(0).height()).isCloseTo(20, within(1.1));
        assertThat(stock.all().get(0).up()).isEqualTo(4);
        assertThat(stock.near(new org.locationtech.jts.geom.Envelope(9, 11, -1, 1))).containsExactly(stock.all().get(1));
    }
}
