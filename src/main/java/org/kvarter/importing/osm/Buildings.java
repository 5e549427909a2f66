package org.kvarter.importing.osm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.arrays.MemoryBudget;
import org.locationtech.jts.algorithm.locate.SimplePointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Gathers outlines of buildings and their parts and says which part is whose: as a relation of type {@code building} states, else the
 * smallest outline around it. Parts without an outline stand together with those they touch. Not thread-safe.
 */
final class Buildings {

    private static final long BYTES_EACH = 300;
    private static final long BYTES_PER_POINT = 40;
    /** Parts of one building touch within this, degrees (a centimetre or less). */
    private static final double TOUCHES = 1e-7;

    private final MemoryBudget budget;
    private final List<Outline> outlines = new ArrayList<>();
    private final List<Outline> parts = new ArrayList<>();
    private final Map<String, String> stated = new HashMap<>();

    Buildings(MemoryBudget budget) {
        this.budget = budget;
    }

    void add(Outline outline) {
        budget.claim(BYTES_EACH + BYTES_PER_POINT * outline.area().getNumPoints() + 8L * outline.tags().pairs().length);
        (outline.isPart() ? parts : outlines).add(outline);
    }

    /** Notes the ties of a relation of type {@code building}. */
    void tie(List<Member> members) {
        String outline = null;
        for (Member member : members) {
            if (member.role().equals("outline") || member.role().equals("outer") && outline == null) {
                outline = name(member);
            }
        }
        for (Member member : members) {
            if (outline != null && !name(member).equals(outline)) {
                budget.claim(BYTES_EACH);
                stated.put(name(member), outline);
            }
        }
    }

    private static String name(Member member) {
        return (member.type() == Member.Type.WAY ? "way/" : member.type() == Member.Type.NODE ? "node/" : "relation/") + member.id();
    }

    /** A building with its parts. */
    record Group(Outline whole, List<Outline> parts) {
    }

    /** All of them: outlines in their order, then parts without one. */
    List<Group> groups() {
        Map<String, Group> byId = new HashMap<>();
        List<Group> groups = new ArrayList<>();
        STRtree index = new STRtree();
        for (Outline outline : outlines) {
            Group group = new Group(outline, new ArrayList<>(0));
            groups.add(group);
            byId.put(outline.id(), group);
            index.insert(outline.area().getEnvelopeInternal(), group);
        }
        List<Outline> alone = new ArrayList<>();
        for (Outline part : parts) {
            Group group = stated.containsKey(part.id()) ? byId.get(stated.get(part.id())) : null;
            group = group == null ? around(part, index) : group;
            if (group == null) {
                alone.add(part);
            } else {
                group.parts().add(part);
            }
        }
        groups.addAll(together(alone));
        return groups;
    }

    private static Group around(Outline part, STRtree index) {
        Coordinate inside = part.area().getInteriorPoint().getCoordinate();
        Group best = null;
        for (Object o : index.query(new Envelope(inside))) {
            Group group = (Group) o;
            if ((best == null || group.whole().area().getArea() < best.whole().area().getArea())
                    && SimplePointInAreaLocator.locate(inside, group.whole().area()) == Location.INTERIOR) {
                best = group;
            }
        }
        return best;
    }

    /** Parts that touch, the lowest of them first, so that what floats keeps its distance to the ground. */
    private static List<Group> together(List<Outline> alone) {
        STRtree index = new STRtree();
        int[] leader = new int[alone.size()];
        for (int i = 0; i < leader.length; i++) {
            leader[i] = i;
            index.insert(alone.get(i).area().getEnvelopeInternal(), i);
        }
        for (int i = 0; i < leader.length; i++) {
            Envelope box = new Envelope(alone.get(i).area().getEnvelopeInternal());
            box.expandBy(TOUCHES);
            for (Object o : index.query(box)) {
                int j = (Integer) o;
                if (j > i && find(leader, i) != find(leader, j)
                        && alone.get(i).area().isWithinDistance(alone.get(j).area(), TOUCHES)) {
                    leader[find(leader, j)] = find(leader, i);
                }
            }
        }
        Map<Integer, List<Outline>> sets = new java.util.TreeMap<>();
        for (int i = 0; i < leader.length; i++) {
            sets.computeIfAbsent(find(leader, i), k -> new ArrayList<>()).add(alone.get(i));
        }
        List<Group> groups = new ArrayList<>();
        for (List<Outline> set : sets.values()) {
            set.sort(java.util.Comparator.comparingDouble(o -> BuildingShape.of(o.tags(), 1, 3, 3).base()));
            groups.add(new Group(set.get(0), set.subList(1, set.size())));
        }
        return groups;
    }

    private static int find(int[] leader, int i) {
        int at = i;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }
}
