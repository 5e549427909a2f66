package org.kvarter.scene.tile;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.Mesh;
import javafx.scene.shape.MeshView;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.section.CutTile;
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
    private volatile CutTile section;
    private volatile CutTile shownSection;
    private final Map<Integer, Mesh> whole = new HashMap<>();
    private BitSet wholeParts = new BitSet();
    private boolean taken;
    private boolean gone;
    private boolean inView = true;
    private boolean anyLeft = true;
    private boolean visible;

    /**
     * Triangles that show pictures.
     *
     * @param parts     whose pictures they show
     * @param section   what they were cut to; {@code null} for whole ones
     * @param triangles by number of the picture
     */
    record Made(BitSet parts, CutTile section, Map<Integer, MeshArrays> triangles) {
    }

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

    /** Triangles by picture where others show one than do now, else empty. */
    Optional<Made> arrays(BitSet wanted) {
        CutTile cut = section;
        return wanted.isEmpty() || wanted.equals(shown) && cut == shownSection ? Optional.empty() : Optional.of(made(wanted, cut));
    }

    /** Triangles by picture of what a section leaves. Any thread. @param cut {@code null} for all */
    Made made(BitSet wanted, CutTile cut) {
        Map<Integer, MeshArrays> arrays = new HashMap<>();
        wanted.stream().map(p -> mesh.texturing().of()[p]).distinct().forEach(n -> {
            MeshArrays some = cut == null ? MeshArrays.ofTexture(mesh, wanted, n) : MeshArrays.ofTexture(mesh, cut, wanted, n);
            if (some != null) {
                arrays.put(n, some);
            }
        });
        return new Made(wanted, cut, arrays);
    }

    /** Parts whose pictures are shown now. Any thread; not to be written. */
    BitSet shown() {
        return shown;
    }

    /**
     * A section has come, changed or gone.
     *
     * @param left whether it leaves anything
     * @param cut  what it leaves of a tile it cuts; {@code null} for all of it, or nothing
     * @param made what is left of the pictures; {@code null} where not made yet
     * @return whether the pictures are in step with it: if not, they are to be composed anew
     */
    boolean setSection(boolean left, CutTile cut, Made made) {
        anyLeft = left;
        if (section == null && cut != null) {
            views.forEach((number, view) -> whole.put(number, view.getMesh()));
        }
        section = cut;
        if (made != null && made.parts.equals(shown)) {
            put(made, null);
        } else if (cut == null && shownSection != null && !whole.isEmpty() && shown.equals(wholeParts)) {
            views.forEach((number, view) -> view.setMesh(whole.get(number)));
            shownSection = null;
        }
        if (cut == null) {
            whole.clear();
        }
        update();
        return shown.isEmpty() || section == shownSection;
    }

    private void put(Made made, SolidGroups groups) {
        views.forEach((number, view) -> {
            if (!made.triangles.containsKey(number)) {
                view.setMesh(null);
            }
        });
        made.triangles.forEach((number, triangles) -> {
            MeshView view = groups == null ? views.get(number) : views.computeIfAbsent(number, n -> add(n, groups));
            if (view != null) {
                view.setMesh(triangles.toMesh());
            }
        });
        shownSection = made.section;
        if (made.section == null) {
            wholeParts = made.parts;
        }
    }

    /**
     * Shows the pictures of some parts; {@code made} as of {@link #arrays}.
     *
     * @return whether they are in step with the section; if not, they are to be composed anew
     */
    boolean show(BitSet wanted, Optional<Made> made, SolidGroups groups) {
        if (gone) {
            return true;
        }
        if (made.isPresent() && made.get().section != section) {
            return false;
        }
        made.ifPresent(all -> put(all, groups));
        if (made.isPresent() || !wanted.isEmpty()) {
            shown = wanted;
        }
        visible = !wanted.isEmpty();
        update();
        return wanted.isEmpty() || section == shownSection;
    }

    /** What lets through is drawn after all that may be seen through it. */
    private MeshView add(int number, SolidGroups groups) {
        MeshView view = new MeshView();
        view.setMaterial(ready.get(number).material());
        view.setMouseTransparent(true);
        (ready.get(number).hasHoles() ? groups.translucent() : groups.opaque()).getChildren().add(view);
        return view;
    }

    void setInView(boolean seen) {
        inView = seen;
        update();
    }

    private void update() {
        views.values().forEach(view -> {
            view.setVisible(inView && visible && anyLeft && view.getMesh() != null);
            view.setCullFace(mesh.closed() && section == null ? CullFace.BACK : CullFace.NONE);
        });
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
