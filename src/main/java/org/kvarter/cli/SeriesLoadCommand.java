package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvarter.model.Diagnostic;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.CsvPreview;
import org.kvarter.series.csv.CsvSniffer;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.LoadFormat;
import org.kvarter.series.store.LoadReport;
import org.kvarter.series.store.NewSeries;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.FileNames;
import org.kvarter.text.Figures;
import org.kvarter.text.LocalText;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter series load FILE PROJECT|STORE}: loads a CSV or Parquet file into the store of a project, or into a store's file. */
@Command(name = "load", mixinStandardHelpOptions = true)
final class SeriesLoadCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(SeriesLoadCommand.class);

    @Mixin
    private Common common;

    @Option(names = "--time", paramLabel = "COLUMN")
    private String time;

    @Option(names = "--place", paramLabel = "COLUMN")
    private String place;

    @Option(names = "--value", paramLabel = "COLUMN")
    private String value;

    @Option(names = "--quality-column", paramLabel = "COLUMN")
    private String qualityColumn;

    @Option(names = "--quality", paramLabel = "HOW")
    private Quality quality = Quality.MEASURED;

    @Option(names = "--id", paramLabel = "ID")
    private String id;

    @Option(names = "--title", paramLabel = "TEXT")
    private String title;

    @Option(names = "--quantity", paramLabel = "TEXT")
    private String quantity = "";

    @Option(names = "--unit", paramLabel = "UNIT")
    private String unit;

    @Option(names = "--zone", paramLabel = "ZONE")
    private String zone;

    @Option(names = "--step", paramLabel = "DURATION")
    private Duration step;

    @Option(names = "--interval-end")
    private boolean intervalEnd;

    @Option(names = "--decimal-comma")
    private boolean decimalComma;

    @Option(names = "--layer", paramLabel = "ID")
    private String layer;

    @Option(names = "--key", paramLabel = "ATTRIBUTE")
    private String key = "";

    @Parameters(index = "0", arity = "1", paramLabel = "FILE")
    private Path file;

    @Parameters(index = "1", arity = "1", paramLabel = "PROJECT|STORE")
    private Path into;

    @Override
    public Integer call() throws CommandException {
        ProjectStore projects = new ProjectStore(common.program().temporaryFolder());
        SeriesPlace target = SeriesPlace.of(into, projects);
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = common.stores(tasks)) {
            ZoneId inZone = zone(target);
            Optional<CsvPreview> seen = seen(inZone);
            String name = id == null ? FileNames.stem(file.getFileName().toString()) : id;
            NewSeries series = new NewSeries(name, LocalText.of(title == null ? name : title), quantity,
                    unit == null ? seen.map(s -> s.format().unit()).orElse("") : unit, inZone, Optional.ofNullable(step), quality, file.getFileName().toString());
            Path store = target.store(common.program().temporaryFolder());
            LoadReport report = stores.file(store).load(file, format(seen), series, tasks.poll(), Progress.NONE);
            stores.file(store).arrange(series.id());
            if (target.project().isPresent()) {
                stores.file(store).close();
                projects.save(with(target.project().get(), series, store), into, Progress.NONE);
            }
            tell(report);
            return 0;
        } catch (StoreException | ProjectException e) {
            throw new CommandException(e.getMessage());
        } finally {
            projects.forgetUnpacked();
        }
    }

    private ZoneId zone(SeriesPlace target) {
        try {
            return zone != null ? ZoneId.of(zone)
                    : target.project().map(ProjectDocument::clock).map(c -> ZoneId.of(c.zone())).orElse(ZoneId.systemDefault());
        } catch (DateTimeException e) {
            throw common.wrong(TEXTS.get("series.zone", zone));
        }
    }

    /** What a CSV file looks like; empty for Parquet, and where columns are named anyway. */
    private Optional<CsvPreview> seen(ZoneId in) throws CommandException {
        boolean isParquet = file.getFileName().toString().toLowerCase(Locale.ROOT).matches(".*\\.(parquet|pq)");
        if (isParquet) {
            return Optional.empty();
        }
        try {
            return Optional.of(CsvSniffer.look(file, in));
        } catch (SeriesException e) {
            if (time != null) {
                return Optional.empty();
            }
            throw new CommandException(e.getMessage());
        }
    }

    private LoadFormat format(Optional<CsvPreview> seen) {
        CsvFormat csv = seen.map(CsvPreview::format).orElse(null);
        List<String> columns = seen.map(CsvPreview::columns).orElse(List.of());
        boolean isLong = place != null || value != null || csv == null || csv.layout() == CsvFormat.Layout.LONG;
        String at = time != null ? time : csv == null ? "time" : columns.get(csv.timeColumn());
        String where = place != null ? place : csv == null || csv.keyColumn() < 0 ? "place" : columns.get(csv.keyColumn());
        String what = value != null ? value : csv == null || csv.valueColumn() < 0 ? "value" : columns.get(csv.valueColumn());
        return new LoadFormat(at, isLong ? where : "", isLong ? what : "", qualityColumn == null ? "" : qualityColumn, csv == null ? '\0' : csv.delimiter(),
                decimalComma || csv != null && csv.decimalComma(), intervalEnd || csv != null && csv.label() == CsvFormat.Label.INTERVAL_END);
    }

    private ProjectDocument with(ProjectDocument project, NewSeries series, Path store) {
        String joined = layer != null ? layer : project.layers().isEmpty() ? "" : project.layers().get(0).id();
        List<SeriesSource> all = new ArrayList<>(project.series());
        SeriesSource before = all.stream().filter(s -> s.seriesId().equals(series.id())).findFirst().orElse(null);
        all.remove(before);
        all.add(new SeriesSource(series.id(), series.titles(), series.quantity(), new SeriesOrigin.InStore(store.toString(), series.id()),
                before != null && layer == null ? before.layerId() : joined, before != null && key.isEmpty() ? before.keyAttribute() : key));
        return project.withSources(project.sources(), all);
    }

    private void tell(LoadReport report) {
        if (common.json()) {
            ObjectNode root = Json.object().put("id", report.series().id()).put("rows", report.rows()).put("values", report.series().rows())
                    .put("places", report.series().places()).put("intervals", report.series().axis().count())
                    .put("start", report.series().axis().start().toString()).put("step", report.series().axis().step().toString());
            Json.addDiagnostics(root, report.diagnostics());
            Json.print(root, common.out());
            return;
        }
        common.out().println(TEXTS.get("series.loaded", report.series().id(), Figures.of(report.series().rows()), Figures.of(report.rows()),
                Figures.of(report.series().places()), Figures.of(report.series().axis().count()), report.series().axis().step()));
        report.diagnostics().stream().map(Diagnostic::message).forEach(common.err()::println);
    }
}
