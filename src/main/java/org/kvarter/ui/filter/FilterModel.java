package org.kvarter.ui.filter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.model.AttributeColumn;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.NumberColumn;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.session.FilterMode;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;

/** The filter expression, what it leaves, and what can be written in it. Evaluated off the window's thread, the latest one wins. */
public final class FilterModel {

    private static final Texts TEXTS = Texts.in(FilterModel.class);

    private final Session session;
    private final LatestWins<FilterResult> evaluating;
    private final ReadOnlyObjectWrapper<FilterResult> result = new ReadOnlyObjectWrapper<>(this, "result", FilterResult.ALL);
    private final ReadOnlyObjectWrapper<FilterResult> draft = new ReadOnlyObjectWrapper<>(this, "draft", FilterResult.ALL);
    private final LatestWins<FilterResult> drafting;

    public FilterModel(Session session, Tasks tasks) {
        this.session = session;
        evaluating = new LatestWins<>(tasks.work(), tasks.fx());
        drafting = new LatestWins<>(tasks.work(), tasks.fx());
        session.filterProperty().subscribe(e -> evaluate());
        session.viewProperty().subscribe(v -> evaluate());
    }

    private void evaluate() {
        String expression = session.filterProperty().get();
        evaluating.request(asked(expression), answer -> {
            result.set(answer);
            draft.set(answer);
        });
    }

    /** The expression asked of the shown scenario's values. */
    private Supplier<FilterResult> asked(String expression) {
        District district = session.district();
        ScenarioView view = session.viewProperty().get();
        return () -> FilterResult.of(expression, district, view::features);
    }

    /** What the session's filter leaves. */
    public ReadOnlyObjectProperty<FilterResult> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** What the expression being typed would leave, or why it is not understood. */
    public ReadOnlyObjectProperty<FilterResult> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** Tries an expression as it is typed; one that is understood becomes the filter. */
    public void type(String expression) {
        if (expression.equals(session.filterProperty().get())) {
            return;
        }
        drafting.request(asked(expression), answer -> {
            draft.set(answer);
            if (!answer.isError()) {
                set(expression);
            }
        });
    }

    private void set(String expression) {
        String before = session.filterProperty().get();
        if (!before.equals(expression)) {
            session.undo().perform(new SetProperty<>(TEXTS.get(expression.isBlank() ? "undo.clear" : "undo.filter"), "filter", before, expression,
                    session.filterProperty()::set));
        }
    }

    /** Fades or hides what the filter leaves out. */
    public void setMode(FilterMode mode) {
        FilterMode before = session.filterModeProperty().get();
        if (before != mode) {
            session.undo().perform(new SetProperty<>(TEXTS.get("undo.mode"), "filterMode", before, mode, session.filterModeProperty()::set));
        }
    }

    /** Selects what the filter leaves: a part of a building stands for the building. */
    public void selectMatches() {
        List<FeatureKey> after = new ArrayList<>();
        for (Map.Entry<String, BitSet> layer : result.get().matches().entrySet()) {
            session.layer(layer.getKey()).ifPresent(l -> layer.getValue().stream().map(l.features()::root).distinct()
                    .forEach(row -> after.add(new FeatureKey(layer.getKey(), row))));
        }
        SelectFeatures.only(session, after);
    }

    /** The attributes that can be asked for: those of buildings first, each once. */
    public List<AttributeColumn> attributes() {
        List<AttributeColumn> all = new ArrayList<>();
        List<Layer> layers = new ArrayList<>(session.district().layers());
        layers.sort(java.util.Comparator.comparing(l -> l.kind() == LayerKind.BUILDINGS ? 0 : 1));
        for (Layer layer : layers) {
            for (AttributeColumn column : session.viewProperty().get().features(layer).attributes().columns()) {
                if (all.stream().noneMatch(c -> c.name().equals(column.name()))) {
                    all.add(column);
                }
            }
        }
        return all;
    }

    /** Up to four expressions that make sense on what is open. */
    public List<String> examples() {
        List<String> examples = new ArrayList<>();
        for (AttributeColumn column : attributes()) {
            String name = Completion.quoted(column.name());
            if (column instanceof NumberColumn number && number.type() == NumberColumn.Type.REAL || isCounted(column)) {
                double[] sorted = java.util.stream.IntStream.range(0, column.size()).mapToDouble(column::number).filter(Double::isFinite)
                        .sorted().toArray();
                if (sorted.length > 1 && sorted[0] < sorted[sorted.length - 1]) {
                    double lower = sorted[(sorted.length - 1) / 2];
                    double middle = lower < sorted[sorted.length - 1] ? lower : sorted[0];
                    examples.add(name + " > " + (Math.abs(middle) >= 10 || middle == Math.rint(middle) ? Long.toString((long) Math.floor(middle))
                            : String.format(java.util.Locale.ROOT, "%.2f", middle)));
                }
            } else if (column instanceof org.kvarter.model.TextColumn text && text.dictionary().length > 1 && text.dictionary().length <= 24) {
                examples.add(name + " = " + Completion.literal(text.dictionary()[0]));
            }
            if (examples.size() == 4) {
                break;
            }
        }
        return examples;
    }

    private static boolean isCounted(AttributeColumn column) {
        return column instanceof NumberColumn number && number.type() == NumberColumn.Type.INTEGER;
    }
}
