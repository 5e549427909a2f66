package org.kvarter.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * All scenarios and key figures of a project, and which scenario is shown. Immutable.
 *
 * @param scenarios in the order people put them
 * @param kpis      key figures, in the order of their cards
 * @param notes     where data come from
 * @param active    id of the scenario that is shown; empty for the district as it is
 * @param compared  what it is shown beside; {@code null} while it is shown alone
 */
public record ScenarioBook(List<Scenario> scenarios, List<Kpi> kpis, List<DataNote> notes, String active, Pair compared) {

    /** No scenario, no key figure. */
    public static final ScenarioBook EMPTY = new ScenarioBook(List.of(), List.of(), List.of(), "");

    public ScenarioBook {
        scenarios = scenarios == null ? List.of() : scenarios.stream().filter(Objects::nonNull).toList();
        kpis = kpis == null ? List.of() : kpis.stream().filter(Objects::nonNull).toList();
        notes = notes == null ? List.of() : notes.stream().filter(Objects::nonNull).toList();
        active = Objects.requireNonNullElse(active, "");
    }

    /** A book whose scenario is shown alone. */
    public ScenarioBook(List<Scenario> scenarios, List<Kpi> kpis, List<DataNote> notes, String active) {
        this(scenarios, kpis, notes, active, null);
    }

    /** This book with the shown scenario beside another; {@code null} shows it alone. */
    public ScenarioBook withCompared(Pair other) {
        return new ScenarioBook(scenarios, kpis, notes, active, other);
    }

    /** The scenario of that id. */
    public Optional<Scenario> scenario(String id) {
        return scenarios.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The scenario of that id, or else of that name whatever its case. */
    public Optional<Scenario> find(String idOrName) {
        return scenario(idOrName).or(() -> scenarios.stream().filter(s -> s.name().equalsIgnoreCase(idOrName)).findFirst());
    }

    /** The key figure of that id. */
    public Optional<Kpi> kpi(String id) {
        return kpis.stream().filter(k -> k.id().equals(id)).findFirst();
    }

    /** What is said of a series or attribute. */
    public Optional<DataNote> note(String data) {
        return notes.stream().filter(n -> n.data().equals(data)).findFirst();
    }

    /** This book showing another scenario; an unknown id shows the district as it is. */
    public ScenarioBook withActive(String id) {
        return new ScenarioBook(scenarios, kpis, notes, scenario(id).isPresent() ? id : "", compared);
    }

    public ScenarioBook withScenarios(List<Scenario> other) {
        return new ScenarioBook(other, kpis, notes, active, compared);
    }

    public ScenarioBook withKpis(List<Kpi> other) {
        return new ScenarioBook(scenarios, other, notes, active, compared);
    }

    /** This book with a scenario in place of the one of the same id, or as its last. */
    public ScenarioBook with(Scenario changed) {
        List<Scenario> all = new ArrayList<>(scenarios);
        int at = all.stream().map(Scenario::id).toList().indexOf(changed.id());
        if (at < 0) {
            all.add(changed);
        } else {
            all.set(at, changed);
        }
        return withScenarios(all);
    }

    /** This book without a scenario; those that built on it build on what it built on, and take over what it did. */
    public ScenarioBook without(String id) {
        Optional<Scenario> gone = scenario(id);
        if (gone.isEmpty()) {
            return this;
        }
        List<Scenario> rest = new ArrayList<>();
        for (Scenario s : scenarios) {
            if (s.base().equals(id)) {
                rest.add(onto(gone.get(), s));
            } else if (!s.id().equals(id)) {
                rest.add(s);
            }
        }
        return new ScenarioBook(rest, kpis, notes, active.equals(id) ? "" : active,
                compared != null && compared.with().equals(id) ? null : compared);
    }

    private static Scenario onto(Scenario base, Scenario above) {
        Scenario joined = new Scenario(above.id(), above.name(), above.description(), base.base(), base.assumptions(), base.measures());
        for (Assumption own : above.assumptions()) {
            joined = joined.with(own);
        }
        List<Measure> measures = new ArrayList<>(base.measures());
        measures.addAll(above.measures());
        return joined.withMeasures(measures);
    }
}
