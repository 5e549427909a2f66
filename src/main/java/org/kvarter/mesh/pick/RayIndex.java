package org.kvarter.mesh.pick;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.TileMesh;

/**
 * All tiles of the district for rays: picking and shadows.
 *
 * <p>Thread-safe: readers work on an immutable snapshot that {@link #add} and {@link #remove} replace. The tree of a tile is built when
 * the first ray reaches it (some milliseconds), or beforehand on a worker by {@link #warm}.
 */
public final class RayIndex {

    /** Which parts a ray sees. */
    @FunctionalInterface
    public interface Filter {
        /** Sees all. */
        Filter ALL = (layer, tile, part) -> true;

        /**
         * Whether the ray sees a part.
         *
         * @param tilePart part counted within the tile; {@code tile.firstPart() + tilePart} is its number in the layer
         */
        boolean sees(String layerId, TileMesh tile, int tilePart);
    }

    private static final class Entry {
        private final String layerId;
        private final TileMesh tile;
        private volatile TileRays rays;

        Entry(String layerId, TileMesh tile) {
            this.layerId = layerId;
            this.tile = tile;
        }

        TileRays rays() {
            TileRays built = rays;
            if (built == null) {
                synchronized (this) {
                    built = rays;
                    if (built == null) {
                        built = TileRays.of(tile);
                        rays = built;
                    }
                }
            }
            return built;
        }
    }

    private record Snapshot(List<Entry> entries, Bvh tree) {

        static Snapshot of(List<Entry> entries) {
            float[] boxes = new float[6 * entries.size()];
            for (int i = 0; i < entries.size(); i++) {
                var b = entries.get(i).tile.bounds();
                boxes[6 * i] = Math.nextDown((float) b.minEast());
                boxes[6 * i + 1] = Math.nextDown((float) b.minNorth());
                boxes[6 * i + 2] = Math.nextDown((float) b.minUp());
                boxes[6 * i + 3] = Math.nextUp((float) b.maxEast());
                boxes[6 * i + 4] = Math.nextUp((float) b.maxNorth());
                boxes[6 * i + 5] = Math.nextUp((float) b.maxUp());
            }
            return new Snapshot(List.copyOf(entries), BvhBuilder.build(boxes));
        }
    }

    private final AtomicReference<Snapshot> current = new AtomicReference<>(Snapshot.of(List.of()));

    /** Adds a tile of a layer that is still growing. */
    public void add(String layerId, TileMesh tile) {
        add(layerId, List.of(tile));
    }

    /** Adds tiles of a layer. */
    public void add(String layerId, List<TileMesh> tiles) {
        current.updateAndGet(s -> {
            List<Entry> entries = new ArrayList<>(s.entries);
            tiles.forEach(t -> entries.add(new Entry(layerId, t)));
            return Snapshot.of(entries);
        });
    }

    /** Puts a whole layer in place of what was there under its id. Trees already built for tiles that stay are kept. */
    public void replace(LayerMesh layer) {
        current.updateAndGet(s -> {
            List<Entry> entries = new ArrayList<>();
            List<Entry> old = new ArrayList<>();
            s.entries.forEach(e -> (e.layerId.equals(layer.layerId()) ? old : entries).add(e));
            java.util.Map<TileMesh, Entry> known = new java.util.IdentityHashMap<>();
            old.forEach(e -> known.put(e.tile, e));
            layer.tiles().forEach(t -> entries.add(known.getOrDefault(t, new Entry(layer.layerId(), t))));
            return Snapshot.of(entries);
        });
    }

    /** Takes out all tiles of a layer. */
    public void remove(String layerId) {
        current.updateAndGet(s -> Snapshot.of(s.entries.stream().filter(e -> !e.layerId.equals(layerId)).toList()));
    }

    /** Takes out everything. */
    public void clear() {
        current.set(Snapshot.of(List.of()));
    }

    /** Builds the trees that are missing; for a worker. */
    public void warm() {
        current.get().entries.forEach(Entry::rays);
    }

    /** Number of tiles. */
    public int size() {
        return current.get().entries.size();
    }

    /**
     * The first part on a ray.
     *
     * @param origin      east, north, up in local metres
     * @param direction   of any length but 0
     * @param maxDistance metres
     * @param filter      parts seen
     */
    public Optional<Hit> nearest(double[] origin, double[] direction, double maxDistance, Filter filter) {
        Snapshot snapshot = current.get();
        Ray ray = new Ray(origin[0], origin[1], origin[2], direction[0], direction[1], direction[2], maxDistance);
        Entry best = null;
        int triangle = -1;
        for (int i : alongRay(snapshot, ray)) {
            Entry entry = snapshot.entries.get(i);
            int t = entry.rays().nearest(ray, partFilter(entry, filter));
            if (t >= 0) {
                best = entry;
                triangle = t;
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        int part = best.tile.partOfTriangle(triangle);
        return Optional.of(new Hit(best.layerId, best.tile, best.tile.firstPart() + part, best.tile.parts().feature()[part],
                ray.ox + ray.limit * ray.dx, ray.oy + ray.limit * ray.dy, ray.oz + ray.limit * ray.dz, ray.limit));
    }

    /** Whether anything seen by {@code filter} is within {@code maxDistance} metres along a ray. */
    public boolean any(double[] origin, double[] direction, double maxDistance, Filter filter) {
        return any(origin[0], origin[1], origin[2], direction[0], direction[1], direction[2], maxDistance, filter);
    }

    /** As the other, without arrays: for millions of rays. */
    public boolean any(double east, double north, double up, double dx, double dy, double dz, double maxDistance, Filter filter) {
        Snapshot snapshot = current.get();
        Bvh tree = snapshot.tree;
        if (tree.isEmpty()) {
            return false;
        }
        Ray ray = new Ray(east, north, up, dx, dy, dz, maxDistance);
        int[] stack = new int[128];
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            if (Bvh.enter(tree.boxes, node, ray.ox, ray.oy, ray.oz, ray.ix, ray.iy, ray.iz, ray.limit) == Double.POSITIVE_INFINITY) {
                continue;
            }
            int link = tree.links[node];
            if (link >= 0) {
                stack[depth++] = link >>> 2;
                stack[depth++] = node + 1;
                continue;
            }
            int first = ~link >>> 4;
            for (int i = first; i < first + (~link & 15); i++) {
                Entry entry = snapshot.entries.get(tree.items[i]);
                if (entry.rays().any(ray, partFilter(entry, filter))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static TileRays.PartFilter partFilter(Entry entry, Filter filter) {
        return filter == Filter.ALL ? TileRays.PartFilter.ALL : part -> filter.sees(entry.layerId, entry.tile, part);
    }

    /** Tiles whose boxes a ray enters, nearest first. */
    private static int[] alongRay(Snapshot snapshot, Ray ray) {
        Bvh tree = snapshot.tree;
        if (tree.isEmpty()) {
            return new int[0];
        }
        long[] found = new long[16];
        int n = 0;
        int[] stack = new int[128];
        int depth = 0;
        stack[depth++] = 0;
        while (depth > 0) {
            int node = stack[--depth];
            double enter = Bvh.enter(tree.boxes, node, ray.ox, ray.oy, ray.oz, ray.ix, ray.iy, ray.iz, ray.limit);
            if (enter == Double.POSITIVE_INFINITY) {
                continue;
            }
            int link = tree.links[node];
            if (link >= 0) {
                stack[depth++] = link >>> 2;
                stack[depth++] = node + 1;
                continue;
            }
            int first = ~link >>> 4;
            for (int i = first; i < first + (~link & 15); i++) {
                if (n == found.length) {
                    found = Arrays.copyOf(found, n * 2);
                }
                // Non-negative floats sort like their bits.
                found[n++] = (long) Float.floatToIntBits((float) enter) << 32 | tree.items[i];
            }
        }
        Arrays.sort(found, 0, n);
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = (int) found[i];
        }
        return order;
    }
}
