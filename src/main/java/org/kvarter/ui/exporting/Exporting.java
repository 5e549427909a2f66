package org.kvarter.ui.exporting;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import javafx.stage.FileChooser.ExtensionFilter;
import org.kvarter.analysis.DataOrigins;
import org.kvarter.exporting.Credit;
import org.kvarter.exporting.ExportException;
import org.kvarter.exporting.ExportFormat;
import org.kvarter.exporting.ExportReport;
import org.kvarter.exporting.Scene;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.scene.palette.MaterialColours;
import org.kvarter.session.Session;
import org.kvarter.session.standing.Standing;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Numbers;

/** Writes the layers that are shown, or the selection where there is one, in the background. JavaFX thread only. */
public final class Exporting {

    private static final Texts TEXTS = Texts.in(Exporting.class);

    private final Workspace workspace;

    public Exporting(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What can be chosen in the dialog, one filter per format. */
    public static List<ExtensionFilter> filters() {
        return Arrays.stream(ExportFormat.values())
                .map(f -> new ExtensionFilter(f.title(), f.endings().stream().map(e -> "*" + e).toList())).toList();
    }

    /**
     * The file that was meant: with the ending of the chosen format where it has none that can be written.
     *
     * @param chosen the filter chosen in the dialog; {@code null} for none
     */
    public static Path withEnding(Path file, ExtensionFilter chosen) {
        if (ExportFormat.of(file).isPresent()) {
            return file;
        }
        String ending = Optional.ofNullable(chosen).map(f -> f.getExtensions().get(0).substring(1)).orElse(ExportFormat.GLB.endings().get(0));
        return file.resolveSibling(file.getFileName() + ending);
    }

    /** Writes; the person is told what became of it. Completes with whether it was written. */
    public CompletableFuture<Boolean> write(Path file) {
        ExportFormat format = ExportFormat.of(file).orElseThrow();
        Scene scene = scene();
        boolean selection = !workspace.session().selection().isEmpty();
        workspace.notices().info(TEXTS.get(selection ? "writing.selection" : "writing", file.getFileName()));
        return Tasks.submit(workspace.tasks().io(), progress -> {
            try {
                return format.write(scene, file, progress);
            } catch (ExportException e) {
                throw new CompletionException(e);
            }
        }, (fraction, message) -> { }).result().handleAsync((report, failure) -> {
            tell(file, report, failure);
            return failure == null;
        }, workspace.tasks().fx());
    }

    private void tell(Path file, ExportReport report, Throwable failure) {
        if (failure != null) {
            Throwable cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            workspace.notices().error(cause instanceof ExportException ? cause.getMessage() : TEXTS.get("failed", file.getFileName()));
        } else if (report.features() == 0) {
            workspace.notices().warn(TEXTS.get("empty", file.getFileName()));
        } else {
            String done = TEXTS.get("done", file.getFileName(), Numbers.whole(report.features()));
            workspace.notices().info(report.leftOut().isEmpty() ? done : done + " " + TEXTS.get("leftOut", String.join(", ", report.leftOut())));
        }
    }

    private Scene scene() {
        Session session = workspace.session();
        List<Layer> shown = session.district().layers().stream().filter(l -> session.style(l.id()).visible()).toList();
        Set<FeatureKey> selected = new HashSet<>(session.selection());
        if (!selected.isEmpty()) {
            Set<String> of = selected.stream().map(FeatureKey::layerId).collect(Collectors.toSet());
            shown = session.district().layers().stream().filter(l -> of.contains(l.id())).toList();
        }
        Map<String, BitSet> covered = selected.isEmpty() ? new Standing().covered(session.district(), session.meshes(), session::style) : Map.of();
        return new Scene(session.district(), new HashMap<>(session.meshes()), shown, key -> selected.isEmpty()
                ? !covered.getOrDefault(key.layerId(), new BitSet()).get(key.row()) : selected.contains(key), MaterialColours::of)
                .withCredits(Credit.of(shown, new DataOrigins(session.dataBook(), session.scenarios()), session.vault().guard()));
    }
}
