package org.kvarter.importing.pipeline;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.GroundFit;
import org.kvarter.importing.HeightReference;
import org.kvarter.importing.SolidBatch;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.mesh.LayerMesher;
import org.kvarter.mesh.MeshPlan;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.model.Terrain;
import org.kvarter.task.Progress;
import org.kvarter.text.LocalText;

/** One layer of solids while its batches come in. One reading thread. */
final class SolidAssembly {

    private final String id;
    private final LocalText titles;
    private final LayerKind kind;
    private final GroundPlacement ground;
    private final LayerMesher mesher;
    private final FeatureTables features = new FeatureTables();
    private final List<float[]> bounds = new ArrayList<>();

    /**
     * @param raised how far a person has raised it over where it stands, metres
     * @param rule   how its heights are brought to the terrain
     */
    SolidAssembly(String id, SolidBatch first, Optional<Terrain> terrain, double raised, GroundFit.Rule rule, Executor workers, Progress progress,
                  ImportListener listener) {
        this.id = id;
        this.titles = first.titles();
        this.kind = first.kind();
        // Of absolute heights only buildings tell whether they fit: boats, cranes, bridges and water are where they are.
        boolean stands = first.heights() == HeightReference.ABOVE_GROUND
                || first.heights() == HeightReference.ABSOLUTE && first.kind() == LayerKind.BUILDINGS;
        this.ground = new GroundPlacement(first.heights(), stands ? terrain : Optional.empty(), raised, rule);
        this.mesher = new LayerMesher(workers, progress, tile -> listener.tileReady(id, tile));
    }

    String id() {
        return id;
    }

    /** Moves a batch into the frame; vertices that several batches share are moved once. */
    static void place(SolidBatch batch, CoordinateTransform transform, List<WeakReference<double[]>> placed, ParallelPlace parallel) {
        double[] vertices = batch.polygons().vertices();
        placed.removeIf(reference -> reference.get() == null);
        if (placed.stream().noneMatch(reference -> reference.get() == vertices)) {
            parallel.toLocal(transform, vertices);
            placed.add(new WeakReference<>(vertices));
        }
    }

    /** Plans a placed batch and raises it to the ground. */
    MeshPlan plan(SolidBatch batch) {
        MeshPlan plan = MeshPlan.of(batch.polygons(), batch.features().size());
        float[] lift = ground.lift(batch.features(), plan.featureBounds());
        return lift == null ? plan : plan.raised(lift);
    }

    void mesh(SolidBatch batch, MeshPlan plan) {
        int first = features.add(batch.features());
        bounds.add(plan.featureBounds());
        mesher.add(plan, first);
    }

    /** Gives up the layer; no tile of it comes after this. */
    void abort() {
        mesher.abort();
    }

    ImportedLayer finish(SourceRef source, Path file) {
        LayerMesh mesh = mesher.finish(id);
        FeatureTable table = features.concat();
        float[] boxes = FeatureTables.concat(bounds);
        List<Diagnostic> diagnostics = new ArrayList<>(MeshDiagnostics.of(mesher.issues(), source.file(), table.ids()));
        ground.diagnostic(source.file(), titles.shown()).ifPresent(diagnostics::add);
        int formless = 0;
        for (int f = 0; f < table.size(); f++) {
            formless += Float.isNaN(boxes[6 * f]) ? 1 : 0;
        }
        Bounds all = mesh.tiles().stream().map(t -> t.bounds()).reduce(Bounds.EMPTY, Bounds::union);
        SolidLayer layer = new SolidLayer(id, titles, kind, source, table, boxes, all, mesh.partCount(), diagnostics);
        LayerReport report = new LayerReport(id, titles.shown(), kind, file, table.size(), formless, mesh.partCount(), mesh.triangleCount(),
                MeshDiagnostics.leftOut(mesher.issues()), MeshDiagnostics.repaired(mesher.issues()), diagnostics);
        return new ImportedLayer(layer, Optional.of(mesh), report);
    }
}
