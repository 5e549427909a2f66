/**
 * What an architect asks of the district: hours of sun, floor areas, what is seen from a point. Numbers alone, without a window.
 *
 * <p>Knows the sun, triangles and rays; no JavaFX.
 */
package org.kvarter.study;
