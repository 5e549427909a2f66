package org.kvarter.scene.tile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.PartTable;
import org.kvarter.model.Texture;
import org.kvarter.scene.palette.TexturedParts;
import org.kvarter.scene.texture.ShownTexture;
import org.kvarter.scene.texture.TextureStore;
import org.kvarter.task.Tasks;

/**
 * The pictures on one tile: a view of the triangles of each, under the veil that the tile's own triangles are where they show one. They
 * are shown at full detail only; from afar a part has its picture's mean colour. JavaFX thread, {@link #parts}, {@link #possible} and
 * {@link #arrays} any.
 */
final class TileTextures {

    private final TileMesh mesh;
    private final List<Texture> used;
    private final Map<Integer, MeshView> views = new HashMap<>();
    private final Map<Integer, ShownTexture> ready = new HashMap<>();
    private volatile PartTable parts;
    private volatile TexturedParts possible;
    private volatile BitSet shown = new BitSet();
    private boolean taken;
    private boolean gone;
    private boolean inView = true;
    private boolean visible;

    private TileTextures(TileMesh mesh) {
        this.mesh = mesh;
        this.parts = mesh.parts();
        this.used = Arrays.stream(mesh.texturing().of()).filter(n -> n >= 0).distinct().sorted()
                .mapToObj(mesh.texturing().textures()::get).distinct().collect(Collectors.toList());
    }

    /** The pictures of a tile; {@code null} where it has none. */
    static TileTextures of(TileMesh mesh) {
        return mesh.texturing() == null ? null : new TileTextures(mesh);
    }

    boolean isTaken() {
        return taken;
    }

    /** Has the pictures decoded; {@code done} is told once they can be shown. */
    void take(TextureStore store, Tasks tasks, Runnable done) {
        taken = true;
        store.take(used, tasks.work(), tasks.fx(), () -> {
            Map<Integer, ShownTexture> found = new HashMap<>();
            Arrays.stream(mesh.texturing().of()).filter(n -> n >= 0).distinct().forEach(n ->
                    store.get(mesh.texturing().textures().get(n)).ifPresent(texture -> found.put(n, texture)));
            tasks.work().execute(() -> {
                TexturedParts there = possible(found);
                PartTable coloured = coloured(found);
                tasks.fx().execute(() -> {
                    ready.putAll(found);
                    parts = coloured;
                    possible = there;
                    done.run();
                });
            });
        });
    }

    private TexturedParts possible(Map<Integer, ShownTexture> found) {
        BitSet there = new BitSet();
        BitSet holes = new BitSet();
        int[] of = mesh.texturing().of();
        for (int p = 0; p < of.length; p++) {
            ShownTexture texture = found.get(of[p]);
            there.set(p, texture != null);
            holes.set(p, texture != null && texture.hasHoles());
        }
        return new TexturedParts(there, holes);
    }

    private PartTable coloured(Map<Integer, ShownTexture> found) {
        PartTable plain = mesh.parts();
        int[] argb = plain.argb().clone();
        int[] of = mesh.texturing().of();
        for (int p = 0; p < of.length; p++) {
            ShownTexture texture = found.get(of[p]);
            int mean = texture == null ? 0 : texture.mean(mesh, p);
            argb[p] = mean == 0 ? argb[p] : mean;
        }
        return new PartTable(plain.feature(), plain.kind(), argb, plain.normals(), plain.centroids(), plain.areas());
    }

    /** The tile's parts, with mean colours of pictures once these are there. */
    PartTable parts() {
        return parts;
    }

    /** Parts whose pictures could be shown, none of them shown yet; {@code null} while they are on their way. */
    TexturedParts possible() {
        TexturedParts now = possible;
        return now == null ? null : new TexturedParts(now.possible(), now.holes());
    }

    /** Triangles by picture where other parts show one than do now, else empty. */
    Optional<Map<Integer, MeshArrays>> arrays(BitSet wanted) {
        if (wanted.equals(shown) || wanted.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, MeshArrays> arrays = new HashMap<>();
        wanted.stream().map(p -> mesh.texturing().of()[p]).distinct()
                .forEach(n -> arrays.put(n, MeshArrays.ofTexture(mesh, wanted, n)));
        return Optional.of(arrays);
    }

    /** Shows the pictures of some parts; {@code arrays} as of {@link #arrays}. */
    void show(BitSet wanted, Optional<Map<Integer, MeshArrays>> arrays, SolidGroups groups) {
        if (gone) {
            return;
        }
        arrays.ifPresent(all -> {
            views.forEach((number, view) -> {
                if (!all.containsKey(number)) {
                    view.setMesh(null);
                }
            });
            all.forEach((number, triangles) -> views.computeIfAbsent(number, n -> add(n, groups)).setMesh(triangles.toMesh()));
        });
        if (arrays.isPresent() || !wanted.isEmpty()) {
            shown = wanted;
        }
        visible = !wanted.isEmpty();
        update();
    }

    /** What lets through is drawn after all that may be seen through it. */
    private MeshView add(int number, SolidGroups groups) {
        MeshView view = new MeshView();
        view.setMaterial(ready.get(number).material());
        view.setCullFace(mesh.closed() ? CullFace.BACK : CullFace.NONE);
        view.setMouseTransparent(true);
        (ready.get(number).hasHoles() ? groups.translucent() : groups.opaque()).getChildren().add(view);
        return view;
    }

    void setInView(boolean seen) {
        inView = seen;
        update();
    }

    private void update() {
        views.values().forEach(view -> view.setVisible(inView && visible && view.getMesh() != null));
    }

    /** Takes the views out of the picture and lets go of the pictures. */
    void remove(TextureStore store, SolidGroups groups) {
        gone = true;
        groups.opaque().getChildren().removeAll(views.values());
        groups.translucent().getChildren().removeAll(views.values());
        views.clear();
        if (taken) {
            store.release(used);
        }
    }
}
