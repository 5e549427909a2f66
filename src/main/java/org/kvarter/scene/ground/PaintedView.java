package org.kvarter.scene.ground;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import org.kvarter.scene.tile.MeshArrays;

/** Triangles with a square picture of their own that can be painted anew. JavaFX thread only. */
final class PaintedView {

    private final int[] texels;
    private final PixelBuffer<IntBuffer> buffer;
    private final MeshView view;

    /** @param picture premultiplied ARGB, kept and written later */
    PaintedView(MeshArrays arrays, int[] picture) {
        texels = picture;
        int size = (int) Math.round(Math.sqrt(picture.length));
        buffer = new PixelBuffer<>(size, size, IntBuffer.wrap(texels), PixelFormat.getIntArgbPreInstance());
        PhongMaterial material = new PhongMaterial(Color.WHITE);
        material.setSpecularColor(Color.TRANSPARENT);
        material.setDiffuseMap(new WritableImage(buffer));
        view = new MeshView(arrays.toMesh());
        view.setMaterial(material);
        view.setCullFace(CullFace.NONE);
        view.setMouseTransparent(true);
    }

    MeshView view() {
        return view;
    }

    /** Shows another picture of the same size. */
    void paint(int[] picture) {
        System.arraycopy(picture, 0, texels, 0, texels.length);
        buffer.updateBuffer(b -> null);
    }
}
