/**
 * Part of level 6. Points that stand out of the twin: pins of one size on the screen, hidden by what stands before them, coloured by data.
 */
package org.kvarter.scene.marker;
