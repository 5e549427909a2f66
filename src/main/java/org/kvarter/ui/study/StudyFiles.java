package org.kvarter.ui.study;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;
import javafx.stage.FileChooser;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;

/** Asks where a study's numbers or drawing are to be kept, writes them off the window's thread and tells what became of it. JavaFX thread only. */
final class StudyFiles {

    private static final Texts TEXTS = Texts.in(StudyFiles.class);

    private final Workspace workspace;

    StudyFiles(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Asks and writes.
     *
     * @param owner   stands in the window that asks
     * @param name    proposed, without ending
     * @param endings such as {@code csv}, the first one for a name without any of them
     */
    void save(Node owner, String name, FileWriting writing, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setInitialFileName(name + "." + endings[0]);
        for (String ending : endings) {
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(ending.toUpperCase(Locale.ROOT), "*." + ending));
        }
        File chosen = chooser.showSaveDialog(owner.getScene().getWindow());
        if (chosen == null) {
            return;
        }
        boolean complete = java.util.Arrays.stream(endings).anyMatch(e -> chosen.getName().toLowerCase(Locale.ROOT).endsWith("." + e));
        Path file = complete ? chosen.toPath() : chosen.toPath().resolveSibling(chosen.getName() + "." + endings[0]);
        CompletableFuture.runAsync(() -> {
            try {
                writing.to(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }, workspace.tasks().io()).whenCompleteAsync((x, failure) -> {
            if (failure == null) {
                workspace.notices().info(TEXTS.get("saved", file.getFileName()));
            } else {
                workspace.notices().error(TEXTS.get("unwritable", file));
            }
        }, workspace.tasks().fx());
    }
}
