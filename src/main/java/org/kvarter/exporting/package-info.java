/**
 * Level 4. What stands in the twin, or a choice of it, as files for other programs: glTF 2.0 (GLB), OBJ, CityJSON 2.0, GeoPackage. May know
 * {@code model}, {@code mesh} and {@code geo}; colours are given by whoever asks.
 */
package org.kvarter.exporting;
