/**
 * Level 6. The 3D view – tiles, palette, camera, picking, labels, ground, sky.
 *
 * <p>{@link org.kvarter.scene.DistrictView} takes values in and gives events out; it knows no session. Geometry goes in once; colour,
 * light, selection and time are texels of {@code palette} for solids and painted squares of {@code ground} for all that lies flat.
 * The scene has a single white ambient light: light is baked by {@code mesh.light}. Everything slow is made on the executors of
 * {@code task} and gathered once per frame by {@link org.kvarter.scene.SceneCore}.
 *
 * <p>Knows all lower levels and JavaFX 3D.
 */
package org.kvarter.scene;
