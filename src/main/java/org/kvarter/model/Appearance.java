package org.kvarter.model;

/** What the surfaces of a layer of solids show where neither a colour of their own nor a thematic colour is set. */
public enum Appearance {
    /** Pictures where there are any, else materials. */
    TEXTURES,
    /** The colours of materials, of pictures their mean. */
    MATERIALS,
    /** The colours of kinds of surface: walls, roofs, windows. */
    KINDS,
    /** One white for all, as of a clay or card model. */
    WHITE
}
