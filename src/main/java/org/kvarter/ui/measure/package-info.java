/**
 * Measuring in the twin: what is measured ({@code Measurement}), its lengths, areas and angles ({@code Geometry}), how they read and are
 * drawn, and the bar to choose what to measure.
 *
 * <p>Only the bar is JavaFX controls; the rest is tested without a window.
 */
package org.kvarter.ui.measure;
