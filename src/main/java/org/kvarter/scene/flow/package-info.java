/**
 * Part of level 6. How much goes where: ribbons on streets and arcs between zones, one mesh per layer whose points are written in place and
 * whose colours are texels. JavaFX thread only.
 */
package org.kvarter.scene.flow;
