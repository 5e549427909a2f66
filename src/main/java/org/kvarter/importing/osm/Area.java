package org.kvarter.importing.osm;

import java.util.List;

/**
 * A relation that matters: a multipolygon of a layer, or a building with its parts.
 *
 * @param id      of the relation
 * @param tags    its own
 * @param members ways and relations
 * @param layer   where it goes; {@code null} for a relation that only ties a building to its parts
 */
record Area(long id, Tags tags, List<Member> members, OsmLayer layer) {

    String name() {
        return "relation/" + id;
    }
}
