package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Change;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.text.Texts;

/** What can be done with scenarios and key figures; each step can be undone. */
public final class ScenariosModel {

    private static final Texts TEXTS = Texts.in(ScenariosModel.class);

    private final Session session;

    public ScenariosModel(Session session) {
        this.session = session;
    }

    /** Shows a scenario; an empty id shows the district as it is. */
    public void show(String id) {
        String name = session.scenarios().scenario(id).map(Scenario::name).map(session::word).orElse(TEXTS.get("today"));
        change(TEXTS.get("undo.show", name), "scenario.active", book -> book.compared() != null && book.compared().with().equals(id)
                ? book.withActive(id).withCompared(null) : book.withActive(id));
    }

    /** Shows the scenario beside another, empty for today; {@code null} shows it alone. */
    void compare(String with) {
        change(TEXTS.get(with == null ? "undo.alone" : "undo.compare"), unique(), book -> book.withCompared(with == null ? null
                : new Pair(with, book.compared() == null ? Pair.Mode.SPLIT : book.compared().mode())));
    }

    /** How the two are shown. */
    void compareAs(Pair.Mode mode) {
        change(TEXTS.get("undo.compare"), unique(), book -> book.compared() == null ? book : book.withCompared(new Pair(book.compared().with(), mode)));
    }

    /** Makes a scenario that changes nothing yet, on the one that is shown, and shows it. */
    public Scenario create() {
        String id = freshId();
        Scenario made = Scenario.empty(id, freshName(TEXTS.get("name"))).withBase(session.scenarios().active());
        change(TEXTS.get("undo.create", made.name()), unique(), book -> book.with(made).withActive(id));
        return made;
    }

    /** Makes a copy and shows it. */
    public Scenario duplicate(Scenario scenario) {
        Scenario made = scenario.copy(freshId(), freshName(scenario.name()));
        change(TEXTS.get("undo.duplicate", session.word(scenario.name())), unique(), book -> book.with(made).withActive(made.id()));
        return made;
    }

    /** Gives a scenario another name; a blank one is ignored. */
    public void rename(Scenario scenario, String name) {
        if (!name.isBlank()) {
            update(scenario.id(), TEXTS.get("undo.rename", session.word(scenario.name())), unique(), s -> s.withName(name.strip()));
        }
    }

    public void describe(Scenario scenario, String description) {
        update(scenario.id(), TEXTS.get("undo.describe", session.word(scenario.name())), unique(), s -> s.withDescription(description.strip()));
    }

    /** Deletes a scenario; those that build on it take over what it did. */
    public void delete(Scenario scenario) {
        change(TEXTS.get("undo.delete", session.word(scenario.name())), unique(), book -> book.without(scenario.id()));
    }

    /** The scenarios a scenario may build on: those that do not build on it. */
    public List<Scenario> bases(Scenario scenario) {
        ScenarioBook book = session.scenarios();
        Set<String> above = new HashSet<>(Set.of(scenario.id()));
        for (int i = 0; i < book.scenarios().size(); i++) {
            book.scenarios().stream().filter(s -> above.contains(s.base())).forEach(s -> above.add(s.id()));
        }
        return book.scenarios().stream().filter(s -> !above.contains(s.id())).toList();
    }

    public void setBase(Scenario scenario, String base) {
        update(scenario.id(), TEXTS.get("undo.base", session.word(scenario.name())), unique(), s -> s.withBase(base));
    }

    /** Moves an assumption; one of a scenario below becomes this scenario's own. Steps in a row become one. */
    public void setValue(String scenarioId, Assumption assumption, double value) {
        update(scenarioId, TEXTS.get("undo.value", session.word(assumption.name())), "assumption:" + scenarioId + ":" + assumption.id(),
                s -> s.with(assumption.withValue(value)));
    }

    /** Adds an assumption, or puts it in place of the one of the same id. */
    public void put(String scenarioId, Assumption assumption) {
        update(scenarioId, TEXTS.get("undo.assumption", session.word(assumption.name())), unique(), s -> s.with(assumption));
    }

    public void remove(String scenarioId, Assumption assumption) {
        update(scenarioId, TEXTS.get("undo.removeAssumption", session.word(assumption.name())), unique(), s -> s.without(assumption.id()));
    }

    public void add(String scenarioId, Measure measure) {
        update(scenarioId, TEXTS.get("undo.measure"), unique(), s -> {
            List<Measure> all = new ArrayList<>(s.measures());
            all.add(measure);
            return s.withMeasures(all);
        });
    }

    /**
     * Lets only a scenario show layers, as models that are built in it, where wanted in place of features; one undoable step.
     *
     * @param instead the features that are taken away; {@code null} for none
     */
    public void build(String scenarioId, List<Layer> layers, Area instead) {
        ScenarioBook before = session.scenarios();
        ScenarioBook after = before.scenario(scenarioId).map(s -> {
            List<Measure> all = new ArrayList<>(s.measures());
            layers.forEach(l -> all.add(new Measure.ShowLayer(l.id(), true)));
            if (instead != null) {
                all.add(new Measure.Demolish(instead));
            }
            return before.with(s.withMeasures(all));
        }).orElse(before);
        Map<String, LayerStyle> styles = new HashMap<>();
        layers.forEach(l -> styles.put(l.id(), session.style(l.id())));
        session.undo().perform(Change.of(TEXTS.get("undo.build"), () -> {
            styles.forEach((id, style) -> session.styles().put(id, style.withVisible(false)));
            session.scenariosProperty().set(after);
        }, () -> {
            session.scenariosProperty().set(before);
            styles.forEach((id, style) -> session.styles().put(id, style));
        }));
    }

    /** Takes the measure at a place of the list away. */
    public void removeMeasure(String scenarioId, int at) {
        update(scenarioId, TEXTS.get("undo.removeMeasure"), unique(), s -> {
            List<Measure> all = new ArrayList<>(s.measures());
            all.remove(at);
            return s.withMeasures(all);
        });
    }

    /** Adds a key figure, or puts it in place of the one of the same id. */
    public void put(Kpi kpi) {
        change(TEXTS.get("undo.kpi", session.word(kpi.title())), unique(), book -> {
            List<Kpi> all = new ArrayList<>(book.kpis());
            int at = all.stream().map(Kpi::id).toList().indexOf(kpi.id());
            if (at < 0) {
                all.add(kpi);
            } else {
                all.set(at, kpi);
            }
            return book.withKpis(all);
        });
    }

    public void remove(Kpi kpi) {
        change(TEXTS.get("undo.removeKpi", session.word(kpi.title())), unique(),
                book -> book.withKpis(book.kpis().stream().filter(k -> !k.id().equals(kpi.id())).toList()));
    }

    /** A name for formulas made of a title: letters and digits, distinct from {@code taken}. */
    static String nameFor(String title, Set<String> taken) {
        StringBuilder name = new StringBuilder();
        for (String word : title.strip().split("[^\\p{L}\\p{N}]+")) {
            if (!word.isEmpty()) {
                name.append(name.isEmpty() ? word.substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                        : word.substring(0, 1).toUpperCase(java.util.Locale.ROOT)).append(word.substring(1));
            }
        }
        if (name.isEmpty() || !Character.isLetter(name.charAt(0)) || name.toString().equals("min") || name.toString().equals("max")) {
            name.insert(0, "x");
        }
        String fresh = name.toString();
        for (int i = 2; taken.contains(fresh); i++) {
            fresh = name.toString() + i;
        }
        return fresh;
    }

    /** A step of an assumption's slider, about a hundredth of its range: 1, 2 or 5 times a power of ten. */
    static double step(Assumption a) {
        if (a.kind() == Assumption.Kind.WHOLE || a.kind() == Assumption.Kind.SWITCH) {
            return 1;
        }
        double wanted = (a.maximum() - a.minimum()) / 100;
        double ten = Math.pow(10, Math.floor(Math.log10(wanted) + 1e-9));
        return wanted >= 5 * ten ? 5 * ten : wanted >= 2 * ten ? 2 * ten : ten;
    }

    /** Names that formulas know already. */
    Set<String> names() {
        Set<String> names = new HashSet<>(session.scenarios().kpis().stream().map(Kpi::id).toList());
        session.scenarios().scenarios().forEach(s -> s.assumptions().forEach(a -> names.add(a.id())));
        return names;
    }

    private void update(String scenarioId, String title, String target, UnaryOperator<Scenario> how) {
        change(title, target, book -> book.scenario(scenarioId).map(how).map(book::with).orElse(book));
    }

    private void change(String title, String target, UnaryOperator<ScenarioBook> how) {
        ScenarioBook before = session.scenarios();
        ScenarioBook after = how.apply(before);
        if (!after.equals(before)) {
            session.undo().perform(new SetProperty<>(title, target, before, after, session.scenariosProperty()::set));
        }
    }

    private static String unique() {
        return "scenarios:" + UUID.randomUUID();
    }

    private static String freshId() {
        return "scenario-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private String freshName(String like) {
        Set<String> taken = new HashSet<>(session.scenarios().scenarios().stream().map(Scenario::name).toList());
        String stem = like.replaceAll(" \\d+$", "");
        String name = stem;
        for (int i = 2; taken.contains(name); i++) {
            name = stem + " " + i;
        }
        return name;
    }
}
