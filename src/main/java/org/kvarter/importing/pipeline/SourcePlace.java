package org.kvarter.importing.pipeline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.kvarter.geo.CoordinateSystem;
import org.kvarter.geo.CoordinateTransform;
import org.kvarter.geo.GroundFit;
import org.kvarter.geo.CrsException;
import org.kvarter.geo.place.AdjustedTransform;
import org.kvarter.geo.place.Adjustment;
import org.kvarter.geo.place.Evidence;
import org.kvarter.geo.place.HandPlacement;
import org.kvarter.geo.place.PlacedTransform;
import org.kvarter.geo.place.Statement;
import org.kvarter.importing.SourceDescription;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Severity;

/**
 * Where one file belongs: its system as it states it or as a person has decided, its mistakes undone. One reading thread.
 *
 * <p>What a person has decided is never doubted again.
 */
final class SourcePlace {

    private static final CoordinateTransform NOTHING_TO_MOVE = new CoordinateTransform() {
        @Override
        public void toLocal(double[] xyz, int first, int count) {
            java.util.Arrays.fill(xyz, 3 * first, 3 * (first + count), Double.NaN);
        }

        @Override
        public void toSource(double[] xyz, int first, int count) {
            java.util.Arrays.fill(xyz, 3 * first, 3 * (first + count), Double.NaN);
        }
    };

    private final ImportRequest request;
    private final ImportContext context;
    private final BoundedDiagnostics diagnostics;
    private final Adjustment repair;
    private final Set<String> cautioned = new HashSet<>();
    private final Set<String> believed = new HashSet<>();
    private SourceDescription description;

    SourcePlace(ImportRequest request, ImportContext context, BoundedDiagnostics diagnostics) {
        this.request = request;
        this.context = context;
        this.diagnostics = diagnostics;
        this.repair = repair(request);
    }

    void source(SourceDescription said) {
        description = said;
    }

    /** The system of a batch, or empty for metres of the source's own. */
    Optional<CoordinateSystem> system(String ofLayer, Supplier<Evidence> vertices) {
        List<Statement> places = description == null ? List.of() : description.places();
        Supplier<Evidence> seen = () -> vertices.get().with(places);
        Optional<String> stated = request.crs().or(() -> ofLayer.isBlank() ? Optional.empty() : Optional.of(ofLayer))
                .or(() -> description == null ? Optional.empty() : description.crs());
        boolean asked = request.options().setting(ImportRequest.ASK).isPresent();
        if (stated.isPresent() && stated.get().equals(ImportRequest.LOCAL)) {
            if (asked) {
                throw new PlaceUnknownException(Optional.empty(), Optional.empty(), seen.get());
            }
            return Optional.empty();
        }
        Optional<CoordinateSystem> found = stated.flatMap(context.systems()::find);
        if (found.isEmpty()) {
            throw new PlaceUnknownException(stated.filter(s -> !s.isBlank()), Optional.empty(), seen.get());
        }
        if (asked) {
            throw new PlaceUnknownException(stated, found, seen.get());
        }
        boolean decided = request.crs().isPresent() || request.options().setting(Adjustment.SETTING).isPresent()
                || places.stream().flatMap(s -> s.settings().keySet().stream()).anyMatch(s -> request.options().setting(s).isPresent());
        if (!decided && believed.add(found.get().definition()) && context.doctor().doubts(found.get(), seen.get(), context.there().get())) {
            throw new PlaceUnknownException(stated, found, seen.get());
        }
        if (cautioned.add(stated.get())) {
            context.systems().caution(stated.get()).ifPresent(caution -> diagnostics.add(new Diagnostic(
                    caution.misplaced() ? Severity.WARNING : Severity.INFO, context.path(request.file()), "", caution.sentence())));
        }
        return found;
    }

    /**
     * The transform of a batch into the district.
     *
     * @param ofLayer system of the layer where it differs from the source's, else empty
     * @param box     around what is known of it; without any, nothing is moved
     * @param seen    what tells its place, where that is in question
     */
    CoordinateTransform transform(String ofLayer, Bounds box, Supplier<Evidence> seen) {
        if (box.isEmpty()) {
            return NOTHING_TO_MOVE;
        }
        Optional<CoordinateSystem> system = system(ofLayer, seen);
        try {
            return system.isPresent() ? into(system.get(), box) : local(box);
        } catch (CrsException e) {
            throw new UnplaceableException(e);
        }
    }

    /** The transform from the source's own coordinates in a system, with the mistake undone that a person has recognised. */
    CoordinateTransform into(CoordinateSystem system, Bounds extent) throws CrsException {
        return placed(context.placement().of(system, repaired(extent)));
    }

    /** Metres by which a person has raised the source over where it stands by itself. */
    double raised() {
        return hand(request).map(HandPlacement::moveUp).orElse(0.0);
    }

    /** How heights are brought to the terrain. */
    GroundFit.Rule rule() {
        return request.options().setting(GroundFit.SETTING).map(GroundFit.Rule::of).orElse(GroundFit.Rule.FIT);
    }

    /** A box in source coordinates with the mistake undone. */
    Bounds repaired(Bounds extent) {
        double[] corners = {extent.minEast(), extent.minNorth(), extent.minUp(), extent.maxEast(), extent.maxNorth(), extent.maxUp()};
        repair.apply(corners, 0, 2);
        return extent.isEmpty() ? extent : Bounds.of(corners, 0, 2);
    }

    /** The transform of a source in metres of its own. */
    CoordinateTransform local(Bounds extent) {
        try {
            return placed(context.placement().local(anchor(request), repaired(extent)));
        } catch (CrsException e) {
            throw new UnplaceableException(e);
        }
    }

    private CoordinateTransform placed(CoordinateTransform transform) {
        return placed(request, transform, context.placement().frame().orElse(null));
    }

    /** With the source's mistake undone before, and a person's own placement made after. */
    static CoordinateTransform placed(ImportRequest request, CoordinateTransform transform, LocalFrame frame) {
        return PlacedTransform.of(AdjustedTransform.of(repair(request), transform), hand(request), Optional.ofNullable(frame));
    }

    private static Adjustment repair(ImportRequest request) {
        return request.options().setting(Adjustment.SETTING).flatMap(Adjustment::parse).orElse(Adjustment.NONE);
    }

    private static Optional<HandPlacement> hand(ImportRequest request) {
        return request.options().setting(HandPlacement.SETTING).flatMap(HandPlacement::parse);
    }

    /** Where the zero of a source in metres of its own stands. */
    static Optional<double[]> anchor(ImportRequest request) {
        return request.options().setting("anchor").flatMap(SourcePlace::numbers);
    }

    private static Optional<double[]> numbers(String text) {
        String[] words = text.split(",");
        double[] values = new double[3];
        try {
            for (int i = 0; i < Math.min(3, words.length); i++) {
                values[i] = Double.parseDouble(words[i].strip());
            }
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
        return Optional.of(values);
    }
}
