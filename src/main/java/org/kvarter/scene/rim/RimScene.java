package org.kvarter.scene.rim;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Group;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.transform.Scale;
import org.kvarter.mesh.FeatureEdges;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.Bounds;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Frustum;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/**
 * The edges of features that are to stand out, about three pixels wide from wherever one looks. Edges are found on a worker, latest wins.
 * JavaFX thread only.
 */
public final class RimScene {

    /** Lines lie this much nearer to the eye, as a share of the distance, than they are: before their halo, at the same pixels. */
    private static final double NEARER = 0.997;
    private static final double HALO = 2.1;
    /** Share of the picture's height. */
    private static final double WIDTH = 2.6 / 1080;
    private static final double LEAST_PIXELS = 2;
    private static final double WIDEST_METRES = 1.1;
    /** Widths go in steps, so that a moving camera seldom writes them anew. */
    private static final double STEP = Math.log(1.2);
    /** Squares whose edges are written anew in one frame: a whole city at once would hold it up. */
    private static final int MOST_WIDENED = 24;
    /** More features than this are told by the rims of their roofs. */
    private static final int MANY = 250;

    private record RimCellView(RimMesh line, RimMesh halo) {
        Bounds bounds() {
            return line.cell().bounds();
        }
    }

    private final Group halos = new Group();
    private final Group lines = new Group();
    private final Scale towardsEye = new Scale(NEARER, NEARER, NEARER);
    private final LatestWins<List<RimCell>> finding;
    private final PhongMaterial material = new PhongMaterial(Color.BLACK);
    private final PhongMaterial haloMaterial = new PhongMaterial(Color.WHITE);
    private final List<RimCellView> meshes = new ArrayList<>();
    private final Function<String, List<TileMesh>> tiles;
    private final BiFunction<String, BitSet, BitSet> withDescendants;
    private Map<String, BitSet> rows = Map.of();
    private boolean stale;
    private boolean pending;
    /** Whether edges that are seen still have the width of another view. */
    private boolean waiting;

    /**
     * @param group           where edges are shown
     * @param tiles           of a layer
     * @param withDescendants rows of a layer with their parts
     */
    public RimScene(Tasks tasks, Group group, Function<String, List<TileMesh>> tiles, BiFunction<String, BitSet, BitSet> withDescendants) {
        lines.getTransforms().add(towardsEye);
        group.getChildren().setAll(halos, lines);
        this.tiles = tiles;
        this.withDescendants = withDescendants;
        finding = new LatestWins<>(tasks.work(), tasks.fx());
        material.setSpecularColor(Color.TRANSPARENT);
        haloMaterial.setSpecularColor(Color.TRANSPARENT);
        setTheme(Theme.LIGHT);
    }

    /** Ink with a halo of chalk on a light model, the other way round on a dark one: legible on every colour of a scale. */
    public void setTheme(Theme theme) {
        material.setDiffuseColor(colour(BaseColours.rim(theme)));
        haloMaterial.setDiffuseColor(colour(BaseColours.rim(theme == Theme.LIGHT ? Theme.DARK : Theme.LIGHT)));
    }

    private static Color colour(int argb) {
        return Color.rgb(Argb.red(argb), Argb.green(argb), Argb.blue(argb));
    }

    /** The features to stand out, rows by layer, in place of those before. */
    public void setRims(Map<String, BitSet> newRows) {
        if (!newRows.equals(rows)) {
            rows = Map.copyOf(newRows);
            stale = true;
        }
    }

    /** Tiles have come or gone. */
    public void solidsChanged() {
        stale |= !rows.isEmpty();
    }

    /** Whether no edges are still being looked for. */
    public boolean isSettled() {
        return !stale && !pending && !waiting;
    }

    /** One frame. @param whole whether all tiles are there */
    public void frame(Projection projection, Frustum frustum, boolean whole) {
        if (stale && whole) {
            stale = false;
            find();
        }
        if (meshes.isEmpty()) {
            return;
        }
        int left = MOST_WIDENED;
        waiting = false;
        towardsEye.setPivotX(projection.pose().east());
        towardsEye.setPivotY(projection.pose().north());
        towardsEye.setPivotZ(projection.pose().up());
        for (RimCellView cell : meshes) {
            boolean seen = frustum.mayShow(cell.bounds());
            cell.line().view().setVisible(seen);
            cell.halo().view().setVisible(seen);
            double width = seen ? width(projection, cell.bounds()) : 0;
            if (seen && !cell.line().hasWidth(width)) {
                waiting |= left == 0;
                if (left > 0) {
                    left--;
                    cell.line().setWidth(width);
                    cell.halo().setWidth(HALO * width);
                }
            }
        }
    }

    private void find() {
        Map<List<TileMesh>, BitSet> wanted = new HashMap<>();
        int count = 0;
        for (Map.Entry<String, BitSet> layer : rows.entrySet()) {
            wanted.put(tiles.apply(layer.getKey()), withDescendants.apply(layer.getKey(), layer.getValue()));
            count += layer.getValue().cardinality();
        }
        FeatureEdges.Detail detail = count > MANY ? FeatureEdges.Detail.ROOFS : FeatureEdges.Detail.ALL;
        pending = true;
        finding.request(() -> {
            List<float[]> edges = new ArrayList<>();
            wanted.forEach((some, of) -> some.forEach(tile -> edges.add(FeatureEdges.of(tile, of, detail))));
            return RimCell.of(edges);
        }, this::show);
    }

    private void show(List<RimCell> cells) {
        pending = false;
        waiting = !cells.isEmpty();
        meshes.clear();
        cells.forEach(cell -> meshes.add(new RimCellView(new RimMesh(cell, material), new RimMesh(cell, haloMaterial))));
        halos.getChildren().setAll(meshes.stream().map(m -> m.halo().view()).toList());
        lines.getChildren().setAll(meshes.stream().map(m -> m.line().view()).toList());
    }

    private static double width(Projection eye, Bounds box) {
        double away = Math.sqrt(square(outside(eye.pose().east(), box.minEast(), box.maxEast()))
                + square(outside(eye.pose().north(), box.minNorth(), box.maxNorth())) + square(outside(eye.pose().up(), box.minUp(), box.maxUp())));
        double pixels = Math.max(LEAST_PIXELS, WIDTH * eye.height());
        double metres = Math.min(WIDEST_METRES, pixels * eye.metresPerPixel(Math.max(4, away + box.radius() / 3)));
        return Math.exp(STEP * Math.round(Math.log(metres) / STEP));
    }

    private static double outside(double at, double from, double to) {
        return Math.max(0, Math.max(from - at, at - to));
    }

    private static double square(double a) {
        return a * a;
    }
}
