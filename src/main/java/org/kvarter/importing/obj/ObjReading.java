package org.kvarter.importing.obj;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.textures.TextureFiles;
import org.kvarter.model.LayerKind;
import org.kvarter.model.Severity;
import org.kvarter.task.Progress;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;

/** One reading of one OBJ file. */
final class ObjReading {

    private final SourceHead source;
    private final ReadOptions options;
    private final LayerSink sink;
    private final Progress progress;
    private final String name;
    private final Texts texts = Texts.in(ObjReading.class);
    private final DiagnosticTally problems;
    private long bytesRead;

    ObjReading(SourceHead source, ReadOptions options, LayerSink sink, Progress progress) {
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
        } catch (LineReader.LineTooLongException e) {
            throw new ImportException(texts.get("refused.line", name), e);
        } catch (MemoryBudget.ExceededException | OutOfMemoryError e) {
            throw new ImportException(texts.get("refused.tooLarge", name, Runtime.getRuntime().maxMemory() >> 20), e);
        } catch (IOException e) {
            throw new ImportException(texts.get("refused.unreadable", name, String.valueOf(e.getMessage())), e);
        }
    }

    private void read() throws IOException, ImportException {
        String title = name.replaceFirst("(?i)\\.obj$", "");
        ObjModel model = new ObjModel(MemoryBudget.ofHeap(), title);
        TextureFiles pictures = new TextureFiles(source.file(), sink::diagnostic);
        MtlReader materials = new MtlReader(pictures);
        double size = Math.max(1, Files.size(source.file()));
        try (InputStream in = counted(Files.newInputStream(source.file()))) {
            new ObjParser(source.file(), model, materials, problems).parse(new LineReader(in), () -> {
                progress.checkCancelled();
                progress.report(Math.min(1, bytesRead / size), texts.get("progress", name));
            });
        }
        progress.checkCancelled();
        if (model.faceCount() == 0) {
            throw new ImportException(texts.get(model.vertexCount() == 0 ? "refused.notObj" : "refused.noFaces", name));
        }
        reportMaterials(model, materials);
        ObjFaces faces = new ObjFaces(model, materials, options, problems);
        sink.source(new SourceDescription("OBJ", "", Optional.empty(), List.of(), title, ""));
        SolidBatch batch = faces.batch(FileNames.readable(title), kind(), HeightReference.ABSOLUTE);
        if (batch.polygons().polygonCount() == 0 && options.bbox().isEmpty()) {
            problems.add(Severity.WARNING, "nothingToSee", "");
        }
        sink.solids(batch);
        problems.finish();
        pictures.finish();
        progress.report(1, texts.get("progress", name));
    }

    private void reportMaterials(ObjModel model, MtlReader materials) {
        for (String material : model.materials) {
            if (!materials.knows(material)) {
                problems.add(Severity.INFO, "material.unknown", material, material);
            }
        }
    }

    private LayerKind kind() {
        Optional<String> wish = options.setting("kind").map(k -> k.trim().toUpperCase(Locale.ROOT));
        for (LayerKind kind : LayerKind.values()) {
            if (wish.isPresent() && kind.name().equals(wish.get())) {
                return kind;
            }
        }
        return LayerKind.BUILDINGS;
    }

    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int n = super.read(bytes, offset, length);
                bytesRead += Math.max(0, n);
                return n;
            }
        };
    }
}
