package org.kvarter.model;

import java.util.List;

/**
 * Pictures on surfaces: which surface shows which, and where on it each corner lies. Arrays are not copied.
 *
 * @param textures pictures; shared by what comes from one source
 * @param of       number of each polygon's (or part's) picture, −1 for none
 * @param uv       2 × corners: across from the left edge of the picture, down from its top edge, 0 … 1 within it and repeated beyond;
 *                 anything at corners without a picture
 */
public record Texturing(List<Texture> textures, int[] of, float[] uv) {

    public Texturing {
        textures = List.copyOf(textures);
        for (int number : of) {
            if (number < -1 || number >= textures.size()) {
                throw new IllegalArgumentException("there is no texture " + number);
            }
        }
    }
}
