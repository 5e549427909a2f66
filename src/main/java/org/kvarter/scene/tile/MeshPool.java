package org.kvarter.scene.tile;

import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.Map;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.scene.palette.PaletteSlot;
import org.kvarter.scene.palette.SlotAllocator;
import org.kvarter.scene.palette.PalettePage;
import org.kvarter.scene.texture.TextureStore;

/**
 * Triangles that several views of the same tiles share. A tile has the same texels in the palette of every view, so that one mesh serves
 * all of them, each with colours of its own. JavaFX thread only.
 */
public final class MeshPool {

    private static final class Entry {
        private final PaletteSlot slot;
        private final Map<Detail, TriangleMesh> meshes = new EnumMap<>(Detail.class);
        private int users;

        Entry(PaletteSlot slot) {
            this.slot = slot;
        }
    }

    private final SlotAllocator slots = new SlotAllocator(PalettePage.CAPACITY);
    private final Map<TileMesh, Entry> entries = new IdentityHashMap<>();
    private final TextureStore textures = new TextureStore();

    /** The pictures on the tiles. */
    TextureStore textures() {
        return textures;
    }

    /** The texels of a tile, reserved with its first user. */
    PaletteSlot take(TileMesh tile) {
        Entry entry = entries.computeIfAbsent(tile, t -> new Entry(slots.allocate(t.parts().size())));
        entry.users++;
        return entry.slot;
    }

    /** Whether a tile's triangles of a level are there already. */
    boolean has(TileMesh tile, Detail detail) {
        Entry entry = entries.get(tile);
        return entry != null && entry.meshes.containsKey(detail);
    }

    /** A tile's triangles of a level: those there are, or new ones of {@code arrays}. */
    TriangleMesh mesh(TileMesh tile, Detail detail, MeshArrays arrays) {
        return entries.get(tile).meshes.computeIfAbsent(detail, d -> arrays.toMesh());
    }

    /** A user less; with the last one, texels and triangles go. */
    void release(TileMesh tile) {
        Entry entry = entries.get(tile);
        if (entry != null && --entry.users == 0) {
            entries.remove(tile);
            slots.release(entry.slot);
        }
    }
}
