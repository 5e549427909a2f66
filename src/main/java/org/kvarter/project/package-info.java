/**
 * Level 4. The project document, its files ({@code kvarter.json} beside the data, or one {@code .kvarter} package with everything
 * embedded), autosave and recent projects.
 *
 * <p>A project keeps sources and choices, never triangles: opening it reads the sources again. Knows {@code model}, {@code task},
 * {@code text}, {@code overlay}, {@code series}, {@code importing} and Jackson.
 */
package org.kvarter.project;
