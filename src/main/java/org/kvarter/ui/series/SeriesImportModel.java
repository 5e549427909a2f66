package org.kvarter.ui.series;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.kvarter.model.Layer;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.overlay.ScaleSpec;
import org.kvarter.overlay.ValueSource;
import org.kvarter.series.SeriesException;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.SeriesValues;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvPreview;
import org.kvarter.series.csv.CsvSeries;
import org.kvarter.series.csv.CsvSeriesReader;
import org.kvarter.series.csv.CsvSniffer;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Change;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.session.bench.ReadingTimes;
import org.kvarter.task.Job;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;

/**
 * One table on its way to becoming a series: looked at, corrected by the person, read, joined to a layer by key, added. JavaFX thread
 * only; the file is read elsewhere.
 */
public final class SeriesImportModel {

    private static final Texts TEXTS = Texts.in(SeriesImportModel.class);

    private final Workspace workspace;
    private final Session session;
    private final Path file;
    private final CsvPreview preview;
    private final String id = "series-" + UUID.randomUUID().toString().substring(0, 8);
    private final ReadOnlyObjectWrapper<CsvSeries> read = new ReadOnlyObjectWrapper<>(this, "read");
    private final ReadOnlyObjectWrapper<SeriesJoin> join = new ReadOnlyObjectWrapper<>(this, "join");
    private CsvFormat format;
    private String title;
    private Layer layer;
    private Job<CsvSeries> reading;

    private SeriesImportModel(Workspace workspace, Path file, CsvPreview preview) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.file = file;
        this.preview = preview;
        this.format = preview.format();
        this.title = title(file);
        this.layer = layers().stream().findFirst().orElse(null);
    }

    /** Whether a file's name is that of a table of a series. */
    public static boolean isTableName(Path file) {
        String name = file.getFileName() == null ? "" : file.getFileName().toString().toLowerCase(java.util.Locale.ROOT);
        return List.of(".csv", ".tsv", ".csv.gz", ".csv.zip").stream().anyMatch(name::endsWith);
    }

    /** Looks at a file; completes on the JavaFX thread, exceptionally with {@link SeriesException} where it holds no series. */
    public static CompletableFuture<SeriesImportModel> look(Workspace workspace, Path file) {
        ZoneId zone = workspace.session().clock().zoneProperty().get();
        CompletableFuture<SeriesImportModel> looked = new CompletableFuture<>();
        workspace.tasks().io().execute(() -> {
            try {
                CsvPreview preview = CsvSniffer.look(file, zone);
                workspace.tasks().fx().execute(() -> looked.complete(new SeriesImportModel(workspace, file, preview)));
            } catch (SeriesException | RuntimeException e) {
                workspace.tasks().fx().execute(() -> looked.completeExceptionally(e));
            }
        });
        return looked;
    }

    /** {@code electricity-2025.csv.zip} becomes "Electricity 2025". */
    static String title(Path file) {
        String name = file.getFileName().toString().replaceFirst("(?i)\\.(csv|tsv)(\\.gz|\\.zip)?$", "").replaceAll("[-_]+", " ").trim();
        return name.isEmpty() ? file.getFileName().toString() : name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    public Path file() {
        return file;
    }

    /** What the table looks like and how it is taken. */
    public CsvPreview preview() {
        return preview;
    }

    public CsvFormat format() {
        return format;
    }

    /** Reads the table otherwise; what was read before no longer counts. */
    public void setFormat(CsvFormat other) {
        if (!other.equals(format)) {
            format = other;
            cancel();
            read.set(null);
            join.set(null);
        }
    }

    public String title() {
        return title;
    }

    public void setTitle(String other) {
        title = other;
    }

    /** Layers a series can belong to, those of buildings first. */
    public List<Layer> layers() {
        return session.district().layers().stream().filter(l -> l.features().size() > 0)
                .sorted(java.util.Comparator.comparingInt(l -> l.kind() == org.kvarter.model.LayerKind.BUILDINGS ? 0 : 1)).toList();
    }

    public Layer layer() {
        return layer;
    }

    /** Joins to another layer, by the key that fits best. */
    public void setLayer(Layer other) {
        layer = other;
        joinBest();
    }

    /** Joins by another attribute; empty for the id. */
    public void setKeyAttribute(String attribute) {
        CsvSeries series = read.get();
        if (series != null && layer != null && (join.get() == null || !join.get().keyAttribute().equals(attribute))) {
            join.set(SeriesJoin.by(attribute, series.table().keys(), layer.features()));
        }
    }

    private void joinBest() {
        CsvSeries series = read.get();
        if (layer == null) {
            layer = layers().stream().findFirst().orElse(null); // the district may have come in meanwhile
        }
        join.set(series == null || layer == null ? null : SeriesJoin.best(series.table().keys(), layer.features()));
    }

    /** The series as read; {@code null} while it is not. */
    public ReadOnlyObjectProperty<CsvSeries> readProperty() {
        return read.getReadOnlyProperty();
    }

    /** Which of its places belong to which features; {@code null} while it is not read. */
    public ReadOnlyObjectProperty<SeriesJoin> joinProperty() {
        return join.getReadOnlyProperty();
    }

    /**
     * Reads the whole table.
     *
     * @param onProgress gets fraction and message on the JavaFX thread
     * @return completes on the JavaFX thread, exceptionally where it cannot be read
     */
    public CompletableFuture<Void> read(BiConsumer<Double, String> onProgress) {
        CsvFormat asked = format;
        CompletableFuture<Void> done = new CompletableFuture<>();
        reading = Tasks.submit(workspace.tasks().io(), progress -> {
            try {
                return CsvSeriesReader.read(file, asked, id, title, title, progress);
            } catch (SeriesException e) {
                throw new java.util.concurrent.CompletionException(e);
            }
        }, (fraction, message) -> workspace.tasks().fx().execute(() -> onProgress.accept(fraction, message)));
        reading.result().whenComplete((series, failure) -> workspace.tasks().fx().execute(() -> {
            if (failure != null) {
                done.completeExceptionally(failure);
            } else if (asked.equals(format)) {
                read.set(series);
                joinBest();
                done.complete(null);
            }
        }));
        return done;
    }

    /** Stops reading. */
    public void cancel() {
        if (reading != null) {
            reading.cancel().run();
        }
    }

    /** Puts the series into the session, shows it on its layer, and lets the clock run over it: one step to undo. */
    public void add() {
        CsvSeries series = read.get();
        SeriesJoin joined = join.get();
        if (series == null || joined == null) {
            return;
        }
        SeriesTable old = series.table();
        SeriesTable table = new SeriesTable(old.id(), title, old.quantity(), old.unit(), old.axis(), old.keys(), old.values());
        SeriesSource source = new SeriesSource(id, title, title, file.toAbsolutePath().normalize().toString(), format, layer.id(), joined.keyAttribute());
        ValueSource values = new ValueSource.Series(id, SeriesValues.Aggregation.usual(table.unit()));
        OverlaySpec overlay = new OverlaySpec("overlay-" + id, title, layer.id(), values, "", table.unit(), ScaleSpec.DEFAULT);
        String activeBefore = session.activeOverlayProperty().get();
        Clock clock = session.clock();
        ClockState before = ClockState.of(clock);
        session.undo().perform(Change.of(TEXTS.get("undo.add", title), () -> {
            session.series().put(id, table);
            session.seriesSources().put(id, source);
            if (joined.matched() > 0) { // weather belongs to no building: it is charted, not painted
                session.overlays().add(overlay);
                session.activeOverlayProperty().set(overlay.id());
            }
            ClockState.over(table, clock);
        }, () -> {
            session.activeOverlayProperty().set(activeBefore);
            session.overlays().removeIf(o -> o.id().equals(overlay.id()));
            session.seriesSources().remove(id);
            session.series().remove(id);
            before.restore(clock);
        }));
        ReadingTimes.note(session, java.util.List.of(id));
    }

    /** The range of the clock, to go back to. */
    private record ClockState(java.time.Instant time, java.time.Instant start, java.time.Instant end, ZoneId zone) {

        static ClockState of(Clock clock) {
            return new ClockState(clock.time(), clock.startProperty().get(), clock.endProperty().get(), clock.zoneProperty().get());
        }

        static void over(SeriesTable table, Clock clock) {
            clock.zoneProperty().set(table.axis().zone());
            clock.startProperty().set(table.axis().start());
            clock.endProperty().set(table.axis().end());
            clock.setWithinRange(clock.time());
        }

        void restore(Clock clock) {
            clock.zoneProperty().set(zone);
            clock.startProperty().set(start);
            clock.endProperty().set(end);
            clock.setWithinRange(time);
        }
    }

    /** Why a table cannot be read, as a person should hear it; empty where the failure is none of theirs. */
    public static Optional<String> sentence(Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SeriesException) {
                return Optional.of(at.getMessage());
            }
        }
        return Optional.empty();
    }
}
