package org.kvarter.importing.flows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.FlowFormat;
import org.kvarter.series.csv.FlowReader;
import org.kvarter.series.csv.FlowSniffer;
import org.kvarter.series.csv.FlowTable;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/**
 * Counts at sites (site, direction, interval, class, count; long or wide), and trips between zones (origin, destination, count, with or
 * without interval and mode), as CSV. Sites lie where the table or one beside it says, else where a layer has their ids.
 *
 * <p>Settings: {@code zone} of local times, {@code label} ({@code start} or {@code end}), {@code comma}; names of the columns {@code place},
 * {@code other}, {@code mode}, {@code count}, {@code x}, {@code y} ({@code -} for none); {@code sites}, a table; {@code limit} in metres;
 * {@code side} ({@code left} or {@code right}).
 */
public final class FlowCsvImporter implements Importer {

    private static final Texts TEXTS = Texts.in(FlowCsvImporter.class);

    @Override
    public String format() {
        return "CSV (counts and trips)";
    }

    @Override
    public List<String> extensions() {
        return List.of(".csv", ".tsv");
    }

    @Override
    public boolean isOverDistrict() {
        return true;
    }

    @Override
    public double probe(SourceHead head) {
        boolean table = head.name().matches(".*\\.(csv|tsv)(\\.gz|\\.zip)?$");
        return table && Files.isRegularFile(head.file()) && FlowSniffer.look(head.file(), ZoneOffset.UTC).isPresent() ? 0.95 : 0;
    }

    @Override
    public void read(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) throws ImportException {
        progress.checkCancelled();
        Path file = source.file();
        String name = file.getFileName().toString();
        ZoneId zone = FlowChoices.zone(options);
        Optional<FlowSniffer.Look> look = FlowSniffer.look(file, zone);
        if (look.isEmpty()) {
            throw new ImportException(TEXTS.get("notFlows", name));
        }
        FlowFormat format = FlowChoices.over(look.get().format(), options);
        try {
            Path sites = FlowChoices.sites(file, format, options);
            if (sites != null && !Files.isRegularFile(sites)) {
                sink.diagnostic(new Diagnostic(Severity.WARNING, name, "", TEXTS.get("noSiteTable", sites.getFileName())));
                sites = null;
            }
            FlowTable table = read(file, format, sites, sink, progress);
            sink.source(new SourceDescription("CSV", "", crs(table), List.of(), name, ""));
            table.diagnostics().forEach(sink::diagnostic);
            new FlowLayers(format, table, FlowChoices.side(options, zone), FlowChoices.limit(options)).write(stem(name), sink);
        } catch (SeriesException e) {
            throw new ImportException(e.getMessage(), e);
        }
    }

    /** A damaged table of sites costs the places, not the counts. */
    private static FlowTable read(Path file, FlowFormat format, Path sites, LayerSink sink, Progress progress) throws SeriesException {
        if (sites == null) {
            return FlowReader.read(file, format, null, progress);
        }
        try {
            return FlowReader.read(file, format, sites, progress);
        } catch (SeriesException e) {
            FlowTable without = FlowReader.read(file, format, null, progress);
            sink.diagnostic(new Diagnostic(Severity.WARNING, sites.getFileName().toString(), "", e.getMessage()));
            return without;
        }
    }

    /** Degrees are recognised by their size; other coordinates are asked about. */
    private static Optional<String> crs(FlowTable table) {
        boolean degrees = table.sites().values().stream().allMatch(s -> Math.abs(s.x()) <= 180 && Math.abs(s.y()) <= 90);
        return degrees ? Optional.of("OGC:CRS84") : Optional.empty();
    }

    private static String stem(String name) {
        return name.replaceFirst("(?i)\\.(csv|tsv)(\\.gz|\\.zip)?$", "");
    }
}
