/**
 * Part of level 6. What moves by the clock: one mesh per layer whose points are written in place, its colours texels of a palette page; no
 * node per vehicle. JavaFX thread only.
 */
package org.kvarter.scene.move;
