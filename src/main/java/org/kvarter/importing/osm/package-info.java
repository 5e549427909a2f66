/**
 * Level 3, within {@code importing}. OpenStreetMap, as XML and as PBF, to layers: buildings with roofs and parts, streets, rails, water,
 * green, land use, trees.
 *
 * <p>{@link org.kvarter.importing.osm.OsmFile} hands a file's elements to an {@link org.kvarter.importing.osm.OsmHandler}, twice. The first
 * pass ({@link org.kvarter.importing.osm.FirstPass}) keeps the places of all nodes in compact arrays, the multipolygons, and counts tags; the
 * second ({@link org.kvarter.importing.osm.SecondPass}) makes features. Building outlines wait to its end
 * ({@link org.kvarter.importing.osm.Buildings}), because their parts replace them. {@link org.kvarter.importing.osm.RoofedBlock} builds the
 * solids.
 *
 * <p>Knows {@code importing}, {@code importing.arrays}, {@code model}, {@code task}, {@code text} and JTS.
 */
package org.kvarter.importing.osm;
