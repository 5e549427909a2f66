package org.kvarter.importing.cityjson;

import java.util.Map;
import java.util.Optional;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.model.Texture;

/** Gives settled polygons their pictures: those whose rings all lie on one picture, with a place for every corner. */
final class PolygonTextures {

    private final SurfaceStore store;
    private final Appearance appearance;
    private final RingTextures theme;
    private final int firstRing;
    private final int firstCorner;
    private int[] kept = new int[64];

    /**
     * Of the pending polygons of a store.
     *
     * @param firstRing   first pending ring of the store
     * @param firstCorner first pending corner
     */
    PolygonTextures(SurfaceStore store, Appearance appearance, int firstRing, int firstCorner) {
        this.store = store;
        this.appearance = appearance;
        this.firstRing = firstRing;
        this.firstCorner = firstCorner;
        Map<String, RingTextures> themes = store.textures;
        RingTextures preferred = themes.get(appearance.defaultTextureTheme());
        theme = themes.isEmpty() ? null : preferred != null ? preferred : themes.values().iterator().next();
    }

    /** Whether no pending polygon has a picture, so that nothing else here needs to be called. */
    boolean isEmpty() {
        return theme == null;
    }

    /**
     * Notes which pending corner a settled one was.
     *
     * @param place number of the settled corner within its polygon
     */
    void keep(int place, int pendingCorner) {
        if (place >= kept.length) {
            kept = java.util.Arrays.copyOf(kept, Math.max(place + 1, 2 * kept.length));
        }
        kept[place] = pendingCorner;
    }

    /**
     * Ends a polygon.
     *
     * @param polygon its number, settled
     * @param ring    first of its rings as they were pending
     * @param ringEnd exclusive last of them
     * @param from    its first settled corner
     * @param to      exclusive last
     */
    void end(int polygon, int ring, int ringEnd, int from, int to) {
        int picture = picture(ring, ringEnd);
        Optional<Texture> texture = appearance.texture(picture);
        boolean lies = texture.isPresent();
        for (int c = from; lies && c < to; c++) {
            lies = appearance.hasPlace(place(kept[c - from]));
        }
        if (!lies) {
            return;
        }
        store.textureOf(polygon, texture.get());
        for (int c = from; c < to; c++) {
            int place = place(kept[c - from]);
            store.placeCorner(c, appearance.u(place), 1 - appearance.v(place));
        }
    }

    private int picture(int ring, int ringEnd) {
        IntList pictures = theme.pictures;
        int found = NestedValues.NONE;
        for (int r = ring; r < ringEnd; r++) {
            int own = r - firstRing < pictures.size() ? pictures.get(r - firstRing) : NestedValues.NONE;
            if (own < 0 || r > ring && own != found) {
                return NestedValues.NONE;
            }
            found = own;
        }
        return found;
    }

    private int place(int pendingCorner) {
        int at = pendingCorner - firstCorner;
        return at < theme.places.size() ? theme.places.get(at) : NestedValues.NONE;
    }
}
