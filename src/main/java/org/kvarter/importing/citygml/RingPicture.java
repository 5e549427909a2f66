package org.kvarter.importing.citygml;

/**
 * The picture on a ring of a polygon.
 *
 * @param image  as the document names it
 * @param places two numbers per corner: across from the left edge of the picture, down from its top edge
 */
record RingPicture(String image, float[] places) {
}
