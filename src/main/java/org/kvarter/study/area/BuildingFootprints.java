package org.kvarter.study.area;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvarter.mesh.TileMesh;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SurfaceKind;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** Buildings of a layer with the ground they cover: their ground surfaces, or where they have none, all that is no wall; of elements, their slabs. Stateless. */
final class BuildingFootprints {

    private static final GeometryFactory GEOMETRY = new GeometryFactory();
    /** Flatter than this covers ground: sine of some three degrees. */
    private static final double UPRIGHT = 0.05;
    private static final double LEAST = 1;

    private BuildingFootprints() {
    }

    private static final class Building {
        private final List<Geometry> pieces = new ArrayList<>();
        private double low = Double.POSITIVE_INFINITY;
        private double high = Double.NEGATIVE_INFINITY;
    }

    static List<BuildingArea> of(StudySite.Solid solid, StoreyRule rule, Progress progress) {
        LayerKind kind = solid.layer().kind();
        if (kind != LayerKind.BUILDINGS && kind != LayerKind.BUILDING_ELEMENTS) {
            return List.of();
        }
        FeatureTable features = solid.layer().features();
        ElementBuildings elements = ElementBuildings.of(solid.layer());
        Map<Integer, Building> buildings = new TreeMap<>();
        for (TileMesh tile : solid.mesh().tiles()) {
            progress.checkCancelled();
            int[] feature = tile.parts().feature();
            for (int first = 0; first < feature.length;) {
                int end = tile.parts().endOfFeature(first);
                int owner = elements == null ? owner(features, feature[first]) : elements.owner()[feature[first]];
                if (!solid.gone().get(feature[first]) && owner >= 0) {
                    boolean covers = elements == null || elements.floors().get(feature[first]);
                    take(tile, first, end, covers, buildings.computeIfAbsent(owner, row -> new Building()));
                }
                first = end;
            }
        }
        Map<Integer, Integer> storeys = elements == null ? storeys(features) : elements.storeys();
        List<BuildingArea> areas = new ArrayList<>();
        buildings.forEach((row, b) -> {
            progress.checkCancelled();
            Geometry footprint = b.pieces.isEmpty() ? GEOMETRY.createPolygon() : OverlayNGRobust.union(b.pieces);
            if (footprint.getArea() >= LEAST) {
                areas.add(new BuildingArea(solid.layer().id(), row, footprint, rule.of(features, row, storeys.getOrDefault(row, 0), b.high - b.low)));
            }
        });
        return areas;
    }

    /** The building that a thing is part of: the nearest IfcBuilding above it, else the topmost; −1 for what an IFC file has beside its buildings. */
    private static int owner(FeatureTable features, int row) {
        int at = row;
        for (int steps = 0; at >= 0 && steps < features.size(); steps++) {
            if (features.types()[at].equalsIgnoreCase("IfcBuilding")) {
                return at;
            }
            at = features.parents()[at];
        }
        int root = features.root(row);
        return features.types()[root].toLowerCase(java.util.Locale.ROOT).startsWith("ifc") ? -1 : root;
    }

    /** Storeys that stand in a model as things of their own, by row of their building. */
    private static Map<Integer, Integer> storeys(FeatureTable features) {
        Map<Integer, Integer> storeys = new TreeMap<>();
        for (int row = 0; row < features.size(); row++) {
            if (features.types()[row].equalsIgnoreCase("IfcBuildingStorey")) {
                storeys.merge(owner(features, row), 1, Integer::sum);
            }
        }
        return storeys;
    }

    private static void take(TileMesh tile, int first, int end, boolean mayCover, Building building) {
        boolean ground = false;
        for (int p = first; p < end; p++) {
            ground |= tile.parts().kindOf(p) == SurfaceKind.GROUND;
        }
        for (int p = first; p < end; p++) {
            boolean covers = mayCover && Math.abs(tile.parts().normals()[3 * p + 2]) > UPRIGHT && (!ground || tile.parts().kindOf(p) == SurfaceKind.GROUND);
            for (int t = tile.firstTriangle(p); t < tile.partTriangleEnds()[p]; t++) {
                Coordinate[] ring = new Coordinate[4];
                for (int k = 0; k < 3; k++) {
                    int at = 3 * tile.corners()[3 * t + k];
                    ring[k] = new Coordinate(tile.points()[at], tile.points()[at + 1]);
                    building.low = Math.min(building.low, tile.points()[at + 2]);
                    building.high = Math.max(building.high, tile.points()[at + 2]);
                }
                ring[3] = ring[0];
                if (covers) {
                    building.pieces.add(GEOMETRY.createPolygon(ring));
                }
            }
        }
    }
}
