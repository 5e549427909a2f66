package org.kvarter.scene.tile;

import java.util.EnumSet;
import java.util.Set;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.mesh.TileMesh;
import org.kvarter.mesh.light.PartLight;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.scene.palette.PaletteSlot;
import org.kvarter.scene.palette.PartComposer;

/**
 * One tile of a solid layer on the screen: its triangles, its texels, its light, and one or two views of the same triangles, for its
 * opaque and its translucent parts. JavaFX thread; {@link #light} may be read from any thread.
 */
final class SolidTile {

    private boolean coloured;
    private final TileMesh mesh;
    private final PaletteSlot slot;
    private final TileTextures textures;
    private volatile PartLight light;
    private MeshView opaque;
    private MeshView translucent;
    private PartComposer.Outcome outcome = PartComposer.Outcome.INVISIBLE;
    private boolean inView = true;
    private KeptRegion.Where section = KeptRegion.Where.KEPT;
    private TriangleMesh whole;
    private TriangleMesh left;
    private Detail shown;
    private Detail awaited;
    private final Set<Detail> givenUp = EnumSet.noneOf(Detail.class);
    private final Set<Detail> forgone = EnumSet.noneOf(Detail.class);

    SolidTile(TileMesh mesh, PaletteSlot slot, PartLight light) {
        this.mesh = mesh;
        this.slot = slot;
        this.light = light;
        this.textures = TileTextures.of(mesh);
    }

    /** Its pictures; {@code null} for none. */
    TileTextures textures() {
        return textures;
    }

    TileMesh mesh() {
        return mesh;
    }

    PaletteSlot slot() {
        return slot;
    }

    /** 3 × parts factors; replaced, never written. */
    PartLight light() {
        return light;
    }

    void setLight(PartLight newLight) {
        light = newLight;
    }

    boolean isAttached() {
        return opaque != null;
    }

    MeshView opaque() {
        return opaque;
    }

    MeshView translucent() {
        return translucent;
    }

    void setOpaque(MeshView view) {
        opaque = dressed(view);
        show();
    }

    void setTranslucent(MeshView view) {
        translucent = dressed(view);
        show();
    }

    PartComposer.Outcome outcome() {
        return outcome;
    }

    void setOutcome(PartComposer.Outcome newOutcome) {
        outcome = newOutcome;
        show();
    }

    /** Culling: whether the frustum touches the tile's box. */
    void setInView(boolean seen) {
        if (seen != inView) {
            inView = seen;
            show();
            if (textures != null) {
                textures.setInView(seen);
            }
        }
    }

    boolean isInView() {
        return inView;
    }

    /** The level on the screen; {@code null} before the first. */
    Detail shown() {
        return shown;
    }

    /** Puts the triangles of a level on the screen, in place of those before. */
    void show(Detail detail, TriangleMesh triangles) {
        shown = detail;
        whole = triangles;
        put();
    }

    /**
     * Shows what a section leaves of the tile.
     *
     * @param where whether it is whole, gone or cut
     * @param what  what is left of a cut one; {@code null} for nothing
     */
    void setSection(KeptRegion.Where where, TriangleMesh what) {
        section = where;
        left = what;
        put();
        show();
    }

    /** Whether a section takes something of it. */
    boolean isCut() {
        return section != KeptRegion.Where.KEPT;
    }

    /** Whether all its triangles, or what is left of them, are on the screen, so that its pictures fit. */
    boolean showsPictures() {
        return isCut() ? left != null : shown == Detail.FULL;
    }

    private void put() {
        for (MeshView view : new MeshView[] {opaque, translucent}) {
            if (view != null) {
                view.setMesh(section == KeptRegion.Where.CUT && left != null ? left : whole);
                view.setCullFace(mesh.closed() && !isCut() ? CullFace.BACK : CullFace.NONE);
            }
        }
    }

    /** The level that is being made; {@code null} for none. */
    Detail awaited() {
        return awaited;
    }

    void setAwaited(Detail detail) {
        awaited = detail;
    }

    /** A level that spares too little to have. */
    void forgo(Detail detail) {
        forgone.add(detail);
    }

    /** A level for which there was no memory: of a coarser one, the next finer is tried. */
    void giveUp(Detail detail) {
        givenUp.add(detail);
        if (detail != Detail.FULL) {
            forgo(detail);
        }
    }

    boolean isGivenUp(Detail detail) {
        return givenUp.contains(detail);
    }

    /** The level itself, or the next finer one that is worth having. */
    Detail worthwhile(Detail detail) {
        Detail best = detail;
        while (forgone.contains(best)) {
            best = Detail.values()[best.ordinal() - 1];
        }
        return best;
    }

    private MeshView dressed(MeshView view) {
        view.setCullFace(mesh.closed() && !isCut() ? CullFace.BACK : CullFace.NONE);
        view.setMouseTransparent(true);
        return view;
    }

    private void show() {
        boolean seen = inView && (section == KeptRegion.Where.KEPT || left != null);
        if (opaque != null) {
            opaque.setVisible(seen && (outcome == PartComposer.Outcome.OPAQUE || outcome == PartComposer.Outcome.MIXED));
        }
        if (translucent != null) {
            translucent.setVisible(seen && (outcome == PartComposer.Outcome.TRANSLUCENT || outcome == PartComposer.Outcome.MIXED));
        }
    }

    /** Whether its colours have reached the palette. */
    boolean isColoured() {
        return coloured;
    }

    void setColoured() {
        coloured = true;
    }
}
