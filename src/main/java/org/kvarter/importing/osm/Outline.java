package org.kvarter.importing.osm;

import org.locationtech.jts.geom.Geometry;

/**
 * A building or a part of one before it is raised.
 *
 * @param id   such as {@code way/123}
 * @param tags its own
 * @param area in degrees
 */
record Outline(String id, Tags tags, Geometry area) {

    boolean isPart() {
        return OsmLayer.isPart(tags);
    }
}
