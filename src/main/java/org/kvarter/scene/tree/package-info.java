/**
 * Trees: points of a vector layer become rounded crowns on trunks, merged per square of ground.
 *
 * <p>Knows {@code model}, {@code mesh.light} and the scene's palette. {@code TreeScene} alone touches JavaFX.
 */
package org.kvarter.scene.tree;
