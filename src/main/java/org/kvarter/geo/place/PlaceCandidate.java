package org.kvarter.geo.place;

import java.util.Objects;
import java.util.Optional;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.model.Bounds;

/**
 * A place in which a source may belong.
 *
 * @param system     the coordinate reference system; empty for metres of the source's own, without a place on earth
 * @param adjustment what has to be done to the source's coordinates first
 * @param stated     whether it is what the source itself says, taken literally
 * @param title      what it is called: the system and what is done, in the display language
 * @param score      0 … 1, how well it fits what is already there
 * @param reason     why, one sentence in the display language
 * @param box        where it would lie in the open district's local frame; empty where nothing is open or there is no way into it
 * @param statement  the source's statement whose numbers it takes, where the source has several; else empty
 */
public record PlaceCandidate(Optional<CoordinateSystem> system, Adjustment adjustment, boolean stated, String title, double score,
                             String reason, Optional<Bounds> box, Optional<Statement> statement) {

    public PlaceCandidate {
        Objects.requireNonNull(system, "system");
        Objects.requireNonNull(adjustment, "adjustment");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(box, "box");
        Objects.requireNonNull(statement, "statement");
    }

    /** A candidate of a source that says no more than one thing of its place. */
    public PlaceCandidate(Optional<CoordinateSystem> system, Adjustment adjustment, boolean stated, String title, double score, String reason,
                          Optional<Bounds> box) {
        this(system, adjustment, stated, title, score, reason, box, Optional.empty());
    }

    /** This candidate taking the numbers of a statement; called by its name where it is what the statement says, literally. */
    PlaceCandidate by(Statement said) {
        boolean literal = adjustment.isNone() && followsStatement(said);
        return new PlaceCandidate(system, adjustment, stated, literal ? said.title() : title, score, reason, box, Optional.of(said));
    }

    /** Whether its system is the one that its statement names, so that there is none to be stated besides. */
    public boolean followsStatement() {
        return statement.filter(this::followsStatement).isPresent();
    }

    private boolean followsStatement(Statement said) {
        return system.isPresent() && said.system().filter(system.get()::sameHorizontal).isPresent();
    }

    /** Whether it and another put the source in the same place: one that is not told apart by choosing. */
    boolean samePlace(PlaceCandidate other) {
        if (box.isEmpty() || other.box.isEmpty()) {
            return system.map(CoordinateSystem::horizontal).equals(other.system.map(CoordinateSystem::horizontal))
                    && adjustment.equals(other.adjustment);
        }
        Bounds a = box.get();
        Bounds b = other.box.get();
        return Math.abs(a.minEast() - b.minEast()) + Math.abs(a.maxEast() - b.maxEast()) + Math.abs(a.minNorth() - b.minNorth())
                + Math.abs(a.maxNorth() - b.maxNorth()) < 8;
    }
}
