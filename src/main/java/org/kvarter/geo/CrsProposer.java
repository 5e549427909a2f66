package org.kvarter.geo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.geo.KnownSystems.Row;
import org.kvarter.model.Bounds;
import org.kvarter.model.LocalFrame;
import org.kvarter.text.Texts;

/**
 * Proposes systems for a source that states none, from the range of its coordinates and from where the open district is.
 *
 * <p>Numbers alone seldom tell one system from another: the zones of one country look alike. What lies near the open district comes
 * first, then longitude and latitude, then the systems in whose area of use the numbers lie, the commonest and smallest first, and
 * last metres of the source's own. Thread-safe.
 */
public final class CrsProposer {

    private static final int MOST = 8;
    /** Sources of one district lie this near to one another, metres. */
    private static final double NEAR = 20_000;
    /** A source wider than this is no building or block in metres of its own. */
    private static final double LOCAL_SIZE = 20_000;
    private static final Set<Integer> COMMON = Set.of(28992, 25832, 25833, 25835, 3067, 3879, 2056, 27700, 2154, 31370, 2180);
    private static final int WEB_MERCATOR = 3857;

    private final CoordinateSystems systems;
    private final Texts texts = Texts.in(CrsProposer.class);

    public CrsProposer(CoordinateSystems systems) {
        this.systems = systems;
    }

    /**
     * The proposals, the likeliest first, at most eight.
     *
     * @param extent   box around the source in its own coordinates; heights are not looked at
     * @param frame    frame of the open district, if there is one
     * @param district box around it in that frame; empty where nothing is open
     */
    public List<CrsProposal> propose(Bounds extent, Optional<LocalFrame> frame, Bounds district) {
        if (extent.isEmpty() || !Double.isFinite(extent.width() + extent.depth())) {
            return List.of();
        }
        Map<String, CrsProposal> found = new LinkedHashMap<>();
        List<CoordinateSystem> candidates = candidates(extent, frame);
        if (frame.isPresent() && !district.isEmpty()) {
            nearDistrict(candidates, extent, frame.get(), district).forEach(p -> found.putIfAbsent(key(p), p));
        }
        boolean likelyLocal = extent.minEast() <= 0 && extent.maxEast() >= 0 && extent.minNorth() <= 0 && extent.maxNorth() >= 0;
        CrsProposal local = new CrsProposal(Optional.empty(), texts.get("proposal.local"));
        if (likelyLocal) {
            found.putIfAbsent(key(local), local);
        }
        for (CoordinateSystem system : candidates) {
            CrsProposal p = new CrsProposal(Optional.of(system),
                    texts.get(system.geographic() ? "proposal.degrees" : "proposal.range", system.label()));
            found.putIfAbsent(key(p), p);
        }
        List<CrsProposal> all = new ArrayList<>(found.values());
        if (Math.max(extent.width(), extent.depth()) <= LOCAL_SIZE && !likelyLocal) {
            all = new ArrayList<>(all.subList(0, Math.min(all.size(), MOST - 1)));
            all.add(local);
        }
        return List.copyOf(all.subList(0, Math.min(all.size(), MOST)));
    }

    private static String key(CrsProposal proposal) {
        return proposal.system().map(CoordinateSystem::horizontal).orElse("");
    }

    /** All systems whose range holds the extent: the district's own first, longitude and latitude, then projected ones. */
    private List<CoordinateSystem> candidates(Bounds extent, Optional<LocalFrame> frame) {
        List<CoordinateSystem> all = new ArrayList<>();
        frame.flatMap(f -> systems.find(f.crs())).filter(s -> !s.geographic() && inRange(s, extent)).ifPresent(all::add);
        if (extent.minEast() >= -180 && extent.maxEast() <= 180 && extent.minNorth() >= -90 && extent.maxNorth() <= 90) {
            systems.find("EPSG:4326").ifPresent(all::add);
        }
        systems.known().all().stream().filter(r -> r.kind() == 'P' && holds(r.extent(), extent))
                .sorted(Comparator.comparing(CrsProposer::rarity).thenComparing(CrsProposer::area))
                .forEach(r -> systems.find("EPSG:" + r.code()).ifPresent(all::add));
        return all;
    }

    /** Whether the extent lies in the system's area of use, as far as that is known. */
    private boolean inRange(CoordinateSystem system, Bounds extent) {
        return systems.known().all().stream().filter(r -> ("EPSG:" + r.code()).equals(system.horizontal()))
                .allMatch(r -> r.extent().length == 0 || holds(r.extent(), extent));
    }

    private List<CrsProposal> nearDistrict(List<CoordinateSystem> candidates, Bounds extent, LocalFrame frame, Bounds district) {
        List<CrsProposal> near = new ArrayList<>();
        for (CoordinateSystem system : candidates) {
            try {
                double[] xyz = {extent.centreEast(), extent.centreNorth(), 0};
                systems.toFrame(system, frame).toLocal(xyz, 0, 1);
                double distance = Math.hypot(outside(xyz[0], district.minEast(), district.maxEast()),
                        outside(xyz[1], district.minNorth(), district.maxNorth()));
                if (distance <= NEAR) {
                    near.add(new CrsProposal(Optional.of(system), distance < 500
                            ? texts.get("proposal.inDistrict", system.label())
                            : texts.get("proposal.nearDistrict", system.label(), Math.round(distance / 1000))));
                }
            } catch (CrsException e) {
                // A system without a way into the district is no candidate.
                continue;
            }
        }
        return near;
    }

    private static double outside(double value, double low, double high) {
        return Math.max(0, Math.max(low - value, value - high));
    }

    private static boolean holds(double[] range, Bounds extent) {
        return range.length == 4 && extent.minEast() >= range[0] && extent.minNorth() >= range[1] && extent.maxEast() <= range[2]
                && extent.maxNorth() <= range[3];
    }

    private static int rarity(Row row) {
        // The Swedish systems before those whose ranges overlap them: the program's home.
        boolean swedish = row.datum().equals("SWEREF99");
        return swedish ? 0 : COMMON.contains(row.code()) ? 1 : row.code() == WEB_MERCATOR ? 2 : 3;
    }

    private static double area(Row row) {
        return (row.extent()[2] - row.extent()[0]) * (row.extent()[3] - row.extent()[1]) * row.metresPerUnit() * row.metresPerUnit();
    }
}
