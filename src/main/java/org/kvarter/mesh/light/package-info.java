/**
 * Level 1. Baked light: sun and sky on every part, their effect on a colour, and the shadows that solids cast on the ground.
 *
 * <p>Knows {@code mesh}, {@code mesh.pick}, {@code model} and {@code task}. A planar part has one normal, so
 * its light is a few numbers, computed here and put into the part's texel by {@code scene}.
 */
package org.kvarter.mesh.light;
