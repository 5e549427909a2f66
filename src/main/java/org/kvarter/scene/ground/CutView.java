package org.kvarter.scene.ground;

import javafx.scene.Group;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import org.kvarter.model.Bounds;
import org.kvarter.scene.tile.MeshArrays;

/** Painted triangles that a section may cut, with the earth that shows then. JavaFX thread only. */
final class CutView {

    private final MeshView view;
    private final TriangleMesh wholeMesh;
    private final MeshArrays whole;
    private final GroundCut.Kind kind;
    private final Bounds box;
    private MeshView earth;
    private MeshView water;
    private boolean shown = true;
    private boolean gone;

    /** @param view shows {@code whole} */
    CutView(MeshView view, MeshArrays whole, GroundCut.Kind kind) {
        this.view = view;
        this.wholeMesh = (TriangleMesh) view.getMesh();
        this.whole = whole;
        this.kind = kind;
        Bounds b = Bounds.EMPTY;
        for (int k = 0; k < whole.points().length; k += 3) {
            b = b.include(whole.points()[k], whole.points()[k + 1], whole.points()[k + 2]);
        }
        this.box = b;
    }

    MeshArrays whole() {
        return whole;
    }

    GroundCut.Kind kind() {
        return kind;
    }

    Bounds box() {
        return box;
    }

    /** Whether it is wanted on the screen, as far as a section leaves it. */
    void show(boolean visible) {
        shown = visible;
        update();
    }

    /** What a section leaves; {@code null} for all. */
    void put(GroundCut cut, Group faces, PhongMaterial earthy, PhongMaterial watery) {
        gone = cut != null && cut.left() == null;
        view.setMesh(cut == null || gone ? wholeMesh : cut.left().toMesh());
        earth = face(earth, cut == null ? null : cut.earth(), faces, earthy);
        water = face(water, cut == null ? null : cut.water(), faces, watery);
        update();
    }

    private static MeshView face(MeshView before, MeshArrays arrays, Group faces, PhongMaterial material) {
        if (arrays == null) {
            faces.getChildren().remove(before);
            return null;
        }
        MeshView face = before;
        if (face == null) {
            face = new MeshView();
            face.setMaterial(material);
            face.setCullFace(CullFace.NONE);
            face.setMouseTransparent(true);
            faces.getChildren().add(face);
        }
        face.setMesh(arrays.toMesh());
        return face;
    }

    private void update() {
        view.setVisible(shown && !gone);
        if (earth != null) {
            earth.setVisible(shown);
        }
        if (water != null) {
            water.setVisible(shown);
        }
    }

    /** Takes its earth off the screen; the view itself stays where it is. */
    void release(Group faces) {
        faces.getChildren().remove(earth);
        faces.getChildren().remove(water);
    }
}
