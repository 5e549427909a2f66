package org.kvarter.ui.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.analysis.DerivedColumn;
import org.kvarter.analysis.expression.ColumnExpression;
import org.kvarter.analysis.expression.ExpressionException;
import org.kvarter.analysis.expression.Inputs;
import org.kvarter.analysis.expression.Words;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.NumberColumn;
import org.kvarter.session.Session;
import org.kvarter.session.bench.Workings;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.FeatureNames;
import org.kvarter.ui.kit.Numbers;

/** An attribute by an expression while it is written: what it gives for the first features, or why it gives nothing. */
final class ExpressionModel {

    private static final Texts TEXTS = Texts.in(ExpressionModel.class);
    private static final int FIRST = 5;

    /**
     * What the expression gives.
     *
     * @param lines   names and values of the first features
     * @param unit    unit of its values; empty for none
     * @param present how many features have a value
     * @param total   how many there are
     * @param problem why it cannot be reckoned; empty where it can
     * @param column  where the trouble is, the first character is 1; 0 for nowhere
     */
    record Preview(List<String[]> lines, String unit, int present, int total, String problem, int column) {
        static final Preview NOTHING = new Preview(List.of(), "", 0, 0, "", 0);
    }

    private final Session session;
    private final Workings workings;
    private final LatestWins<Preview> trying;
    private final DerivedColumn before;
    private final Inputs inputs;
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview", Preview.NOTHING);

    /** @param before what is changed; with an empty name for a new one */
    ExpressionModel(Session session, Workings workings, Tasks tasks, DerivedColumn before) {
        this.session = session;
        this.workings = workings;
        this.before = before;
        trying = new LatestWins<>(tasks.work(), tasks.fx());
        Inputs all = workings.inputs(before.layerId());
        FeatureTable features = all.features();
        if (!before.name().isEmpty()) {
            features = features.withAttributes(new org.kvarter.model.AttributeTable(features.size(),
                    features.attributes().columns().stream().filter(c -> !c.name().equals(before.name())).toList()));
        }
        inputs = Inputs.of(features, all.series());
    }

    DerivedColumn before() {
        return before;
    }

    boolean isNew() {
        return before.name().isEmpty();
    }

    /** What the layer is called. */
    String layer() {
        return session.layer(before.layerId()).map(l -> l.title()).orElse(before.layerId());
    }

    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** Tries what is written. */
    void type(String expression, String unit) {
        if (expression.isBlank()) {
            trying.request(() -> Preview.NOTHING, preview::set);
            return;
        }
        trying.request(() -> preview(expression, unit), preview::set);
    }

    private Preview preview(String expression, String unit) {
        try {
            AttributeColumn column = ColumnExpression.of(expression, inputs).column("preview", unit);
            FeatureNames names = new FeatureNames(inputs.features());
            List<String[]> lines = new ArrayList<>();
            int present = 0;
            int total = 0;
            for (int row = 0; row < column.size(); row++) {
                if (inputs.features().parents()[row] >= 0) {
                    continue;
                }
                total++;
                present += column.isMissing(row) ? 0 : 1;
                if (!column.isMissing(row) && lines.size() < FIRST) {
                    lines.add(new String[] {names.best(row), read(column, row)});
                }
            }
            return new Preview(lines, column.unit(), present, total, "", 0);
        } catch (ExpressionException e) {
            return new Preview(List.of(), "", 0, 0, e.getMessage(), e.column());
        }
    }

    private static String read(AttributeColumn column, int row) {
        Object value = column.value(row);
        return value instanceof Boolean b ? TEXTS.get(b ? "yes" : "no") : column instanceof NumberColumn ? Numbers.with(Numbers.three(column.number(row)), column.unit())
                : value.toString();
    }

    /** Why a name cannot be taken; empty where it can. */
    String nameProblem(String name) {
        if (name.isBlank()) {
            return TEXTS.get("column.name.none");
        }
        boolean taken = inputs.features().attributes().names().contains(name.strip());
        return taken ? TEXTS.get("column.name.taken", name.strip()) : "";
    }

    /** Puts it into the project. */
    void apply(String name, String unit, String expression) {
        DerivedColumn after = new DerivedColumn(before.layerId(), name.strip(), unit.strip(), expression.strip());
        if (!isNew() && !after.name().equals(before.name())) {
            workings.perform(TEXTS.get("column.renamed", after.name()), session.dataBook().without(before).with(after));
        } else {
            workings.put(after);
        }
    }

    void remove() {
        workings.remove(before);
    }

    /** What can be written next after a beginning: attributes, series and functions that go on with the word that ends it. */
    List<String> completions(String beginning) {
        String word = beginning.replaceAll(".*[^\\p{L}\\p{N}_:]", "");
        boolean inQuotes = beginning.chars().filter(c -> c == '"').count() % 2 == 1;
        String quoted = inQuotes ? beginning.substring(beginning.lastIndexOf('"') + 1) : "";
        List<String> all = new ArrayList<>();
        String wanted = (inQuotes ? quoted : word).toLowerCase(Locale.ROOT);
        if (inQuotes) {
            inputs.series().forEach(s -> all.add(s.series().title()));
            all.addAll(inputs.features().attributes().names());
            return all.stream().filter(n -> n.toLowerCase(Locale.ROOT).startsWith(wanted)).distinct().limit(12).map(n -> n + "\"").toList();
        }
        inputs.features().attributes().names().forEach(n -> all.add(Words.name(n)));
        all.addAll(Words.functions());
        return wanted.isEmpty() ? List.of() : all.stream().filter(n -> n.toLowerCase(Locale.ROOT).startsWith(wanted) && n.length() > wanted.length()).limit(12).toList();
    }

    /** Something that makes sense on what is there; empty where nothing does. */
    List<String> examples() {
        List<String> examples = new ArrayList<>();
        String area = inputs.features().attributes().columns().stream().filter(c -> c.unit().equals("m²") || c.name().toLowerCase(Locale.ROOT).contains("area"))
                .map(AttributeColumn::name).findFirst().map(Words::name).orElse("");
        inputs.series().stream().findFirst().ifPresent(s -> examples.add("total(\"" + s.series().title() + "\")" + (area.isEmpty() ? "" : " / " + area)));
        inputs.features().attributes().columns().stream().filter(NumberColumn.class::isInstance).skip(1).findFirst()
                .ifPresent(c -> examples.add("if(" + Words.name(c.name()) + " > 0, " + Words.name(c.name()) + ", 0)"));
        return examples;
    }
}
