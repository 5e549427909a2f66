package org.kvarter.scene.palette;

import java.nio.IntBuffer;
import javafx.geometry.Rectangle2D;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.PhongMaterial;

/**
 * A texture of {@value #SIZE} × {@value #SIZE} texels with the material that shows it. JavaFX thread only.
 *
 * <p>Colours are written into memory at any time and reach the picture with {@link #flush}, once per frame.
 */
public final class PalettePage {

    public static final int SIZE = 512;
    /** Texels of a page. */
    public static final int CAPACITY = SIZE * SIZE;

    private final int[] texels = new int[CAPACITY];
    private final PixelBuffer<IntBuffer> buffer =
            new PixelBuffer<>(SIZE, SIZE, IntBuffer.wrap(texels), PixelFormat.getIntArgbPreInstance());
    private final PhongMaterial material = new PhongMaterial(Color.WHITE);
    private int dirtyFrom = CAPACITY;
    private int dirtyTo;

    public PalettePage() {
        material.setDiffuseMap(new WritableImage(buffer));
        material.setSpecularColor(Color.TRANSPARENT);
    }

    /** The one material of all tiles of this page. */
    public PhongMaterial material() {
        return material;
    }

    /** Writes premultiplied colours from {@code first} on. */
    public void write(int first, int[] argb, int count) {
        System.arraycopy(argb, 0, texels, first, count);
        dirtyFrom = Math.min(dirtyFrom, first);
        dirtyTo = Math.max(dirtyTo, first + count);
    }

    /** Hands the changed rows to the picture; nothing where none changed. */
    public void flush() {
        if (dirtyFrom >= dirtyTo) {
            return;
        }
        int firstRow = dirtyFrom / SIZE;
        int rows = (dirtyTo - 1) / SIZE - firstRow + 1;
        dirtyFrom = CAPACITY;
        dirtyTo = 0;
        buffer.updateBuffer(b -> new Rectangle2D(0, firstRow, SIZE, rows));
    }

    /** Texture coordinate of a texel's centre, across. */
    public static float u(int texel) {
        return (texel % SIZE + 0.5f) / SIZE;
    }

    /** Texture coordinate of a texel's centre, down. */
    public static float v(int texel) {
        return (texel / SIZE + 0.5f) / SIZE;
    }
}
