package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.importing.arrays.MemoryBudget;

/** Keeps places of nodes and relations that matter, and counts how often layers use keys. Not thread-safe. */
final class FirstPass implements OsmHandler {

    private static final long BYTES_PER_MEMBER = 80;

    private final MemoryBudget budget;
    private final NodeStore nodes;
    private final List<Area> areas = new ArrayList<>();
    private final Set<Long> memberWays = new HashSet<>();
    private final Map<OsmLayer, TagColumns> columns = new EnumMap<>(OsmLayer.class);
    private final Map<Long, OsmLayer> outerOf = new HashMap<>();
    private long ways;
    private long relations;

    FirstPass(MemoryBudget budget) {
        this.budget = budget;
        this.nodes = new NodeStore(budget);
    }

    @Override
    public void node(long id, int longitude, int latitude, Tags tags) {
        nodes.add(id, longitude, latitude);
        count(OsmLayer.of(tags, OsmLayer.Form.POINT), tags);
    }

    @Override
    public void way(long id, long[] refs, Tags tags) {
        ways++;
        count(OsmLayer.of(tags, form(refs)), tags);
    }

    @Override
    public void relation(long id, List<Member> members, Tags tags) {
        relations++;
        String type = tags.text("type");
        OsmLayer layer = type.equals("multipolygon") ? OsmLayer.of(tags, OsmLayer.Form.AREA) : null;
        if (layer == null && !type.equals("building")) {
            return;
        }
        budget.claim(BYTES_PER_MEMBER * (members.size() + 2L) + 16L * tags.pairs().length);
        areas.add(new Area(id, tags, members, layer));
        count(layer, tags);
        if (layer != null) {
            for (Member member : members) {
                if (member.type() == Member.Type.WAY) {
                    memberWays.add(member.id());
                    if (!member.role().equals("inner")) {
                        outerOf.put(member.id(), layer);
                    }
                }
            }
        }
    }

    /** Whether the ends of a way meet. */
    static OsmLayer.Form form(long[] refs) {
        return refs.length > 3 && refs[0] == refs[refs.length - 1] ? OsmLayer.Form.RING : OsmLayer.Form.LINE;
    }

    private void count(OsmLayer layer, Tags tags) {
        if (layer != null) {
            columns.computeIfAbsent(layer, l -> new TagColumns()).count(tags);
        }
    }

    NodeStore nodes() {
        return nodes;
    }

    List<Area> areas() {
        return areas;
    }

    Set<Long> memberWays() {
        return memberWays;
    }

    /** Whether a way is the outline of a multipolygon of that layer, which has what it has. */
    boolean isOutlineIn(long way, OsmLayer layer) {
        return outerOf.get(way) == layer;
    }

    TagColumns columns(OsmLayer layer) {
        return columns.computeIfAbsent(layer, l -> new TagColumns());
    }

    /** Elements of all kinds. */
    long elements() {
        return nodes.size() + ways + relations;
    }
}
