package org.kvarter.importing.cityjson;

import java.util.Optional;
import java.util.function.Function;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.city.Lods;
import org.kvarter.model.Severity;

/**
 * Puts templates in place: a template's vertex becomes {@code reference point + matrix × vertex}, the matrix row by row as CityJSON
 * lays down. An object with instances of several levels of detail keeps the one that meets the wish best.
 */
final class InstanceResolver {

    private static final double[] UNIT = {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1};

    private final VertexSource vertices;
    private final Templates templates;
    private final Optional<String> wish;
    private final DiagnosticTally problems;
    private final double[] reference = new double[3];
    private final Resolver resolver;
    private double[] matrix = UNIT;

    /**
     * @param vertices  of the document the instances are in
     * @param templates of the document or of the sequence's first line; {@code null} where there are none
     * @param resolvers makes the resolver for the vertices of templates in place
     */
    InstanceResolver(VertexSource vertices, Templates templates, Optional<String> wish, DiagnosticTally problems,
                     Function<VertexSource, Resolver> resolvers) {
        this.vertices = vertices;
        this.templates = templates;
        this.wish = wish;
        this.problems = problems;
        this.resolver = resolvers.apply(new Placed());
    }

    /** Appends the surfaces of all pending instances of {@code layer}, settled. Its other polygons must be settled already. */
    void settle(LayerBuilder layer) {
        int from = 0;
        while (from < layer.instances.size()) {
            int feature = layer.instances.get(from).feature();
            int to = from;
            double best = Double.NEGATIVE_INFINITY;
            for (; to < layer.instances.size() && layer.instances.get(to).feature() == feature; to++) {
                GeometryScratch template = templates == null ? null : templates.get(layer.instances.get(to).instance().template());
                if (template != null) {
                    best = Math.max(best, Lods.rank(template.lod, wish));
                }
            }
            int plain = layer.lodTenths.get(feature);
            for (int i = from; i < to; i++) {
                StagedObject.Instance instance = layer.instances.get(i).instance();
                GeometryScratch template = templates == null ? null : templates.get(instance.template());
                if (template == null) {
                    problems.add(Severity.WARNING, "instance.noTemplate", layer.id(feature), String.valueOf(instance.template()));
                } else if (Lods.rank(template.lod, wish) == best && plain < 0) {
                    place(layer, feature, instance, template);
                }
            }
            from = to;
        }
        layer.unordered |= !layer.instances.isEmpty();
        layer.instances.clear();
    }

    private void place(LayerBuilder layer, int feature, StagedObject.Instance instance, GeometryScratch template) {
        double[] m = instance.matrix() == null ? UNIT : instance.matrix();
        boolean sound = instance.vertex() >= 0 && instance.vertex() < vertices.count();
        for (double value : m) {
            sound &= Double.isFinite(value);
        }
        if (!sound || template.shape() != GeometryScratch.Shape.SURFACES) {
            problems.add(Severity.WARNING, "instance.broken", layer.id(feature));
            return;
        }
        for (int axis = 0; axis < 3; axis++) {
            reference[axis] = vertices.get(instance.vertex(), axis);
        }
        matrix = m;
        layer.surfaces.append(template, feature);
        resolver.settle(layer);
    }

    /** The template's vertices as the instance at hand places them. */
    private final class Placed implements VertexSource {

        @Override
        public int count() {
            return templates == null ? 0 : templates.vertices().count();
        }

        @Override
        public double get(int vertex, int axis) {
            VertexStore v = templates.vertices();
            int row = 4 * axis;
            return reference[axis] + matrix[row] * v.get(vertex, 0) + matrix[row + 1] * v.get(vertex, 1)
                    + matrix[row + 2] * v.get(vertex, 2) + matrix[row + 3];
        }
    }
}
