/**
 * Level 3. Rasters: GeoTIFF and ArcGrid as ground heights or pictures of the ground.
 *
 * <p>A file's tags are read here first, cheaply and with bounds; pixels come through the TIFF reader of the GeoTools jar, block by
 * block and thinned while reading, so that no raster is ever whole in memory. GeoTools' referencing is asked only where a GeoTIFF
 * describes its coordinate reference system instead of naming it: it takes more than a second to start.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text} and GeoTools.
 */
package org.kvarter.importing.raster;
