package org.kvarter.importing.city;

/**
 * A semantic surface that has attributes.
 *
 * @param type       its type as the file spells it: {@code RoofSurface}
 * @param attributes all members but those of the standard
 */
public record SurfaceFacts(String type, AttributeRow attributes) {
}
