/**
 * Level 3, within {@code importing}. GIS vector files to layers: GeoPackage, GeoJSON, FlatGeobuf, shapefile and whatever a GeoTools data store on
 * the class path opens.
 *
 * <p>{@link org.kvarter.importing.vector.VectorImporter} opens a store through GeoTools' {@code DataStoreFinder}, looks at a sample of
 * each table ({@link org.kvarter.importing.vector.LayerFacts}), says what the table shows
 * ({@link org.kvarter.importing.vector.LayerClassifier}) and how footprints are raised
 * ({@link org.kvarter.importing.vector.HeightProposal}, {@link org.kvarter.importing.vector.FootprintExtruder}), and streams the rest.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text}, {@code geo.store}, GeoTools and JTS.
 */
package org.kvarter.importing.vector;
