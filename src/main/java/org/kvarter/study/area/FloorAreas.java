package org.kvarter.study.area;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.model.VectorLayer;
import org.kvarter.study.StudySite;
import org.kvarter.task.Progress;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Floor areas of a district. Immutable by agreement.
 *
 * @param rule      how storeys are found
 * @param buildings with a footprint
 * @param plotLayer id of the layer of areas, empty for none
 * @param plots     in row order, those with an area
 */
public record FloorAreas(StoreyRule rule, List<BuildingArea> buildings, String plotLayer, List<PlotArea> plots) {

    public FloorAreas {
        buildings = List.copyOf(buildings);
        plots = List.copyOf(plots);
    }

    /**
     * Reckons. For a worker; some milliseconds for a hundred buildings.
     *
     * @param site  buildings that stand there
     * @param plots areas to sum over; {@code null} for none
     */
    public static FloorAreas of(StudySite site, VectorLayer plots, StoreyRule rule, Progress progress) {
        List<BuildingArea> buildings = new ArrayList<>();
        for (StudySite.Solid solid : site.solids()) {
            progress.checkCancelled();
            buildings.addAll(BuildingFootprints.of(solid, rule, progress));
        }
        return new FloorAreas(rule, buildings, plots == null ? "" : plots.id(), plots == null ? List.of() : plots(plots, buildings, progress));
    }

    private static List<PlotArea> plots(VectorLayer layer, List<BuildingArea> buildings, Progress progress) {
        STRtree index = new STRtree();
        buildings.forEach(b -> index.insert(b.footprint().getEnvelopeInternal(), b));
        List<Plot> found = new ArrayList<>();
        // how much of a building lies on plots: where these overlap, more than there is of it
        Map<BuildingArea, Double> onPlots = new IdentityHashMap<>();
        for (int row = 0; row < layer.geometries().length; row++) {
            progress.checkCancelled();
            Geometry plot = layer.geometries()[row];
            if (plot == null || plot.getDimension() < 2 || !(plot.getArea() > 0)) {
                continue;
            }
            Geometry area = plot.isValid() ? plot : GeometryFixer.fix(plot);
            Map<BuildingArea, Geometry> standing = new LinkedHashMap<>();
            for (Object candidate : index.query(area.getEnvelopeInternal())) {
                BuildingArea building = (BuildingArea) candidate;
                Geometry on = OverlayNGRobust.overlay(area, building.footprint(), OverlayNG.INTERSECTION);
                // What only leans over the border is the drawing's inaccuracy.
                if (on.getArea() > 0.01 * building.covered()) {
                    standing.put(building, on);
                    onPlots.merge(building, on.getArea(), Double::sum);
                }
            }
            found.add(new Plot(row, area.getArea(), standing));
        }
        return found.stream().map(plot -> plot.area(onPlots)).toList();
    }

    /** A plot with what of each building stands on it. */
    private record Plot(int row, double area, Map<BuildingArea, Geometry> standing) {

        PlotArea area(Map<BuildingArea, Double> onPlots) {
            double floor = 0;
            for (Map.Entry<BuildingArea, Geometry> on : standing.entrySet()) {
                BuildingArea building = on.getKey();
                double whole = Math.max(building.covered(), onPlots.get(building));
                floor += Double.isNaN(building.floor()) ? 0 : building.floor() * on.getValue().getArea() / whole;
            }
            double under = standing.isEmpty() ? 0 : OverlayNGRobust.union(standing.values()).getArea();
            return new PlotArea(row, area, under, floor, standing.size());
        }
    }

    /**
     * Sums.
     *
     * @param buildings how many
     * @param covered   m² of footprints
     * @param floor     m² of floors
     * @param plots     m² of plots
     * @param onPlots   m² of floors on plots
     * @param byHeight  buildings whose storeys come from their height
     * @param unknown   buildings without storeys
     */
    public record Totals(int buildings, double covered, double floor, double plots, double onPlots, int byHeight, int unknown) {
    }

    /** The sums over all. */
    public Totals totals() {
        double covered = 0;
        double floor = 0;
        int byHeight = 0;
        int unknown = 0;
        for (BuildingArea b : buildings) {
            covered += b.covered();
            floor += Double.isNaN(b.floor()) ? 0 : b.floor();
            byHeight += b.storeys().from() == StoreyRule.From.HEIGHT ? 1 : 0;
            unknown += b.storeys().from() == StoreyRule.From.NONE ? 1 : 0;
        }
        return new Totals(buildings.size(), covered, floor, plots.stream().mapToDouble(PlotArea::area).sum(),
                plots.stream().mapToDouble(PlotArea::floor).sum(), byHeight, unknown);
    }
}
