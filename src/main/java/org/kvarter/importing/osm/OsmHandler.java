package org.kvarter.importing.osm;

import java.util.List;

/** Takes the elements of a file in its order: nodes, ways, relations in files as they should be, any order in others. */
interface OsmHandler {

    /**
     * A node.
     *
     * @param longitude in units of 10⁻⁷ degrees
     * @param latitude  in units of 10⁻⁷ degrees
     */
    void node(long id, int longitude, int latitude, Tags tags);

    /** A way; {@code nodes} holds the ids of its nodes and belongs to the receiver. */
    void way(long id, long[] nodes, Tags tags);

    /** A relation. */
    void relation(long id, List<Member> members, Tags tags);
}
