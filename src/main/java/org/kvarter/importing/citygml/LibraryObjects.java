package org.kvarter.importing.citygml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import org.kvarter.importing.ElevationBatch;
import org.kvarter.importing.FlowBatch;
import org.kvarter.importing.ImageBatch;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerSink;
import org.kvarter.importing.MovementBatch;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.SolidBatch;
import org.kvarter.importing.SourceDescription;
import org.kvarter.importing.SourceHead;
import org.kvarter.importing.VectorBatch;
import org.kvarter.model.Diagnostic;
import org.kvarter.task.Progress;

/**
 * Files that the document leans on: prototypes of trees and lamps, grids of terrain. They must lie in the document's folder or below it, and
 * any format that is read may do but CityGML itself, which could lean on itself.
 */
final class LibraryObjects {

    /** Before the name of a library file where an id of a prototype stands otherwise. */
    static final String PREFIX = "file:";

    private final Path document;
    private final Progress progress;

    LibraryObjects(Path document, Progress progress) {
        this.document = document;
        this.progress = progress;
    }

    /**
     * Reads a file.
     *
     * @return {@code false} where it is somewhere else, not there, or not of a format that is read
     */
    boolean read(String name, Consumer<SolidBatch> solids, Consumer<ElevationBatch> heights) {
        FileColumns named = new FileColumns();
        named.name = name;
        Path file = named.path(document);
        if (file == null) {
            return false;
        }
        try {
            SourceHead head = SourceHead.of(file);
            Optional<Importer> importer = ServiceLoader.load(Importer.class).stream().map(ServiceLoader.Provider::get)
                    .filter(i -> !(i instanceof CityGmlImporter)).filter(i -> i.probe(head) > 0).max(Comparator.comparingDouble(i -> i.probe(head)));
            if (importer.isEmpty() || Files.isDirectory(file)) {
                return false;
            }
            importer.get().read(head, ReadOptions.DEFAULT, new Taker(solids, heights), progress);
            return true;
        } catch (IOException | ImportException e) {
            return false;
        }
    }

    /** Takes surfaces and heights and nothing else. */
    private record Taker(Consumer<SolidBatch> solid, Consumer<ElevationBatch> height) implements LayerSink {

        @Override
        public void source(SourceDescription description) {
            // the document says where things are
        }

        @Override
        public void solids(SolidBatch batch) {
            solid.accept(batch);
        }

        @Override
        public void vectors(VectorBatch batch) {
            // nothing to stand in a place
        }

        @Override
        public void elevation(ElevationBatch batch) {
            height.accept(batch);
        }

        @Override
        public void image(ImageBatch batch) {
            // nothing to stand in a place
        }

        @Override
        public void movement(MovementBatch batch) {
            // nothing to stand in a place
        }

        @Override
        public void flows(FlowBatch batch) {
            // nothing to stand in a place
        }

        @Override
        public void count(String type, int number) {
            // the document's objects count
        }

        @Override
        public void diagnostic(Diagnostic diagnostic) {
            // of a prototype that shows, its own trouble is no news
        }
    }
}
