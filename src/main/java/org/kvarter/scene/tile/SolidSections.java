package org.kvarter.scene.tile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.pick.RayIndex;
import org.kvarter.mesh.section.CutTile;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.mesh.section.TileCutter;
import org.kvarter.scene.Theme;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;

/**
 * Shows of the solids what a region keeps: tiles beyond it go, tiles across it show what is left of their triangles, in the texels they
 * have, and caps of one colour where solids are cut open. Cut on a worker, latest wins; until that is there all stays as it is. JavaFX
 * thread only.
 */
final class SolidSections {

    private record Job(SolidLayerScene layer, SolidTile tile) {
    }

    private record Shown(SolidLayerScene layer, SolidTile tile, KeptRegion.Where where, TriangleMesh left, TriangleMesh caps, TileMesh faces,
                         CutTile cut, TileTextures.Made pictures) {
    }

    private final SolidGroups groups;
    private final LatestWins<List<Shown>> cutting;
    private final Map<SolidTile, MeshView> caps = new IdentityHashMap<>();
    private final Map<SolidTile, SolidLayerScene> owners = new IdentityHashMap<>();
    private final RayIndex faces = new RayIndex();
    private final Set<SolidTile> touched = new HashSet<>();
    private final PhongMaterial poche = new PhongMaterial();
    private KeptRegion region;
    private boolean stale;
    private boolean working;

    SolidSections(Tasks tasks, SolidGroups groups) {
        this.groups = groups;
        this.cutting = new LatestWins<>(tasks.work(), tasks.fx());
        poche.setSpecularColor(Color.BLACK);
        setTheme(Theme.LIGHT);
    }

    /** What is cut is dark on a light table and light on a dark one. */
    void setTheme(Theme theme) {
        poche.setDiffuseColor(theme == Theme.LIGHT ? Color.web("#2E3238") : Color.web("#D4D6D6"));
    }

    /** What is kept; {@code null} for all. */
    void setRegion(KeptRegion kept) {
        region = kept;
        stale = true;
    }

    /** Tiles have come or gone, or others are hidden. */
    void changed() {
        stale |= region != null || !touched.isEmpty();
    }

    /** Whether what is on the screen is what is wanted. */
    boolean isSettled() {
        return !stale && !working;
    }

    /** The filled faces of the cut, for rays; each part is all faces of a feature. */
    RayIndex faces() {
        return faces;
    }

    /** One frame: asks for new cuts where something has changed. */
    void frame(Collection<SolidLayerScene> layers, RayIndex.Filter seen) {
        if (!stale) {
            return;
        }
        stale = false;
        working = true;
        KeptRegion now = region;
        List<Job> jobs = new ArrayList<>();
        for (SolidLayerScene layer : layers) {
            if (now != null && layer.look().style().visible()) {
                layer.tiles().forEach(tile -> jobs.add(new Job(layer, tile)));
            }
        }
        cutting.request(() -> jobs.stream().map(job -> cut(job, now, seen)).filter(s -> s.where != KeptRegion.Where.KEPT).toList(),
                this::deliver);
    }

    private static Shown cut(Job job, KeptRegion region, RayIndex.Filter seen) {
        TileMesh mesh = job.tile.mesh();
        KeptRegion.Where where = region.where(mesh.bounds());
        if (where != KeptRegion.Where.CUT) {
            return new Shown(job.layer, job.tile, where, null, null, null, null, null);
        }
        int[] rows = mesh.parts().feature();
        CutTile cut = TileCutter.cut(mesh, region, row -> seen.sees(job.layer.id(), mesh, Arrays.binarySearch(rows, row)));
        TriangleMesh left = cut.corners().length == 0 ? null : MeshArrays.ofCut(mesh, job.tile.slot(), cut).toMesh();
        TriangleMesh caps = cut.capCorners().length == 0 ? null : MeshArrays.ofCaps(cut).toMesh();
        TileTextures textures = job.tile.textures();
        return new Shown(job.layer, job.tile, where, left, caps, cut.caps(), cut, textures == null ? null : textures.made(textures.shown(), cut));
    }

    private void deliver(List<Shown> all) {
        working = false;
        Set<SolidTile> before = new HashSet<>(touched);
        touched.clear();
        faces.clear();
        Map<String, List<TileMesh>> byLayer = new HashMap<>();
        for (Shown shown : all) {
            if (shown.layer.tiles().contains(shown.tile)) {
                touched.add(shown.tile);
                show(shown);
                showCaps(shown.tile, shown.caps);
                owners.put(shown.tile, shown.layer);
                if (shown.faces != null) {
                    byLayer.computeIfAbsent(shown.layer.id(), id -> new ArrayList<>()).add(shown.faces);
                }
            }
        }
        byLayer.forEach(faces::add);
        before.removeAll(touched);
        for (SolidTile tile : before) {
            showCaps(tile, null);
            tile.setSection(KeptRegion.Where.KEPT, null);
            if (tile.textures() != null) {
                tile.textures().setSection(true, null, null);
            }
            Optional.ofNullable(owners.remove(tile)).ifPresent(layer -> layer.sectioned(tile));
        }
    }

    private static void show(Shown shown) {
        SolidTile tile = shown.tile;
        boolean before = tile.showsPictures();
        tile.setSection(shown.where, shown.left);
        boolean inStep = tile.textures() == null || tile.textures().setSection(shown.left != null, shown.cut, shown.pictures);
        if (before != tile.showsPictures() || !inStep) {
            shown.layer.sectioned(tile);
        }
    }

    private void showCaps(SolidTile tile, TriangleMesh mesh) {
        MeshView view = caps.get(tile);
        if (mesh == null) {
            if (view != null) {
                groups.opaque().getChildren().remove(view);
                caps.remove(tile);
            }
            return;
        }
        if (view == null) {
            view = new MeshView();
            view.setMaterial(poche);
            view.setCullFace(CullFace.NONE);
            view.setMouseTransparent(true);
            caps.put(tile, view);
            groups.opaque().getChildren().add(view);
        }
        view.setMesh(mesh);
    }
}
