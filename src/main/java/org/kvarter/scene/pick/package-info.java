/**
 * What lies under the pointer: rays through solids and ground.
 *
 * <p>Knows {@code mesh} and {@code model}; no JavaFX.
 */
package org.kvarter.scene.pick;
