/**
 * Level 1. Finding and repairing coordinate reference systems, transforms in double precision, GeoTools data stores, rasters.
 *
 * <p>Knows {@code model}, {@code task}, {@code text}, GeoTools and JTS.
 */
package org.kvarter.geo;
