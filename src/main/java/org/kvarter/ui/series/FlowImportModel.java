package org.kvarter.ui.series;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.FlowFormat;
import org.kvarter.series.csv.FlowReader;
import org.kvarter.series.csv.FlowSniffer;
import org.kvarter.ui.Workspace;

/** A table of counts or trips before it is read: what its columns are taken for, corrected by the person. JavaFX thread only. */
public final class FlowImportModel {

    private static final String NONE = "-";

    private final Path file;
    private final FlowSniffer.Look look;
    private final Optional<Path> beside;
    private FlowFormat format;
    private String sites = "";
    private String side = "";
    private int limit;

    FlowImportModel(Path file, FlowSniffer.Look look, Optional<Path> beside) {
        this.file = file;
        this.look = look;
        this.beside = beside;
        this.format = look.format();
    }

    /** Looks at a file; completes on the JavaFX thread, empty where it holds neither counts nor trips. */
    public static CompletableFuture<Optional<FlowImportModel>> look(Workspace workspace, Path file) {
        ZoneId zone = workspace.session().clock().zoneProperty().get();
        CompletableFuture<Optional<FlowImportModel>> looked = new CompletableFuture<>();
        workspace.tasks().io().execute(() -> {
            Optional<FlowImportModel> model = FlowSniffer.look(file, zone).map(l -> new FlowImportModel(file, l, FlowReader.sitesBeside(file)));
            workspace.tasks().fx().execute(() -> looked.complete(model));
        });
        return looked;
    }

    Path file() {
        return file;
    }

    FlowSniffer.Look look() {
        return look;
    }

    FlowFormat format() {
        return format;
    }

    void setFormat(FlowFormat other) {
        format = other;
    }

    /** The table of sites that is read beside this one; empty where there is none. */
    String sites() {
        return sites.isEmpty() && format.x() < 0 ? beside.map(p -> p.getFileName().toString()).orElse("") : sites;
    }

    /** Where sites lie, in a table beside this one. */
    void setSites(Path table) {
        Path folder = file.toAbsolutePath().getParent();
        Path absolute = table.toAbsolutePath().normalize();
        sites = folder != null && folder.equals(absolute.getParent()) ? absolute.getFileName().toString() : absolute.toString();
    }

    /** {@code left} or {@code right}; empty for the country's own. */
    void setSide(String other) {
        side = other;
    }

    /** How far from its street a site may lie, metres; 0 for the usual. */
    void setLimit(int metres) {
        limit = metres;
    }

    /** What to ask of the pipeline: everything as it is shown, so that it is read the same way again. */
    public ImportRequest request() {
        Map<String, String> settings = new HashMap<>();
        CsvFormat csv = format.csv();
        settings.put("zone", csv.zone());
        settings.put("label", csv.label() == CsvFormat.Label.INTERVAL_END ? "end" : "start");
        settings.put("comma", Boolean.toString(csv.decimalComma()));
        if (csv.layout() == CsvFormat.Layout.LONG) {
            settings.put("place", format.name(format.place()));
            settings.put("other", column(format.other()));
            settings.put("mode", column(format.mode()));
            settings.put("count", format.name(csv.valueColumn()));
            settings.put("x", column(format.x()));
            settings.put("y", column(format.y()));
        }
        put(settings, "sites", sites);
        put(settings, "side", side);
        put(settings, "limit", limit > 0 ? Integer.toString(limit) : "");
        return ImportRequest.of(file).withOptions(new ReadOptions(Optional.empty(), Optional.empty(), settings));
    }

    private String column(int column) {
        return column < 0 ? NONE : format.name(column);
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (!value.isEmpty()) {
            settings.put(key, value);
        }
    }
}
