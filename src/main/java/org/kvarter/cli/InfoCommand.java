package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.geo.HeightSystem;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceInfo;
import org.kvarter.importing.SourceInspector;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter info FILE…}: what is in files, without keeping any of it. */
@Command(name = "info", mixinStandardHelpOptions = true)
final class InfoCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(InfoCommand.class);

    @Mixin
    private Common common;

    @Parameters(arity = "1..*", paramLabel = "FILE")
    private List<Path> files;

    private final CoordinateSystems systems = new CoordinateSystems();

    @Override
    public Integer call() {
        PrintWriter out = common.out();
        SourceInspector inspector = SourceInspector.ofInstalled();
        ObjectNode root = Json.object();
        ArrayNode list = root.putArray("files");
        boolean refused = false;
        for (Path file : files) {
            try {
                SourceInfo info = inspector.inspect(file, ReadOptions.DEFAULT, Progress.NONE);
                if (common.json()) {
                    addFile(list.addObject(), info);
                } else {
                    print(info, out);
                }
            } catch (ImportException e) {
                refused = true;
                if (common.json()) {
                    addRefused(list.addObject(), file, e.getMessage());
                } else {
                    common.err().println(e.getMessage());
                }
            }
        }
        if (common.json()) {
            Json.print(root, out);
        }
        return refused ? 1 : 0;
    }

    /** The canonical code of what a file says of its system, or what it says itself. */
    private Optional<String> canonical(SourceInfo info) {
        return info.crs().map(c -> systems.find(c).map(s -> s.code().isEmpty() ? s.name() : s.code()).orElse(c));
    }

    private static boolean hasHeights(SourceInfo info) {
        return info.extent().length == 6 && Double.isFinite(info.extent()[2]);
    }

    /** What heights are measured from, where the file says so. */
    private Optional<String> datum(SourceInfo info) {
        return info.crs().flatMap(systems::find).flatMap(CoordinateSystem::vertical).map(HeightSystem::name);
    }

    /** What the reader says, and what is uncertain about the file's coordinate reference system. */
    private List<Diagnostic> diagnostics(SourceInfo info) {
        List<Diagnostic> all = new ArrayList<>(info.diagnostics());
        info.crs().flatMap(systems::caution).ifPresent(c ->
                all.add(new Diagnostic(c.misplaced() ? Severity.WARNING : Severity.INFO, info.file(), "", c.sentence())));
        return all;
    }

    private void addFile(ObjectNode node, SourceInfo info) {
        node.put("file", info.file()).put("format", info.format()).put("version", info.version());
        canonical(info).ifPresentOrElse(c -> node.put("crs", c), () -> node.putNull("crs"));
        ObjectNode counts = node.putObject("counts");
        info.counts().forEach(counts::put);
        ArrayNode lods = node.putArray("lods");
        info.lods().forEach(lods::add);
        ArrayNode extent = node.putArray("extent");
        for (double value : info.extent()) {
            Json.addNumber(extent, value);
        }
        ArrayNode attributes = node.putArray("attributes");
        info.attributes().forEach(a -> attributes.addObject().put("name", a.name())
                .put("type", a.type().name().toLowerCase(java.util.Locale.ROOT)).put("unit", a.unit()));
        Json.addDiagnostics(node, diagnostics(info));
    }

    /** The same keys as for a file that was read. */
    private static void addRefused(ObjectNode node, Path file, String why) {
        node.put("file", file.toString()).put("format", "").put("version", "").putNull("crs");
        node.putObject("counts");
        node.putArray("lods");
        node.putArray("extent");
        node.putArray("attributes");
        Json.addDiagnostics(node, List.of(new Diagnostic(Severity.ERROR, file.toString(), "", why)));
    }

    private void print(SourceInfo info, PrintWriter out) {
        out.println(info.file());
        line(out, "info.format", (info.format() + " " + info.version()).strip());
        line(out, "info.crs", canonical(info).orElse(TEXTS.get("info.noCrs")));
        if (hasHeights(info)) {
            line(out, "info.heights", datum(info).orElse(TEXTS.get("info.noHeights")));
        }
        for (Map.Entry<String, Integer> count : info.counts().entrySet()) {
            line(out, "info.count", count.getKey() + "  " + Figures.of(count.getValue()));
        }
        if (!info.lods().isEmpty()) {
            line(out, "info.lods", String.join(", ", info.lods()));
        }
        double[] e = info.extent();
        if (e.length == 6) {
            line(out, "info.extent", String.format(java.util.Locale.ROOT, "%.3f %.3f – %.3f %.3f", e[0], e[1], e[3], e[4])
                    + (Double.isFinite(e[2]) ? String.format(java.util.Locale.ROOT, "  (%.2f – %.2f m)", e[2], e[5]) : ""));
        }
        for (SourceInfo.LayerInfo layer : info.layers()) {
            line(out, "info.layer", layer.title() + "  " + layer.kind().name().toLowerCase(java.util.Locale.ROOT) + "  "
                    + (layer.columns() > 0 ? layer.columns() + " × " + layer.rows() : Figures.of(layer.features())));
        }
        if (!info.attributes().isEmpty()) {
            line(out, "info.attributes", String.join(", ", info.attributes().stream()
                    .map(a -> a.unit().isEmpty() ? a.name() : a.name() + " (" + a.unit() + ")").toList()));
        }
        diagnostics(info).forEach(d -> line(out, "info." + d.severity().name().toLowerCase(java.util.Locale.ROOT),
                sentence(d)));
        out.println();
    }

    /** The sentence, with the object before it where it does not name it itself. */
    static String sentence(Diagnostic diagnostic) {
        return diagnostic.message().contains(diagnostic.object()) ? diagnostic.message() : diagnostic.object() + ": " + diagnostic.message();
    }

    private static void line(PrintWriter out, String key, String text) {
        out.println("  " + String.format("%-12s", TEXTS.get(key)) + text);
    }
}
