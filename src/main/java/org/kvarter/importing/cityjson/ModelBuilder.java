package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.arrays.MemoryBudget;
import org.kvarter.importing.city.CityObjectType;
import org.kvarter.importing.city.Lods;
import org.kvarter.model.Severity;

/** Sorts city objects into layers and keeps track of who belongs to whom. */
final class ModelBuilder {

    /** Where an object went. */
    private record Place(LayerBuilder layer, int row) {
    }

    /** A part-of relation still by name. */
    private record Link(Place child, String parent) {
    }

    private final MemoryBudget budget;
    private final DiagnosticTally problems;
    private final Map<String, LayerBuilder> layers = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private final List<Link> links = new ArrayList<>();
    private final Map<String, List<String>> childrenOf = new LinkedHashMap<>();
    private final Map<String, Integer> duplicates = new HashMap<>();
    private final Set<String> lods = new TreeSet<>();
    private final Map<String, Integer> unknownTypes = new LinkedHashMap<>();
    /** Ids of objects of layers that nobody asked for. */
    private final Set<String> unwanted = new HashSet<>();
    private boolean extended;
    private int objects;

    private final ReadOptions options;

    ModelBuilder(MemoryBudget budget, ReadOptions options, DiagnosticTally problems) {
        this.options = options;
        this.budget = budget;
        this.problems = problems;
    }

    Iterable<LayerBuilder> layers() {
        return layers.values();
    }

    List<String> lods() {
        return List.copyOf(lods);
    }

    int objectCount() {
        return objects;
    }

    /** Whether a type or an attribute is of an extension. */
    boolean isExtended() {
        return extended;
    }

    /** Types the specification does not know, with how often they occur. */
    Map<String, Integer> unknownTypes() {
        return unknownTypes;
    }

    /** Takes over everything of a staged object; its corners stay vertex numbers of the current document. */
    void add(StagedObject object) {
        objects++;
        CityObjectType type = CityObjectType.of(object.type);
        if (!options.wantsLayer(type.layer())) {
            unwanted.add(object.id);
            return;
        }
        if (!type.standard()) {
            unknownTypes.merge(object.type, 1, Integer::sum);
            extended |= object.type.startsWith("+");
        }
        GeometryScratch geometry = object.geometry();
        boolean flat = geometry != null && geometry.shape() != GeometryScratch.Shape.SURFACES && object.instances.isEmpty();
        LayerBuilder layer = layer(type, flat);
        String id = distinct(object.id);
        int row = layer.addFeature(id, object.type);
        Place place = new Place(layer, row);
        places.put(id, place);
        for (int i = 0; i < object.names.size(); i++) {
            extended |= object.names.get(i).startsWith("+");
            if (!layer.attribute(row, object.names.get(i), object.values.get(i), object.units.get(i))) {
                problems.add(Severity.WARNING, "attributes.tooMany", id, object.names.get(i), LayerBuilder.MAX_ATTRIBUTES);
            }
        }
        for (String parent : object.parents) {
            links.add(new Link(place, parent));
        }
        if (!object.children.isEmpty()) {
            childrenOf.put(id, List.copyOf(object.children));
        }
        lods.addAll(object.lods);
        addGeometry(layer, row, object, geometry);
    }

    private void addGeometry(LayerBuilder layer, int row, StagedObject object, GeometryScratch geometry) {
        if (layer.flat) {
            layer.pendingFlats.add(new LayerBuilder.PendingFlat(row, geometry.shape(), geometry.corners.toArray(),
                    geometry.ringEnds.toArray()));
            return;
        }
        if (geometry != null && geometry.shape() == GeometryScratch.Shape.SURFACES) {
            layer.surfaces.append(geometry, row);
            if (geometry.astray > 0) {
                problems.add(Severity.INFO, "semantics.astray", layer.id(row), geometry.astray);
            }
            layer.lodTenths.set(row, (int) Math.round(10 * Lods.value(geometry.lod)));
        }
        for (StagedObject.Instance instance : object.instances) {
            layer.instances.add(new LayerBuilder.PendingInstance(row, instance));
        }
    }

    private LayerBuilder layer(CityObjectType type, boolean flat) {
        String name = flat ? type.layer() + " (lines)" : type.layer();
        return layers.computeIfAbsent(name, n -> new LayerBuilder(n, type, flat, budget));
    }

    private String distinct(String id) {
        if (!places.containsKey(id)) {
            return id;
        }
        String renamed;
        do {
            renamed = id + " (" + (duplicates.merge(id, 1, Integer::sum) + 1) + ")";
        } while (places.containsKey(renamed));
        problems.add(Severity.WARNING, "object.duplicateId", id, id, renamed);
        return renamed;
    }

    /** One number per family of a layer, by row: an object, its parts and their parts have the same. Relations may still be by name. */
    int[] families(LayerBuilder layer) {
        int[] family = java.util.stream.IntStream.range(0, layer.size()).toArray();
        for (Link link : links) {
            join(family, layer, link.child(), places.get(link.parent()));
        }
        childrenOf.forEach((id, children) -> children.forEach(child -> join(family, layer, places.get(child), places.get(id))));
        for (int row = 0; row < family.length; row++) {
            family[row] = top(family, row);
        }
        return family;
    }

    private static void join(int[] family, LayerBuilder layer, Place child, Place parent) {
        if (child != null && parent != null && child.layer() == layer && parent.layer() == layer) {
            family[top(family, child.row())] = top(family, parent.row());
        }
    }

    private static int top(int[] family, int row) {
        int at = row;
        while (family[at] != at) {
            family[at] = family[family[at]];
            at = family[at];
        }
        return at;
    }

    /** Turns part-of relations by name into rows. A relation across layers is kept as an attribute. */
    void link() {
        for (Link link : links) {
            Place parent = places.get(link.parent());
            if (parent == null && !unwanted.contains(link.parent())) {
                problems.add(Severity.WARNING, "object.missingParent", link.child().layer().id(link.child().row()), link.parent());
            } else if (parent != null) {
                link(link.child(), parent);
            }
        }
        childrenOf.forEach((id, children) -> {
            Place parent = places.get(id);
            for (String childId : children) {
                Place child = places.get(childId);
                if (child == null && !unwanted.contains(childId)) {
                    problems.add(Severity.INFO, "object.missingChild", id, childId);
                } else if (child != null) {
                    link(child, parent);
                }
            }
        });
        links.clear();
        childrenOf.clear();
    }

    private void link(Place child, Place parent) {
        LayerBuilder layer = child.layer();
        String parentId = parent.layer().id(parent.row());
        if (parent.layer() != layer) {
            boolean group = parent.layer().typeOf(parent.row()).equals("CityObjectGroup");
            layer.attribute(child.row(), group ? "group" : "parent", parentId, "");
        } else if (layer.parent(child.row()) < 0) {
            if (layer.root(parent.row()) == child.row()) {
                problems.add(Severity.WARNING, "object.parentCycle", layer.id(child.row()), parentId);
            } else {
                layer.setParent(child.row(), parent.row());
            }
        }
    }
}
