package org.kvarter.geo.place;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.CrsException;
import org.kvarter.model.Bounds;
import org.kvarter.text.Texts;

/** Judges one place after another against the surroundings. One examination, one thread. */
final class Site {

    private static final Texts TEXTS = Texts.in(Site.class);
    /** Nothing that a district is made of is wider, metres. */
    private static final double WIDEST = 300_000;

    private final CoordinateSystems systems;
    private final Surroundings there;

    Site(CoordinateSystems systems, Surroundings there) {
        this.systems = systems;
        this.there = there;
    }

    /**
     * A candidate with its score and the reason for it.
     *
     * @param prior    0 … 1, how likely it is before anything is compared
     * @param asStated whether it is the literal reading of what the source states
     * @param area     where the system is used, where the numbers have to lie in it; empty where that is known to be so
     */
    PlaceCandidate candidate(Optional<CoordinateSystem> system, Adjustment adjustment, Evidence seen, double prior, boolean asStated,
                             Optional<Bounds> area) {
        Evidence adjusted = seen.after(adjustment);
        String label = system.map(CoordinateSystem::label).orElse(TEXTS.get("local"));
        String title = title(label, adjustment);
        boolean outside = area.isPresent() && !Repairs.isWithin(area.get(), adjusted.extent());
        Optional<Bounds> box = outside ? Optional.empty() : box(system, adjusted);
        if (outside || there.frame().isPresent() && box.isEmpty()) {
            return new PlaceCandidate(system, adjustment, asStated, title, 0.01 * prior, TEXTS.get("outside", label), Optional.empty());
        }
        if (box.isEmpty() || there.box().isEmpty()) {
            return new PlaceCandidate(system, adjustment, asStated, title, 0.8 * prior,
                    TEXTS.get(system.filter(CoordinateSystem::geographic).isPresent() ? "degrees" : "area", label), Optional.empty());
        }
        double metres = distance(box.get());
        List<String> reasons = new ArrayList<>();
        reasons.add(metres < 1 ? TEXTS.get("inDistrict") : metres < 1_000 ? TEXTS.get("beside", Math.round(metres / 10) * 10)
                : TEXTS.get("far", Math.round(metres / 1_000)));
        double score = prior * nearness(metres) * size(box.get());
        if (metres < 2_000) {
            double[] placed = placed(system, adjusted);
            score *= heights(placed, reasons) * streets(placed, reasons);
        }
        return new PlaceCandidate(system, adjustment, asStated, title, score, sentence(reasons), box);
    }

    /** The candidate of metres of the source's own, which a person has to put in its place. */
    PlaceCandidate local(Adjustment adjustment, double prior, Optional<Statement> own) {
        return new PlaceCandidate(Optional.empty(), adjustment, false, title(TEXTS.get("local"), adjustment), 0.8 * prior,
                TEXTS.get(adjustment.isNone() ? "local.reason" : "local.millimetres"), Optional.empty(), own);
    }

    /** Where the source would lie in the district; empty without a district or a way into it. */
    Optional<Bounds> box(Optional<CoordinateSystem> system, Evidence adjusted) {
        if (there.frame().isEmpty() || system.isEmpty()) {
            return Optional.empty();
        }
        Bounds e = adjusted.extent();
        double[] corners = {e.minEast(), e.minNorth(), e.minUp(), e.maxEast(), e.minNorth(), e.maxUp(), e.maxEast(), e.maxNorth(), e.maxUp(),
                e.minEast(), e.maxNorth(), e.minUp(), e.centreEast(), e.centreNorth(), e.minUp()};
        Bounds box = Bounds.of(local(system.get(), corners), 0, 5);
        return box.isEmpty() ? Optional.empty() : Optional.of(box);
    }

    /** Metres between a box and the district; 0 where they meet. */
    double distance(Bounds box) {
        Bounds d = there.box();
        return Math.hypot(Math.max(0, Math.max(d.minEast() - box.maxEast(), box.minEast() - d.maxEast())),
                Math.max(0, Math.max(d.minNorth() - box.maxNorth(), box.minNorth() - d.maxNorth())));
    }

    private double[] placed(Optional<CoordinateSystem> system, Evidence adjusted) {
        return system.map(s -> local(s, adjusted.sample().clone())).orElse(new double[0]);
    }

    private double[] local(CoordinateSystem system, double[] xyz) {
        try {
            systems.toFrame(system, there.frame().orElseThrow()).toLocal(xyz, 0, xyz.length / 3);
        } catch (CrsException e) {
            // A system without a way into the district puts nothing anywhere.
            Arrays.fill(xyz, Double.NaN);
        }
        return xyz;
    }

    private static double nearness(double metres) {
        return metres < 1 ? 1 : metres < 2_000 ? 0.8 : metres < 20_000 ? 0.4 : metres < 200_000 ? 0.05 : 0.01;
    }

    private static double size(Bounds box) {
        double widest = Math.max(box.width(), box.depth());
        return widest > WIDEST || widest < 0.5 && widest > 0 ? 0.2 : 1;
    }

    /** Walls and roofs stand between a little under the ground and a tower's height above it. */
    private double heights(double[] placed, List<String> reasons) {
        double[] gaps = new double[placed.length / 3];
        int n = 0;
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int v = 0; v < placed.length; v += 3) {
            double gap = placed[v + 2] - there.ground(placed[v], placed[v + 1]);
            if (Double.isFinite(gap)) {
                gaps[n++] = gap;
                low = Math.min(low, placed[v + 2]);
                high = Math.max(high, placed[v + 2]);
            }
        }
        if (n < 3 || high - low < 0.01) {
            return 1;
        }
        Arrays.sort(gaps, 0, n);
        double lowest = gaps[n / 10];
        if (Math.abs(lowest) < 10 && gaps[n - 1] < 400) {
            reasons.add(TEXTS.get("heights.fit"));
            return 1;
        }
        reasons.add(TEXTS.get(lowest > 0 ? "heights.above" : "heights.below", Math.round(Math.abs(lowest))));
        return Math.abs(lowest) < 60 ? 0.85 : 0.7;
    }

    private double streets(double[] placed, List<String> reasons) {
        if (!there.hasStreets() || placed.length == 0) {
            return 1;
        }
        int open = 0;
        for (int v = 0; v < placed.length; v += 3) {
            open += there.isOpenGround(placed[v], placed[v + 1]) ? 1 : 0;
        }
        double share = open / (placed.length / 3.0);
        if (share > 0.02) {
            reasons.add(TEXTS.get("streets", share));
        }
        return 1 - 0.6 * share;
    }

    private static String title(String label, Adjustment a) {
        List<String> words = new ArrayList<>();
        if (a.swapped()) {
            words.add(TEXTS.get("repair.swap"));
        }
        if (a.scale() != 1) {
            words.add(TEXTS.get(Math.abs(a.scale() - 0.001) < 1e-9 ? "repair.millimetres" : Math.abs(a.scale() - 0.01) < 1e-9 ? "repair.centimetres"
                    : Math.abs(a.scale() - 0.3048) < 1e-9 ? "repair.feet" : Math.abs(a.scale() - 1200.0 / 3937) < 1e-9 ? "repair.surveyFeet"
                    : "repair.unit", a.scale()));
        }
        if (a.shiftEast() != 0) {
            words.add(TEXTS.get("repair.east", a.shiftEast()));
        }
        if (a.shiftNorth() != 0) {
            words.add(TEXTS.get("repair.north", a.shiftNorth()));
        }
        return words.isEmpty() ? label : label + ", " + String.join(", ", words);
    }

    private static String sentence(List<String> reasons) {
        String all = String.join(", ", reasons);
        return all.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + all.substring(1) + ".";
    }
}
