package org.kvarter.scene.palette;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.PhongMaterial;

/**
 * The texture pages of a view: each page twice, for opaque and for translucent parts, the second made when first needed. JavaFX
 * thread only.
 */
public final class Palette {

    private final List<PalettePage> opaque = new ArrayList<>();
    private final List<PalettePage> translucent = new ArrayList<>();

    /** Makes sure there are pages for a slot. */
    public void cover(PaletteSlot slot) {
        while (opaque.size() <= slot.page()) {
            opaque.add(new PalettePage());
            translucent.add(null);
        }
    }

    /** Material of the opaque parts of a slot. */
    public PhongMaterial opaqueMaterial(PaletteSlot slot) {
        return opaque.get(slot.page()).material();
    }

    /** Material of the translucent parts of a slot. */
    public PhongMaterial translucentMaterial(PaletteSlot slot) {
        return translucentPage(slot).material();
    }

    /** Writes colours of opaque parts, 0 elsewhere. */
    public void writeOpaque(PaletteSlot slot, int[] argb) {
        opaque.get(slot.page()).write(slot.first(), argb, slot.count());
    }

    /** Writes premultiplied colours of translucent parts, 0 elsewhere. */
    public void writeTranslucent(PaletteSlot slot, int[] argb) {
        translucentPage(slot).write(slot.first(), argb, slot.count());
    }

    /** Once per frame: what was written becomes visible. */
    public void flush() {
        opaque.forEach(PalettePage::flush);
        for (PalettePage page : translucent) {
            if (page != null) {
                page.flush();
            }
        }
    }

    private PalettePage translucentPage(PaletteSlot slot) {
        PalettePage page = translucent.get(slot.page());
        if (page == null) {
            page = new PalettePage();
            translucent.set(slot.page(), page);
        }
        return page;
    }
}
