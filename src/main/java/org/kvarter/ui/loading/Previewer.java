package org.kvarter.ui.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kvarter.importing.ImportException;
import org.kvarter.importing.Importer;
import org.kvarter.importing.LayerPreview;
import org.kvarter.importing.SourceHead;
import org.kvarter.task.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at files before they are read. What cannot be looked at gets no choices: reading it says why, better than this could.
 *
 * @param importers all formats
 */
record Previewer(List<Importer> importers) {

    private static final Logger LOG = LoggerFactory.getLogger(Previewer.class);

    FileChoices look(Path file, Progress progress) {
        try {
            SourceHead head = SourceHead.of(file);
            Optional<Importer> importer = importers.stream().filter(i -> i.probe(head) > 0).max(Comparator.comparingDouble(i -> i.probe(head)));
            if (importer.isPresent()) {
                List<LayerPreview> layers = importer.get().preview(head, progress);
                return new FileChoices(file, importer.get().format(), layers);
            }
        } catch (IOException | ImportException e) {
            LOG.info("No preview of {}", file, e);
        }
        return new FileChoices(file, "", List.of());
    }
}
