package org.kvarter.importing.ifc.step;

/**
 * What a STEP file says of itself.
 *
 * @param schema      first of the schemas, as written: {@code IFC4}, {@code IFC2X3}
 * @param application the program that wrote it, empty where it is not told
 */
public record StepHeader(String schema, String application) {
}
