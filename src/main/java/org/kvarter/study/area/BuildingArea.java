package org.kvarter.study.area;

import org.locationtech.jts.geom.Geometry;

/**
 * Areas of one building, its parts counted with it.
 *
 * @param layerId   its layer
 * @param row       its row
 * @param footprint ground it covers, local metres
 * @param storeys   how many, and where from
 */
public record BuildingArea(String layerId, int row, Geometry footprint, StoreyRule.Storeys storeys) {

    /** m² of ground. */
    public double covered() {
        return footprint.getArea();
    }

    /** Gross floor area above ground, m²: footprint × storeys; NaN where nothing tells the storeys. */
    public double floor() {
        return covered() * storeys.count();
    }
}
