/**
 * Part of level 3. KML as layers: placemarks with their folders, styles' colours and extended data, and {@code gx:Track} as trips. KMZ
 * archives of models belong to {@code importing.collada}.
 */
package org.kvarter.importing.kml;
