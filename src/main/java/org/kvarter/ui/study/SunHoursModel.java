package org.kvarter.ui.study;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.Layer;
import org.kvarter.model.NumberColumn;
import org.kvarter.session.DerivedAttributes;
import org.kvarter.session.Session;
import org.kvarter.study.StudyBook.SunAsked;
import org.kvarter.study.StudySite;
import org.kvarter.study.sun.BuildingSun;
import org.kvarter.study.sun.GroundGrid;
import org.kvarter.study.sun.SunHours;
import org.kvarter.study.sun.SunHoursTable;
import org.kvarter.study.sun.SunPath;
import org.kvarter.study.sun.SunRule;
import org.kvarter.study.sun.SunStudy;
import org.kvarter.study.sun.TreeShade;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;
import org.kvarter.ui.overlays.Painted;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.stage.SunModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hours of sun of a rule's day: reckoned on workers when asked for, painted on surfaces, given to buildings as attributes. JavaFX thread only. */
public final class SunHoursModel {

    /** Attribute of mean hours over a building's façades. */
    public static final String MEAN = "sun_hours";
    /** Attribute of the hours of its worst façade. */
    public static final String WORST = "sun_hours_worst_facade";
    /** Attribute of the share of its façades that meet the rule, percent. */
    public static final String SHARE = "sun_rule_share";

    private static final Logger LOG = LoggerFactory.getLogger(SunHoursModel.class);
    private static final Texts TEXTS = Texts.in(SunHoursModel.class);
    private static final int MOST_CELLS = 120_000;
    private static final double FINEST_CELL = 1;

    private final Session session;
    private final Tasks tasks;
    private final SunModel sun;
    private final PaintingModel painting;
    private final ObjectProperty<SunRule> rule;
    private final BooleanProperty ground = new SimpleBooleanProperty(this, "ground", true);
    private final BooleanProperty trees = new SimpleBooleanProperty(this, "trees", true);
    private final ObjectProperty<Integer> step = new SimpleObjectProperty<>(this, "step", SunPath.STEP_MINUTES);
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);
    private final ObjectProperty<SunPainting.Tell> tell = new SimpleObjectProperty<>(this, "tell", SunPainting.Tell.HOURS);
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", Double.NaN);
    private final ReadOnlyObjectWrapper<SunHours> result = new ReadOnlyObjectWrapper<>(this, "result");
    private final ReadOnlyObjectWrapper<String> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", "");
    private Sites.Key keyOfResult;
    private SunAsked askedOfResult;
    private Run running;

    /** A run under way: cancelled when a newer one begins. */
    private final class Run implements Progress {
        private volatile boolean cancelled;

        @Override
        public void report(double fraction, String message) {
            tasks.fx().execute(() -> {
                if (running == this) {
                    progress.set(fraction);
                }
            });
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    /** @param painting shows the result's colours */
    public SunHoursModel(Session session, Tasks tasks, SunModel sun, PaintingModel painting) {
        this.session = session;
        this.tasks = tasks;
        this.sun = sun;
        this.painting = painting;
        SunRule usual = SunRule.on(LocalDate.of(LocalDate.now().getYear(), 3, 21));
        this.rule = new SimpleObjectProperty<>(this, "rule", usual);
        Kept.tie(session, rule, "undo.sun", b -> b.sun().rule().orElse(usual), (b, is) -> b.withSun(b.sun().withRule(is)));
        Kept.tie(session, ground, "undo.sun", b -> b.sun().ground(), (b, is) -> b.withSun(b.sun().withGround(is)));
        Kept.tie(session, trees, "undo.sun", b -> b.sun().trees(), (b, is) -> b.withSun(b.sun().withTrees(is)));
        Kept.tie(session, step, "undo.sun", b -> b.sun().stepMinutes(), (b, is) -> b.withSun(b.sun().withStep(is)));
        result.addListener((o, was, is) -> paint());
        shown.addListener((o, was, is) -> paint());
        tell.addListener((o, was, is) -> paint());
        session.meshes().addListener((javafx.beans.InvalidationListener) o -> dropIfOfOther());
    }

    /** What is asked. */
    public ObjectProperty<SunRule> ruleProperty() {
        return rule;
    }

    /** Whether open ground is counted too. */
    public BooleanProperty groundProperty() {
        return ground;
    }

    /** Whether trees cast shade. */
    public BooleanProperty treesProperty() {
        return trees;
    }

    /** Length of a step of the day, minutes. */
    public ObjectProperty<Integer> stepProperty() {
        return step;
    }

    /** Whether the result is painted. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    ObjectProperty<SunPainting.Tell> tellProperty() {
        return tell;
    }

    /** Shows what meets the rule in place of hours. */
    public void tellRule(boolean is) {
        tell.set(is ? SunPainting.Tell.RULE : SunPainting.Tell.HOURS);
    }

    /** 0 … 1 while it is reckoned; NaN else. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** The newest result; {@code null} before there is one. */
    public ReadOnlyObjectProperty<SunHours> resultProperty() {
        return result.getReadOnlyProperty();
    }

    /** Why there is no result, in a sentence; empty for no reason. */
    public ReadOnlyObjectProperty<String> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /** Whether the result is of what stands there, and of the rule as it is now. */
    public boolean isCurrent() {
        return result.get() != null && result.get().rule().equals(rule.get()) && askedOfResult.stepMinutes() == step.get()
                && askedOfResult.trees() == trees.get() && Sites.Key.of(Sites.of(session)).equals(keyOfResult);
    }

    /** Reckons anew, in place of a run under way. Completes on the JavaFX thread: with {@code true} when this run's result is there. */
    public CompletableFuture<Boolean> compute() {
        cancel();
        Optional<double[]> place = sun.place();
        StudySite site = Sites.of(session);
        if (place.isEmpty() || site.solids().isEmpty()) {
            trouble.set(TEXTS.get(place.isEmpty() ? "sun.nowhere" : "sun.nothing"));
            return CompletableFuture.completedFuture(false);
        }
        trouble.set("");
        SunRule asked = rule.get();
        SunPath path = SunPath.of(asked, session.clock().zoneProperty().get(), place.get()[1], place.get()[0], step.get());
        if (path.steps().isEmpty()) {
            trouble.set(TEXTS.get("sun.night"));
            return CompletableFuture.completedFuture(false);
        }
        Run run = new Run();
        running = run;
        progress.set(0);
        GroundGrid grid = ground.get() ? GroundGrid.over(site.bounds(), MOST_CELLS, FINEST_CELL) : GroundGrid.none();
        CompletableFuture<Boolean> delivered = new CompletableFuture<>();
        SunAsked how = session.studies().sun();
        TreeShade shade = trees.get() ? TreeShade.of(Sites.trees(session, site), path, TreeShade.inLeaf(asked.day(), place.get()[1])) : TreeShade.NONE;
        SunStudy.start(site, asked, path, shade, grid, tasks.work(), run).whenComplete((hours, failure) -> tasks.fx().execute(() ->
                delivered.complete(deliver(run, how, Sites.Key.of(site), hours, failure))));
        return delivered;
    }

    private boolean deliver(Run run, SunAsked how, Sites.Key key, SunHours hours, Throwable failure) {
        if (running != run) {
            return false;
        }
        running = null;
        progress.set(Double.NaN);
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (!(cause instanceof WorkCancelledException)) {
                LOG.error("Hours of sun could not be reckoned", cause);
                trouble.set(TEXTS.get("sun.failed"));
            }
            return false;
        }
        keyOfResult = key;
        askedOfResult = how;
        result.set(hours);
        hours.buildings().forEach(this::giveAttributes);
        return true;
    }

    private void giveAttributes(String layerId, List<BuildingSun> buildings) {
        int rows = session.layer(layerId).map(l -> l.features().size()).orElse(0);
        if (rows > 0) {
            DerivedAttributes.put(session, layerId, List.of(column(MEAN, "h", rows, buildings, BuildingSun::mean),
                    column(WORST, "h", rows, buildings, BuildingSun::worst), column(SHARE, "%", rows, buildings, b -> 100 * b.meeting())));
        }
    }

    private static NumberColumn column(String name, String unit, int rows, List<BuildingSun> buildings, ToDoubleFunction<BuildingSun> of) {
        double[] values = new double[rows];
        Arrays.fill(values, Double.NaN);
        buildings.stream().filter(b -> b.row() < rows).forEach(b -> values[b.row()] = Math.round(100 * of.applyAsDouble(b)) / 100.0);
        buildings.stream().filter(b -> b.row() < rows && Double.isNaN(of.applyAsDouble(b))).forEach(b -> values[b.row()] = Double.NaN);
        return new NumberColumn(name, unit, NumberColumn.Type.REAL, values);
    }

    /** Stops a run under way. */
    public void cancel() {
        if (running != null) {
            running.cancelled = true;
            running = null;
            progress.set(Double.NaN);
        }
    }

    /** Forgets the result. */
    public void clear() {
        cancel();
        result.set(null);
    }

    /** Colours by part fit the triangles they were reckoned for alone. */
    private void dropIfOfOther() {
        if (result.get() != null && !keyOfResult.isThere(session.meshes().values())) {
            clear();
        }
    }

    /** Says the legend anew, in another language. */
    public void languageChanged() {
        paint();
    }

    private void paint() {
        SunHours hours = result.get();
        if (hours == null || !shown.get()) {
            painting.setStudied(this, Painted.NOTHING);
            return;
        }
        SunPainting.Tell now = tell.get();
        tasks.style().execute(() -> {
            Painted painted = SunPainting.of(hours, now);
            tasks.fx().execute(() -> {
                if (result.get() == hours && shown.get() && tell.get() == now) {
                    painting.setStudied(this, painted);
                }
            });
        });
    }

    /** Writes the buildings' numbers of now as CSV, on whatever thread. */
    public FileWriting writing() {
        SunHours hours = result.get();
        Map<String, FeatureTable> features = new HashMap<>();
        for (Layer layer : session.district().layers()) {
            features.put(layer.id(), layer.features());
        }
        return file -> {
            try (Writer out = Files.newBufferedWriter(file)) {
                SunHoursTable.write(hours, features, out);
            }
        };
    }
}
