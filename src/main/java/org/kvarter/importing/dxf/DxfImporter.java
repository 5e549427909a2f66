package org.kvarter.importing.dxf;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.kvarter.geo.store.MemoryStore;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.vector.TableImporter;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/**
 * Reads ASCII DXF as layers of lines, areas and points with the attributes {@code layer}, {@code type}, {@code colour}, {@code block} and
 * {@code text}, and faces as solids. Model space only. A drawing names no reference system: the person is asked where it belongs.
 *
 * <p>Settings: {@code unit} ({@code mm}, {@code cm}, {@code dm}, {@code m}, {@code km}, {@code in}, {@code ft}) in place of the header's,
 * {@code closed} ({@code areas}: all closed polylines are areas), {@code hidden} ({@code show}: layers that are off or frozen, too).
 */
public final class DxfImporter extends TableImporter {

    /** Curves are true to so much, metres. */
    private static final double TOLERANCE = 0.01;
    private static final Texts TEXTS = Texts.in(DxfImporter.class);
    private static final Pattern START = Pattern.compile("\\A\\s*(999\\s*\\R[^\\n]*\\n\\s*)*0\\s*\\R\\s*SECTION\\s*\\R\\s*2\\s*\\R\\s*(HEADER|CLASSES|TABLES|BLOCKS|ENTITIES)\\b");
    private static final String ENDING = "(?i)\\.dxf$";

    public DxfImporter() {
        super("DXF", ".dxf");
    }

    @Override
    public double probe(SourceHead head) {
        String start = head.text().substring(0, Math.min(4_000, head.text().length()));
        String bare = start.startsWith("\u00EF\u00BB\u00BF") ? start.substring(3) : start;
        return START.matcher(bare).find() ? 0.95 : head.bytes().length == 0 && head.name().endsWith(".dxf") ? 0.3 : 0;
    }

    @Override
    protected Tables tables(SourceHead head, ReadOptions options, Consumer<Diagnostic> notes, MemoryBudget budget, Progress progress)
            throws ImportException, IOException {
        String name = head.file().getFileName().toString();
        DiagnosticTally tally = new DiagnosticTally(name, TEXTS, notes);
        DxfHeader header = DxfHeader.of(head.file());
        String stem = name.replaceFirst(ENDING, "");
        DxfShapes shapes = new DxfShapes(stem, options.setting("closed").filter("areas"::equals).isPresent(), budget);
        DxfFaces faces = new DxfFaces(budget);
        try (DxfPairs pairs = new DxfPairs(new BufferedInputStream(Files.newInputStream(head.file())), header.charset())) {
            DxfReader reader = new DxfReader(pairs, budget, progress);
            DxfDrawing drawing = new DxfDrawing(reader, shapes, faces, budget, TOLERANCE / DxfUnits.stated(header.units(), options.setting("unit")),
                    options.setting("hidden").filter("show"::equals).isPresent());
            reader.read(drawing);
            tell(pairs, drawing, shapes, tally);
        }
        boolean none = shapes.tables().isEmpty() && faces.isEmpty();
        if (none) {
            tally.finish();
            throw new ImportException(TEXTS.get("nothing", name));
        }
        double[] box = {Double.MAX_VALUE, Double.MAX_VALUE, -Double.MAX_VALUE, -Double.MAX_VALUE};
        shapes.stretch(box);
        faces.stretch(box);
        DxfUnits.Scale scale = DxfUnits.of(header.units(), options.setting("unit"), box);
        if (!scale.sentence().isEmpty()) {
            tally.add(scale.sentence().equals("units.map") ? Severity.WARNING : Severity.INFO, scale.sentence(), "", scale.metres(), DxfUnits.name(header.units()));
        }
        tally.finish();
        shapes.scale(scale.metres());
        List<Consumer<LayerSink>> further = faces.isEmpty() ? List.of()
                : List.of(sink -> faces.accept(sink, FileNames.readable(stem) + ":faces", scale.metres()));
        return new Tables(new MemoryStore(head.file(), format(), header.release(), Optional.empty(), shapes.tables()), further);
    }

    private static void tell(DxfPairs pairs, DxfDrawing drawing, DxfShapes shapes, DiagnosticTally tally) {
        drawing.leftOut().forEach((type, count) -> tally.add(Severity.INFO, "leftOut", type, type, count));
        if (drawing.hidden() > 0) {
            tally.add(Severity.INFO, "hidden", "", drawing.hidden());
        }
        if (drawing.isCut()) {
            tally.add(Severity.WARNING, "blocks", "");
        }
        if (shapes.bad() > 0) {
            tally.add(Severity.WARNING, "bad", "", shapes.bad());
        }
        if (pairs.isDamaged()) {
            tally.add(Severity.WARNING, "damaged", "", 2 * pairs.pairs() + 1);
        }
    }
}
