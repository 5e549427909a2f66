package org.kvarter.importing.cityjson;

/**
 * A semantic surface that has attributes.
 *
 * @param type       its type as the file spells it: {@code RoofSurface}
 * @param attributes all members but those of the standard
 */
record SurfaceFacts(String type, AttributeRow attributes) {
}
