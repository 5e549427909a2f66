package org.kvarter.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kvarter.text.Texts;

/** A scenario together with everything it builds on: all measures, base first, and the assumptions as they count. Immutable. */
final class Resolution {

    private static final Texts TEXTS = Texts.in(Resolution.class);

    private final Map<String, Assumption> assumptions = new LinkedHashMap<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Double> amounts = new HashMap<>();

    Resolution(ScenarioBook book, String scenarioId) {
        Deque<Scenario> chain = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        String at = scenarioId;
        while (!at.isEmpty()) {
            Scenario scenario = book.scenario(at).orElse(null);
            if (scenario == null) {
                problems.add(TEXTS.get("problem.noScenario", at));
                break;
            }
            if (!seen.add(at)) {
                problems.add(TEXTS.get("problem.circle", scenario.name()));
                break;
            }
            chain.push(scenario);
            at = scenario.base();
        }
        for (Scenario scenario : chain) {
            scenario.assumptions().forEach(a -> assumptions.put(a.id(), a));
            measures.addAll(scenario.measures());
        }
        for (Measure measure : measures) {
            String formula = measure instanceof Measure.ChangeSeries s ? s.amount()
                    : measure instanceof Measure.ChangeAttribute a && a.text().isEmpty() ? a.amount() : null;
            if (formula != null) {
                amounts.computeIfAbsent(formula, this::reckon);
            }
        }
    }

    private double reckon(String formula) {
        try {
            Formula understood = Formula.of(formula);
            understood.names().stream().filter(n -> !assumptions.containsKey(n))
                    .forEach(n -> problems.add(TEXTS.get("problem.noAssumption", formula, n)));
            return understood.value(this::value);
        } catch (FormulaException e) {
            problems.add(e.getMessage());
            return Double.NaN;
        }
    }

    /** The amount a measure's formula gives; NaN where it is not understood. */
    double amount(String formula) {
        return amounts.getOrDefault(formula, Double.NaN);
    }

    /** Value of an assumption; NaN for none of that id. */
    double value(String assumptionId) {
        Assumption a = assumptions.get(assumptionId);
        return a == null ? Double.NaN : a.value();
    }

    Map<String, Assumption> assumptions() {
        return assumptions;
    }

    List<Measure> measures() {
        return measures;
    }

    List<String> problems() {
        return problems;
    }
}
