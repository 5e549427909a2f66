package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.AttributeTarget;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.importing.city.SurfaceMeans;
import org.kvarter.model.AttributeTable;
import org.kvarter.model.AttributeTableBuilder;
import org.locationtech.jts.geom.Geometry;

/** Grows one layer: feature rows, their attributes, and surfaces or flat geometries. */
final class LayerBuilder implements AttributeTarget {

    /** A template put in place, waiting for the end of its document. */
    record PendingInstance(int feature, StagedObject.Instance instance) {
    }

    /** Points or lines waiting for the vertices of their document. */
    record PendingFlat(int feature, GeometryScratch.Shape shape, int[] corners, int[] lineEnds) {
    }

    /** Most attributes a layer may have; a file with more is broken or hostile. */
    static final int MAX_ATTRIBUTES = 1000;

    final String name;
    final CityObjectType type;
    /** Whether features hold points or lines rather than surfaces. */
    final boolean flat;
    final SurfaceStore surfaces;
    final SurfaceMeans means = new SurfaceMeans();
    final List<PendingInstance> instances = new ArrayList<>();
    final List<PendingFlat> pendingFlats = new ArrayList<>();
    final List<Geometry> geometries = new ArrayList<>();
    /** Level of detail of the surfaces of each feature times ten, −1 without. */
    final IntList lodTenths;
    /** Whether surfaces were put in out of the order of features. */
    boolean unordered;

    /** Rows that were lost in a cut-off document and must not be handed on. */
    final BitSet lost = new BitSet();

    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private final IntList parents;
    private final AttributeTableBuilder attributes = new AttributeTableBuilder();
    private final Set<String> attributeNames = new HashSet<>();

    LayerBuilder(String name, CityObjectType type, boolean flat, MemoryBudget budget) {
        this.name = name;
        this.type = type;
        this.flat = flat;
        this.surfaces = new SurfaceStore(budget);
        this.lodTenths = new IntList(budget);
        this.parents = new IntList(budget);
    }

    int size() {
        return ids.size();
    }

    String id(int row) {
        return ids.get(row);
    }

    String typeOf(int row) {
        return types.get(row);
    }

    int parent(int row) {
        return parents.get(row);
    }

    void setParent(int row, int parent) {
        parents.set(row, parent);
    }

    /** Adds a feature without geometry yet and answers its row. */
    int addFeature(String id, String typeName) {
        ids.add(id);
        types.add(typeName);
        parents.add(-1);
        lodTenths.add(-1);
        if (flat) {
            geometries.add(null);
        }
        return ids.size() - 1;
    }

    /** Sets an attribute; answers {@code false} where the layer has too many already. */
    @Override
    public boolean attribute(int row, String attribute, Object value, String unit) {
        if (value == null) {
            return true;
        }
        if (!attributeNames.contains(attribute)) {
            if (attributeNames.size() >= MAX_ATTRIBUTES) {
                return false;
            }
            attributeNames.add(attribute);
        }
        attributes.set(row, attribute, value, unit);
        return true;
    }

    /** The topmost ancestor of a row within the layer. */
    int root(int row) {
        int at = row;
        for (int steps = 0; parents.get(at) >= 0 && steps < ids.size(); steps++) {
            at = parents.get(at);
        }
        return at;
    }

    String[] ids() {
        return ids.toArray(String[]::new);
    }

    String[] types() {
        return types.toArray(String[]::new);
    }

    int[] parents() {
        return parents.toArray();
    }

    AttributeTable attributes() {
        return attributes.build(ids.size());
    }
}
