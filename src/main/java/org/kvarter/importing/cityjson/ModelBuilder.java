package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kvarter.importing.DiagnosticTally;
import org.kvarter.importing.arrays.MemoryBudget;
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
    private int texturedObjects;
    private boolean extended;
    private int objects;

    ModelBuilder(MemoryBudget budget, DiagnosticTally problems) {
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

    int texturedObjects() {
        return texturedObjects;
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
        texturedObjects += object.textured ? 1 : 0;
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

    /** Turns part-of relations by name into rows. A relation across layers is kept as an attribute. */
    void link() {
        for (Link link : links) {
            Place parent = places.get(link.parent());
            if (parent == null) {
                problems.add(Severity.WARNING, "object.missingParent", link.child().layer().id(link.child().row()), link.parent());
            } else {
                link(link.child(), parent);
            }
        }
        childrenOf.forEach((id, children) -> {
            Place parent = places.get(id);
            for (String childId : children) {
                Place child = places.get(childId);
                if (child == null) {
                    problems.add(Severity.INFO, "object.missingChild", id, childId);
                } else {
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
