package org.kvarter.geo.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.place.Repairs.Repair;
import org.kvarter.model.Bounds;

/**
 * Finds where a source belongs: forms candidates from all that it states and from the usual mistakes, and scores each against what is already
 * there. Thread-safe; nothing is applied here.
 *
 * <p>A score is the product of how likely the mistake is, how near to the open district the source then lies, how sensible its size is, how
 * its heights fit the terrain, and how little of it stands on streets and water. Scores rank candidates; they are no probabilities.
 */
public final class ImportDoctor {

    private static final int MOST = 8;
    /** Systems of other countries shown at most, where no district tells them apart. */
    private static final int ELSEWHERE = 5;
    /** A candidate so many times worse than the best is not shown. */
    private static final double HOPELESS = 20;
    /** A source wider than this is no building or block in metres of its own. */
    private static final double LOCAL_SIZE = 20_000;
    /** Below this a stated place raises the question whether another one is better. */
    private static final double NEAR = 20_000;
    /** How likely it is that another of the source's own statements counts than the one that is usually trusted. */
    private static final double STATED_TOO = 0.7;
    private static final double SURE = 0.25;
    private static final double MARGIN = 2.5;

    private final CoordinateSystems systems;

    public ImportDoctor(CoordinateSystems systems) {
        this.systems = systems;
    }

    /**
     * Whether a stated system should be asked about: its numbers lie outside of where it is used, or they lie far from the open district
     * while another explanation puts them into it.
     *
     * @param stated what the source states, understood
     */
    public boolean doubts(CoordinateSystem stated, Evidence seen, Surroundings there) {
        if (seen.extent().isEmpty() || !Double.isFinite(seen.extent().width() + seen.extent().depth())) {
            return false;
        }
        Optional<Bounds> area = systems.areaOfUse(stated);
        if (area.isPresent() && !Repairs.isWithin(area.get(), seen.extent())) {
            return true;
        }
        if (there.frame().isEmpty() || there.box().isEmpty()) {
            return false;
        }
        Site site = new Site(systems, there);
        Optional<Bounds> box = site.box(Optional.of(stated), seen);
        if (box.isEmpty() || site.distance(box.get()) <= NEAR) {
            return false;
        }
        List<PlaceCandidate> all = examine(Optional.of(stated), seen, there);
        return !all.isEmpty() && !all.get(0).stated() && all.get(0).box().filter(b -> site.distance(b) <= NEAR).isPresent();
    }

    /**
     * The candidates, the best first, at most eight. The literal reading of what is stated is always among them.
     *
     * @param stated what the source states, understood; empty where it states nothing or nothing known
     * @param seen   what was seen of the source
     * @param there  what is already there
     */
    public List<PlaceCandidate> examine(Optional<CoordinateSystem> stated, Evidence seen, Surroundings there) {
        Bounds extent = seen.extent();
        if (extent.isEmpty() || !Double.isFinite(extent.width() + extent.depth())) {
            return List.of();
        }
        Site site = new Site(systems, there);
        List<PlaceCandidate> all = new ArrayList<>();
        double other = stated.isPresent() ? 0.4 : 1;
        Map<String, CoordinateSystem> repaired = new LinkedHashMap<>();
        stated.ifPresent(s -> repaired.put(s.horizontal(), s));
        there.frame().flatMap(f -> systems.find(f.crs())).ifPresent(s -> repaired.putIfAbsent(s.horizontal(), s));
        for (CoordinateSystem system : repaired.values()) {
            boolean literal = stated.filter(s -> s.sameHorizontal(system)).isPresent();
            Optional<Bounds> area = systems.areaOfUse(system);
            for (Repair repair : Repairs.of(system, area, extent)) {
                boolean asStated = literal && repair.adjustment().isNone();
                if (asStated || isWithin(area, seen.after(repair.adjustment()).extent())) {
                    all.add(site.candidate(Optional.of(system), repair.adjustment(), seen, repair.prior() * (literal ? 1 : other),
                            asStated, area));
                }
            }
        }
        degrees(site, seen, stated.isPresent() ? 0.6 : 0.9, all);
        double prior = 0.8;
        int elsewhere = 0;
        for (CoordinateSystem system : systems.commonProjected()) {
            if ((elsewhere < ELSEWHERE || !there.box().isEmpty()) && !repaired.containsKey(system.horizontal()) && systems.areaOfUse(system).filter(a -> holds(a, extent)).isPresent()) {
                all.add(site.candidate(Optional.of(system), Adjustment.NONE, seen, other * prior, false, Optional.empty()));
                prior *= 0.97;
                elsewhere++;
            }
        }
        seen.statements().stream().filter(Statement::isSeen).findFirst().ifPresent(read -> all.replaceAll(c -> c.by(read)));
        for (Statement said : seen.statements()) {
            if (!said.isSeen() && said.system().isPresent()) {
                all.add(site.candidate(said.system(), Adjustment.NONE, said.through(seen), STATED_TOO, false,
                        systems.areaOfUse(said.system().get())).by(said));
            }
        }
        Optional<Statement> own = seen.statements().stream().filter(s -> s.system().isEmpty()).findFirst();
        local(site, own.map(s -> s.through(seen).extent()).orElse(extent), stated.isPresent(), own, all);
        return best(all);
    }

    /**
     * The candidate that may be taken without a person: it fits well and nothing else does nearly as well. Empty where it is not clear.
     *
     * @param candidates of {@link #examine}
     */
    public static Optional<PlaceCandidate> clear(List<PlaceCandidate> candidates) {
        if (candidates.isEmpty() || candidates.get(0).score() < SURE || candidates.get(0).system().isEmpty()) {
            return Optional.empty();
        }
        PlaceCandidate first = candidates.get(0);
        return candidates.stream().skip(1).allMatch(c -> c.score() * MARGIN <= first.score()) ? Optional.of(first) : Optional.empty();
    }

    private void degrees(Site site, Evidence seen, double prior, List<PlaceCandidate> all) {
        CoordinateSystem wgs84 = systems.find("EPSG:4326").orElseThrow();
        for (Adjustment adjustment : List.of(Adjustment.NONE, Adjustment.swap())) {
            Bounds extent = seen.after(adjustment).extent();
            if (holds(new Bounds(-180, -90, 0, 180, 90, 0), extent)) {
                all.add(site.candidate(Optional.of(wgs84), adjustment, seen, adjustment.isNone() ? prior : 0.6 * prior, false, Optional.empty()));
            }
        }
    }

    /** Metres or millimetres of the source's own: likely around zero, and for what has the size of a building. */
    private void local(Site site, Bounds extent, boolean stated, Optional<Statement> own, List<PlaceCandidate> all) {
        boolean aroundZero = extent.minEast() <= 0 && extent.maxEast() >= 0 && extent.minNorth() <= 0 && extent.maxNorth() >= 0;
        double size = Math.max(extent.width(), extent.depth());
        double prior = (stated ? 0.2 : 1) * (aroundZero ? 0.95 : 0.2);
        if (size <= LOCAL_SIZE) {
            all.add(site.local(Adjustment.NONE, size > 2_000 ? 0.3 * prior : prior, own));
        }
        if (size > 2_000 && size / 1_000 <= LOCAL_SIZE / 20) {
            all.add(site.local(Adjustment.unit(0.001), prior, own));
        }
    }

    private static boolean isWithin(Optional<Bounds> area, Bounds extent) {
        return area.isEmpty() || Repairs.isWithin(area.get(), extent);
    }

    private static boolean holds(Bounds area, Bounds extent) {
        return extent.minEast() >= area.minEast() && extent.minNorth() >= area.minNorth() && extent.maxEast() <= area.maxEast()
                && extent.maxNorth() <= area.maxNorth();
    }

    /** Ranked, each place once: of two readings with the same outcome the one with fewer mistakes stays. */
    private static List<PlaceCandidate> best(List<PlaceCandidate> all) {
        List<PlaceCandidate> ranked = new ArrayList<>();
        all.stream().sorted(Comparator.comparingDouble(PlaceCandidate::score).reversed()).forEach(c -> {
            boolean hopeless = !ranked.isEmpty() && c.score() * HOPELESS < ranked.get(0).score() && !c.stated() && c.system().isPresent();
            if (!hopeless && ranked.stream().noneMatch(c::samePlace)) {
                ranked.add(c);
            }
        });
        List<PlaceCandidate> kept = new ArrayList<>(ranked.subList(0, Math.min(MOST, ranked.size())));
        ranked.stream().skip(MOST).filter(PlaceCandidate::stated).forEach(c -> kept.set(MOST - 1, c));
        ranked.stream().skip(MOST).filter(c -> c.system().isEmpty()).findFirst()
                .filter(c -> kept.stream().noneMatch(k -> k.system().isEmpty())).ifPresent(c -> kept.set(MOST - (kept.get(MOST - 1).stated() ? 2 : 1), c));
        return List.copyOf(kept);
    }
}
