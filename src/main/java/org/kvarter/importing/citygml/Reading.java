package org.kvarter.importing.citygml;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** One reading of one file, from opening it to the last batch. */
final class Reading {

    private static final Charset FALLBACK = Charset.forName("windows-1252");
    private static final Pattern DECLARED = Pattern.compile("<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([^\"']{1,40})[\"']");
    /** Of the whole reading, the share that the look ahead takes. */
    private static final double LOOK_AHEAD = 0.1;

    private final CoordinateSystems systems;
    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;
    private final String name;
    private final Texts texts = Texts.in(Reading.class);
    private final DiagnosticTally problems;

    Reading(CoordinateSystems systems, SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
        this.systems = systems;
        this.source = source;
        this.options = options;
        this.sink = sink;
        this.progress = progress;
        this.name = source.file().getFileName().toString();
        this.problems = new DiagnosticTally(name, texts, sink::diagnostic);
    }

    void run() throws ImportException {
        if (Files.isDirectory(source.file())) {
            throw new ImportException(texts.get("refused.folder", name));
        }
        try {
            read();
        } catch (RefusedException e) {
            throw new ImportException(texts.get(e.key(), name), e);
        } catch (MalformedException e) {
            throw new ImportException(texts.get("refused." + e.key(), name, e.line()), e);
        } catch (MemoryBudget.ExceededException | OutOfMemoryError e) {
            throw new ImportException(texts.get("refused.tooLarge", name, Runtime.getRuntime().maxMemory() >> 20), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("refused.unreadable", name, String.valueOf(e.getMessage())), e);
        }
    }

    private void read() throws IOException {
        Prescan scan;
        try (Source in = Source.open(source)) {
            scan = Prescan.of(in);
        }
        Optional<Charset> encoding = encoding(scan);
        encoding.ifPresent(e -> problems.add(Severity.WARNING, "encoding.guessed", "", e.displayName()));
        CityModel model = new CityModel(source, options, sink, problems, systems, scan, encoding, progress, this::report);
        model.read();
        progress.checkCancelled();
        model.finish();
        problems.finish();
        progress.report(1, texts.get("progress", name));
    }

    private void report(Source in) {
        progress.report(LOOK_AHEAD + (1 - LOOK_AHEAD) * in.fraction(), texts.get("progress", name));
    }

    /** The encoding to use where the document claims to be UTF-8, or claims nothing, and is not. */
    private Optional<Charset> encoding(Prescan scan) {
        String head = Probe.text(source);
        Matcher declared = DECLARED.matcher(head);
        boolean utf8 = !declared.find() || declared.group(1).equalsIgnoreCase("UTF-8");
        byte[] b = source.bytes();
        boolean utf16 = b.length > 1 && (b[0] == 0 || b[1] == 0 || (b[0] & 0xFF) >= 0xFE);
        return scan.isUtf8() || !utf8 || utf16 ? Optional.empty() : Optional.of(FALLBACK);
    }
}
