package org.kvarter.workshop;

/**
 * How a layer shows in a step.
 *
 * @param visible whether it shows
 * @param opacity 0 … 1
 */
public record StepLayer(boolean visible, double opacity) {
}
