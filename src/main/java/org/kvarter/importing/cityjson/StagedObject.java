package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.AttributeRow;
import org.kvarter.importing.city.Lods;

/**
 * One city object while it is read: its type may come last. Of its geometries only the best for the level wished for is kept,
 * several of one type and level together. Reused from object to object.
 */
final class StagedObject extends AttributeRow {

    /** A template put in place. */
    record Instance(int template, int vertex, double[] matrix) {
    }

    String id = "";
    String type = "";
    final List<String> parents = new ArrayList<>();
    final List<String> children = new ArrayList<>();
    final List<Instance> instances = new ArrayList<>();
    final Set<String> lods = new TreeSet<>();

    private final Optional<String> wish;
    private GeometryScratch best;
    private GeometryScratch current;
    private boolean hasBest;

    StagedObject(MemoryBudget budget, Optional<String> wish) {
        this.wish = wish;
        best = new GeometryScratch(budget);
        current = new GeometryScratch(budget);
    }

    void reset(String newId) {
        id = newId;
        type = "";
        clearAttributes();
        parents.clear();
        children.clear();
        instances.clear();
        lods.clear();
        hasBest = false;
    }

    /** The scratch to read the next geometry into. */
    GeometryScratch scratch() {
        return current;
    }

    /** Takes the geometry just read into {@link #scratch}, if it is better than what there is. */
    void offer() {
        GeometryScratch.Shape shape = current.shape();
        if (!current.lod.isEmpty()) {
            lods.add(current.lod);
        }
        if (shape == GeometryScratch.Shape.INSTANCE) {
            instances.add(new Instance(current.template, current.corners.get(0), current.matrix));
        } else if (hasBest && shape == GeometryScratch.Shape.SURFACES && belongTogether()) {
            best.merge(current);
        } else if (shape != GeometryScratch.Shape.NONE && (!hasBest || isBetter())) {
            GeometryScratch former = best;
            best = current;
            current = former;
            hasBest = true;
        }
    }

    /** The geometry chosen, {@code null} where there is none. */
    GeometryScratch geometry() {
        return hasBest ? best : null;
    }

    /**
     * Several geometries of one type and level are pieces of one; so are a solid and surfaces that both have semantics, which is how
     * converters from CityGML write the surfaces that are not part of the solid.
     */
    private boolean belongTogether() {
        return best.shape() == GeometryScratch.Shape.SURFACES && current.lod.equals(best.lod)
                && (current.type.equals(best.type) || current.hasSemantics && best.hasSemantics);
    }

    /** Surfaces before lines before points; then the level; then semantics, unless they cover only a piece; then solids. */
    private boolean isBetter() {
        int shape = current.shape().compareTo(best.shape());
        if (shape != 0) {
            return shape > 0;
        }
        double level = Lods.rank(current.lod, wish) - Lods.rank(best.lod, wish);
        if (level != 0) {
            return level > 0;
        }
        if (current.hasSemantics != best.hasSemantics) {
            GeometryScratch named = current.hasSemantics ? current : best;
            GeometryScratch plain = current.hasSemantics ? best : current;
            boolean namedCovers = 2 * named.surfaceCount() >= plain.surfaceCount();
            return namedCovers == current.hasSemantics;
        }
        return current.surfaceCount() > best.surfaceCount();
    }
}
