/**
 * What lies over the 3D picture in two dimensions: labels, measuring lines, compass and scale bar.
 *
 * <p>Knows the scene's camera and theme. {@link org.kvarter.scene.label.LabelPlacer} and {@link org.kvarter.scene.label.ScaleSteps} are
 * plain arithmetic.
 */
package org.kvarter.scene.label;
