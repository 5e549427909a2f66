/**
 * Pictures on surfaces: decoded within bounds on workers, kept once for all tiles and views that show them, and their mean colours for
 * what is seen from afar.
 */
package org.kvarter.scene.texture;
