package org.kvarter.exporting;

import org.kvarter.model.PartTable;
import org.kvarter.model.SolidLayer;

/** The colour in which a part leaves the twin. */
@FunctionalInterface
public interface PartColours {

    /** As 0xAARRGGBB, not premultiplied. */
    int argb(SolidLayer layer, PartTable parts, int part);
}
