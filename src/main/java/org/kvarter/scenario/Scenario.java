package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A named set of assumptions and measures on a base. Immutable.
 *
 * @param id          distinct in the project
 * @param name        what people call it
 * @param description a sentence or two; may be empty
 * @param base        id of the scenario it builds on; empty for the district as it is
 * @param assumptions its numbers; one of the same id as the base's takes its place
 * @param measures    what it does, after those of the base
 */
public record Scenario(String id, String name, String description, String base, List<Assumption> assumptions, List<Measure> measures) {

    public Scenario {
        Objects.requireNonNull(id, "id");
        name = Objects.requireNonNullElse(name, id);
        description = Objects.requireNonNullElse(description, "");
        base = Objects.requireNonNullElse(base, "");
        assumptions = assumptions == null ? List.of() : assumptions.stream().filter(Objects::nonNull).toList();
        measures = measures == null ? List.of() : measures.stream().filter(Objects::nonNull).toList();
    }

    /** A scenario that changes nothing yet. */
    public static Scenario empty(String id, String name) {
        return new Scenario(id, name, "", "", List.of(), List.of());
    }

    /** Its own assumption of that id. */
    public Optional<Assumption> assumption(String assumptionId) {
        return assumptions.stream().filter(a -> a.id().equals(assumptionId)).findFirst();
    }

    public Scenario withName(String other) {
        return new Scenario(id, other, description, base, assumptions, measures);
    }

    public Scenario withDescription(String other) {
        return new Scenario(id, name, other, base, assumptions, measures);
    }

    public Scenario withBase(String other) {
        return new Scenario(id, name, description, other, assumptions, measures);
    }

    public Scenario withMeasures(List<Measure> other) {
        return new Scenario(id, name, description, base, assumptions, other);
    }

    /** This scenario with an assumption in place of the one of the same id, or as its last. */
    public Scenario with(Assumption changed) {
        List<Assumption> all = new ArrayList<>(assumptions);
        int at = all.stream().map(Assumption::id).toList().indexOf(changed.id());
        if (at < 0) {
            all.add(changed);
        } else {
            all.set(at, changed);
        }
        return new Scenario(id, name, description, base, all, measures);
    }

    /** This scenario without the assumption of that id. */
    public Scenario without(String assumptionId) {
        return new Scenario(id, name, description, base, assumptions.stream().filter(a -> !a.id().equals(assumptionId)).toList(), measures);
    }

    /** A copy under another id and name. */
    public Scenario copy(String otherId, String otherName) {
        return new Scenario(otherId, otherName, description, base, assumptions, measures);
    }
}
