package org.kvarter.scene.palette;

import org.kvarter.model.PartTable;
import org.kvarter.model.SolidLayer;
import org.kvarter.scene.Theme;

/** The colours of parts in the light theme before light falls on them, for files that leave the twin. Stateless. */
public final class MaterialColours {

    private MaterialColours() {
    }

    /** The colour of a part's material, or that of its kind, as 0xAARRGGBB. */
    public static int of(SolidLayer layer, PartTable parts, int part) {
        int material = parts.argb()[part];
        return material != 0 ? material : BaseColours.of(Theme.LIGHT, layer.kind(), parts.kindOf(part), parts.normals()[3 * part + 2]);
    }
}
