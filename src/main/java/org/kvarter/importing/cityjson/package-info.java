/**
 * Level 3. CityJSON 1.0, 1.1, 2.0 and CityJSONSeq, by Jackson's streaming parser straight into compact arrays.
 *
 * <p>The way of a file: {@link org.kvarter.importing.cityjson.CityJsonImporter} opens it, {@code DocumentReader} walks the root of
 * one JSON document (a file, or a line of a sequence), {@code CityObjectReader} and {@code GeometryReader} stage one object at a
 * time, {@code ModelBuilder} sorts the objects into layers, and {@code Resolver} turns vertex indices into coordinates once the
 * document's vertices are known. Source of the format: CityJSON specifications 1.0.3, 1.1.3 and 2.0.1, https://www.cityjson.org/specs/.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text}, Jackson and JTS geometries.
 */
package org.kvarter.importing.cityjson;
