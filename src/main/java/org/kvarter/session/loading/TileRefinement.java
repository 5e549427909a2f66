package org.kvarter.session.loading;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.EyeDetail;
import org.kvarter.importing.Importer;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.SourceCoordinates;
import org.kvarter.model.District;
import org.kvarter.model.Layer;
import org.kvarter.project.ProjectSource;
import org.kvarter.session.Session;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;

/**
 * Reads finer parts of sources that are too large to be read whole, such as 3D Tiles, where the eye has come near them. Nothing is read while a load is under way or something can be done again, nor where the
 * picture would hardly gain. JavaFX thread only.
 */
public final class TileRefinement {

    /** So many times finer the worst tile must become. */
    private static final double WORTH = 1.3;

    /**
     * @param request how a layer was read
     * @param cut     in which parts
     */
    private record Known(ImportRequest request, EyeDetail.Cut cut) {
    }

    /**
     * @param shown what is shown now
     * @param seen  what would be read for the eye
     * @param gain  how many times finer the worst tile would become
     */
    private record Plan(EyeDetail.Cut shown, ReadOptions seen, double gain) {
    }

    private final Session session;
    private final DistrictLoader loader;
    private final Tasks tasks;
    private final CoordinateSystems systems;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, EyeDetail> formats = new HashMap<>();
    /** What could not be read again: it is not asked for at every rest. */
    private final Set<Path> givenUp = new HashSet<>();
    private boolean busy;

    /** @param importers those of them that can, refine their sources */
    public TileRefinement(Session session, DistrictLoader loader, Tasks tasks, CoordinateSystems systems, List<Importer> importers) {
        for (Importer importer : importers) {
            if (importer instanceof EyeDetail detail) {
                formats.put(importer.format(), detail);
            }
        }
        this.session = session;
        this.loader = loader;
        this.tasks = tasks;
        this.systems = systems;
    }

    /**
     * The eye has come to rest.
     *
     * @param eye   local east, north, up
     * @param focal pixels per unit of tangent, of the whole picture
     */
    public void rest(double[] eye, double focal) {
        if (busy || loader.stateProperty().get().running() || !session.undo().redoTitleProperty().get().isEmpty()) {
            return;
        }
        next(session.sources().stream().filter(s -> layer(s).isPresent()).toList().iterator(), eye, focal);
    }

    private Optional<Layer> layer(ProjectSource source) {
        return source.layers().stream().flatMap(id -> session.layer(id).stream()).filter(l -> detail(l).isPresent()).findFirst();
    }

    private Optional<EyeDetail> detail(Layer layer) {
        // the format of a layer may have its version after it
        return formats.entrySet().stream().filter(f -> (layer.source().format() + " ").startsWith(f.getKey() + " ")).map(Map.Entry::getValue).findFirst();
    }

    private void next(Iterator<ProjectSource> sources, double[] eye, double focal) {
        while (sources.hasNext()) {
            ProjectSource source = sources.next();
            Optional<Layer> layer = layer(source);
            if (layer.isEmpty() || !session.style(layer.get().id()).visible()) {
                continue;
            }
            ImportRequest request = Requests.of(source);
            Known before = known.get(layer.get().id());
            EyeDetail.Cut remembered = before != null && before.request.equals(request) ? before.cut : null;
            if (remembered == null || remembered.isPartial()) {
                ask(request, layer.get(), remembered, eye, focal, () -> next(sources, eye, focal));
                return;
            }
        }
    }

    private void ask(ImportRequest request, Layer layer, EyeDetail.Cut remembered, double[] eye, double focal, Runnable otherwise) {
        District district = session.district();
        EyeDetail detail = detail(layer).orElseThrow();
        busy = true;
        tasks.io().execute(() -> {
            Plan plan = null;
            try {
                plan = SourceCoordinates.of(systems, request, layer.source(), district, eye)
                        .map(at -> plan(detail, request, remembered, EyeDetail.seenFrom(request.options(), at, focal))).orElse(null);
            } finally {
                Plan made = plan;
                tasks.fx().execute(() -> take(layer.id(), request, made, otherwise));
            }
        });
    }

    /** For workers. */
    private static Plan plan(EyeDetail detail, ImportRequest request, EyeDetail.Cut remembered, ReadOptions seen) {
        EyeDetail.Cut shown = remembered == null ? detail.cut(request.file(), request.options(), Progress.NONE) : remembered;
        double need = shown.need(seen);
        double gain = need <= 1 ? 1 : need / Math.max(1, detail.cut(request.file(), seen, Progress.NONE).need(seen));
        return new Plan(shown, seen, gain);
    }

    private void take(String layerId, ImportRequest request, Plan plan, Runnable otherwise) {
        busy = false;
        if (plan != null) {
            known.put(layerId, new Known(request, plan.shown));
        }
        if (plan == null || plan.gain < WORTH || givenUp.contains(request.file())) {
            otherwise.run();
        } else if (!loader.stateProperty().get().running()) {
            busy = true;
            loader.refine(layerId, plan.seen.settings().get(EyeDetail.VIEW)).whenComplete((outcome, failure) -> {
                busy = false;
                if (failure != null || outcome.imported().filter(r -> !r.layers().isEmpty()).isEmpty()) {
                    givenUp.add(request.file());
                }
            });
        }
    }
}
