package org.kvarter.study.view;

/**
 * How much of a building is seen.
 *
 * @param layerId  its layer
 * @param row      its row
 * @param share    of its walls and roofs by area, 0 … 1; a house that stands free shows at most about half
 * @param distance metres to the nearest place that is seen; NaN where none is
 * @param azimuth  degrees from north to it
 */
public record Seen(String layerId, int row, double share, double distance, double azimuth) {
}
