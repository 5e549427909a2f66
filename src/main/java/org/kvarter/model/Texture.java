package org.kvarter.model;

import java.util.Objects;

/**
 * A picture on surfaces. Only says where the picture is: it is decoded when it is first shown. Equal ones are decoded once.
 *
 * @param name  what its source calls it
 * @param image where the bytes are
 * @param alpha what its transparency means
 * @param tint  ARGB by which its colours are multiplied; white for none
 */
public record Texture(String name, ImageSource image, Alpha alpha, int tint) {

    /** Multiplies by one. */
    public static final int WHITE = 0xFFFFFFFF;

    /** What the transparency of a picture means, as glTF 2.0 (3.9.4) has it. */
    public enum Alpha {
        /** Nothing: the surface is solid. */
        OPAQUE,
        /** Below one half there is a hole, otherwise it is solid. */
        MASK,
        /** What lies behind shines through. */
        BLEND
    }

    public Texture {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(image, "image");
        Objects.requireNonNull(alpha, "alpha");
    }

    /** One whose picture says itself whether it lets through. */
    public Texture(String name, ImageSource image) {
        this(name, image, Alpha.BLEND, WHITE);
    }
}
