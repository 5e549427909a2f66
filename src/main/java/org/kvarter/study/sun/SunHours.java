package org.kvarter.study.sun;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kvarter.model.FeatureTable;

/**
 * Hours of sun on all that stands in a district and on its ground. Immutable by agreement.
 *
 * @param rule      what was asked
 * @param possible  hours an open place has
 * @param trees     number of trees that cast shade; 0 where they were left out
 * @param parts     by layer id
 * @param buildings by layer id, one for each building with façades or roofs, in row order
 * @param ground    open ground
 */
public record SunHours(SunRule rule, double possible, int trees, Map<String, PartHours> parts, Map<String, List<BuildingSun>> buildings,
                       GroundHours ground) {

    /** Hours that sums of steps may be off by. */
    static final double ROUNDING = 1e-4;

    public SunHours {
        parts = Map.copyOf(parts);
        buildings = Map.copyOf(buildings);
    }

    /** The figures of a layer's buildings. @param features the layer's */
    static List<BuildingSun> buildings(PartHours parts, FeatureTable features) {
        Map<Integer, Tally> tallies = new TreeMap<>();
        for (int p = 0; p < parts.size(); p++) {
            if (!Float.isNaN(parts.hours()[p]) && (parts.facades().get(p) || parts.roofs().get(p))) {
                tallies.computeIfAbsent(features.root(parts.feature()[p]), row -> new Tally()).add(parts, p);
            }
        }
        List<BuildingSun> buildings = new ArrayList<>();
        tallies.forEach((row, tally) -> buildings.add(tally.building(row)));
        return buildings;
    }

    private static final class Tally {
        private double facade;
        private double sum;
        private double best = Double.NaN;
        private double worst = Double.NaN;
        private double meeting;
        private double roof;
        private double roofSum;

        void add(PartHours parts, int p) {
            double area = parts.open()[p];
            double hours = parts.hours()[p];
            if (parts.roofs().get(p)) {
                roof += area;
                roofSum += area * hours;
                return;
            }
            facade += area;
            sum += area * hours;
            meeting += area * parts.meeting()[p];
            if (area >= BuildingSun.COUNTED) {
                best = Double.isNaN(best) ? hours : Math.max(best, hours);
                worst = Double.isNaN(worst) ? hours : Math.min(worst, hours);
            }
        }

        BuildingSun building(int row) {
            return new BuildingSun(row, facade, facade > 0 ? sum / facade : Double.NaN, best, worst, facade > 0 ? meeting / facade : Double.NaN,
                    roof > 0 ? roofSum / roof : Double.NaN);
        }
    }

    /**
     * What comes of it for the district as a whole, of layers of buildings.
     *
     * @param buildings  buildings with façades
     * @param meeting    buildings of those that meet the rule
     * @param facade     m² of façades
     * @param facadeMeeting m² of façades that do
     * @param ground     m² of open ground
     * @param groundMeeting m² of it that does
     * @param courtyard  m² of courtyards
     * @param courtyardMeeting m² of them that does
     */
    public record Totals(int buildings, int meeting, double facade, double facadeMeeting, double ground, double groundMeeting,
                         double courtyard, double courtyardMeeting) {
    }

    /** The totals. */
    public Totals totals() {
        int count = 0;
        int meeting = 0;
        double facade = 0;
        double facadeMeeting = 0;
        for (List<BuildingSun> layer : buildings.values()) {
            for (BuildingSun building : layer) {
                if (building.facade() > 0) {
                    count++;
                    meeting += building.meets(rule) ? 1 : 0;
                    facade += building.facade();
                    facadeMeeting += building.facade() * building.meeting();
                }
            }
        }
        return new Totals(count, meeting, facade, facadeMeeting, ground.area(0, false), ground.area(rule.hours(), false), ground.area(0, true),
                ground.area(rule.hours(), true));
    }

    /** The figures of one building. */
    public Optional<BuildingSun> building(String layerId, int row) {
        return buildings.getOrDefault(layerId, List.of()).stream().filter(b -> b.row() == row).findFirst();
    }
}
