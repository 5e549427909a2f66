package org.kvarter.scene.tree;

import java.nio.IntBuffer;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import org.kvarter.energy.Sun;
import org.kvarter.scene.Theme;
import org.kvarter.scene.tile.MeshArrays;

/** What trees of one look are painted with; a new sun repaints it and no tree. JavaFX thread only. */
final class TreePaint {

    private final TreeLook look;
    private final int[] texels = new int[TreeTexture.SIZE * TreeTexture.SIZE];
    private final PixelBuffer<IntBuffer> buffer = new PixelBuffer<>(TreeTexture.SIZE, TreeTexture.SIZE, IntBuffer.wrap(texels),
            PixelFormat.getIntArgbPreInstance());
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);

    TreePaint(TreeLook look, Theme theme, Sun sun) {
        this.look = look;
        material.setSpecularColor(Color.TRANSPARENT);
        material.setDiffuseMap(new WritableImage(buffer));
        paint(theme, sun);
    }

    void paint(Theme theme, Sun sun) {
        System.arraycopy(TreeTexture.paint(theme, sun, look), 0, texels, 0, texels.length);
        buffer.updateBuffer(b -> null);
    }

    MeshView view(MeshArrays arrays) {
        MeshView view = new MeshView(arrays.toMesh());
        view.setMaterial(material);
        view.setCullFace(CullFace.BACK);
        view.setMouseTransparent(true);
        return view;
    }
}
