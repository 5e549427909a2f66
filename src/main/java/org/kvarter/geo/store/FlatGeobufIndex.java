package org.kvarter.geo.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.locationtech.jts.geom.Envelope;

/** Searches the packed R-tree of a FlatGeobuf file where it lies, a node's children at a time. Stateless. */
final class FlatGeobufIndex {

    private static final int NODE = 40;

    private record Visit(long node, int level) {
    }

    private FlatGeobufIndex() {
    }

    /**
     * Offsets of the features whose boxes meet one, from the first feature on, ascending.
     *
     * @param start where the index begins
     */
    static long[] search(FileChannel file, long start, FlatGeobufHeader header, Envelope box) throws IOException, MalformedGeometryException {
        List<long[]> levels = levels(header.count(), header.nodeSize());
        List<Long> found = new ArrayList<>();
        Deque<Visit> open = new ArrayDeque<>();
        open.add(new Visit(0, levels.size() - 1));
        long budget = levels.get(0)[1];
        ByteBuffer nodes = ByteBuffer.allocate(NODE * header.nodeSize()).order(ByteOrder.LITTLE_ENDIAN);
        while (!open.isEmpty()) {
            Visit visit = open.poll();
            long[] level = levels.get(visit.level());
            long end = Math.min(visit.node() + header.nodeSize(), level[1]);
            if (visit.node() < level[0] || visit.node() >= end || --budget < 0) {
                throw new MalformedGeometryException("geometry.parts");
            }
            nodes.clear().limit((int) (end - visit.node()) * NODE);
            if (file.read(nodes, start + visit.node() * NODE) < nodes.limit()) {
                throw new MalformedGeometryException("geometry.truncated");
            }
            for (int i = 0; i < end - visit.node(); i++) {
                int at = NODE * i;
                if (nodes.getDouble(at) <= box.getMaxX() && nodes.getDouble(at + 8) <= box.getMaxY()
                        && nodes.getDouble(at + 16) >= box.getMinX() && nodes.getDouble(at + 24) >= box.getMinY()) {
                    long offset = nodes.getLong(at + 32);
                    if (visit.level() == 0) {
                        found.add(offset);
                    } else {
                        open.add(new Visit(offset, visit.level() - 1));
                    }
                }
            }
        }
        long[] offsets = found.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(offsets);
        return offsets;
    }

    /** First and exclusive last node of each level, the leaves first; the root is node 0. */
    private static List<long[]> levels(long count, int nodeSize) {
        List<Long> sizes = new ArrayList<>(List.of(count));
        do {
            sizes.add((sizes.get(sizes.size() - 1) + nodeSize - 1) / nodeSize);
        } while (sizes.get(sizes.size() - 1) > 1);
        long total = sizes.stream().mapToLong(Long::longValue).sum();
        List<long[]> levels = new ArrayList<>();
        long end = total;
        for (long size : sizes) {
            levels.add(new long[] {end - size, end});
            end -= size;
        }
        return levels;
    }
}
