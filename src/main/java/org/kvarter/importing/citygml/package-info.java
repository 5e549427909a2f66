/**
 * Level 3. CityGML 1.0, 2.0 and 3.0, by the JDK's streaming XML parser straight into compact arrays.
 *
 * <p>The way of a file: {@link org.kvarter.importing.citygml.CityGmlImporter} opens it, {@code Prescan} looks once over its bytes,
 * {@code DocumentReader} walks the root, {@code ObjectReader} and {@code GeometryReader} read one member into a {@code Chunk},
 * {@code Choice} says which of its polygons are shown, {@code Assembler} brings them into {@code Layers}, which go to the sink batch by
 * batch. A member that names geometry of another one waits for the end of the document. Source of the format: OGC 08-007r1 (1.0), 12-019
 * (2.0), 20-010 and 21-006r2 (3.0); GML 3.1.1 and 3.2.1 (OGC 03-105r1, 07-036).
 *
 * <p>Knows {@code importing}, {@code importing.arrays}, {@code importing.city}, {@code geo}, {@code model}, {@code series}, {@code task},
 * {@code text} and JTS geometries.
 */
package org.kvarter.importing.citygml;
