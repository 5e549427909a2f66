package org.kvarter.scene.palette;

import java.util.BitSet;

/**
 * Parts of a tile whose pictures could be shown, and which of them are.
 *
 * @param possible parts whose picture is there; not changed
 * @param holes    those of them whose picture lets through; not changed
 * @param shown    out: parts that show their picture
 */
public record TexturedParts(BitSet possible, BitSet holes, BitSet shown) {

    /** None shown yet. */
    public TexturedParts(BitSet possible, BitSet holes) {
        this(possible, holes, new BitSet());
    }
}
