/**
 * Trees on the screen: those of {@code mesh.tree} become rounded crowns on trunks, merged per square of ground.
 *
 * <p>Knows {@code model}, {@code mesh.light}, {@code mesh.tree} and the scene's palette. {@code TreeScene} alone touches JavaFX.
 */
package org.kvarter.scene.tree;
