/**
 * Level 1, within {@code geo}. Read-only GeoTools data stores for GeoPackage, GeoJSON, FlatGeobuf and shapefile, registered for {@link
 * org.geotools.api.data.DataStoreFinder} under GeoTools' own parameter names, so that a GeoTools plug-in jar can take their place.
 *
 * <p>A format gives {@link org.kvarter.geo.store.VectorTable}s with {@link org.kvarter.geo.store.RecordCursor}s; one feature source and
 * one feature reader make GeoTools' contract of them. What is wrong with single records is said through the
 * {@link org.kvarter.geo.store.StoreFactory#NOTES} parameter; a source that cannot be read at all is a
 * {@link org.kvarter.geo.store.VectorStoreException}.
 *
 * <p>Knows {@code model} (diagnostics), {@code text}, GeoTools, JTS, Jackson and SQLite.
 */
package org.kvarter.geo.store;
