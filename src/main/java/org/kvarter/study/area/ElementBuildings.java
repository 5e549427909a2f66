package org.kvarter.study.area;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.Storeys;

/**
 * The buildings of a model whose features are elements: those that say the same {@code building}. What is read of an IFC file keeps the
 * building itself in a layer without forms.
 *
 * @param owner   row of each element's building, which is that of its first element
 * @param storeys storeys with walls and with a window or door, by row of the building: one that holds the roof with its windows, or a parapet,
 *                is none to walk on
 * @param floors  the elements that cover ground: slabs but those of roofs; all elements of a building without slabs
 */
record ElementBuildings(int[] owner, Map<Integer, Integer> storeys, BitSet floors) {

    /** The buildings of a layer; {@code null} where its features are no elements, or have their buildings above them. */
    static ElementBuildings of(SolidLayer layer) {
        FeatureTable features = layer.features();
        if (layer.kind() != LayerKind.BUILDING_ELEMENTS || Arrays.stream(features.types()).anyMatch("IfcBuilding"::equalsIgnoreCase)) {
            return null;
        }
        Storeys levels = Storeys.of(layer);
        int[] owner = new int[features.size()];
        Map<Object, Integer> first = new HashMap<>();
        Map<Integer, Set<Integer>> walled = new HashMap<>();
        Map<Integer, Set<Integer>> open = new HashMap<>();
        BitSet floors = new BitSet();
        Set<Integer> withFloors = new HashSet<>();
        for (int row = 0; row < owner.length; row++) {
            Object building = features.inheritedValue("building", row);
            Integer earlier = first.putIfAbsent(building == null ? "" : building, row);
            owner[row] = earlier == null ? row : earlier;
            String type = features.types()[row];
            if (row < levels.of().length && levels.of()[row] >= 0) {
                Map<Integer, Set<Integer>> kind = type.startsWith("IfcWall") ? walled : type.startsWith("IfcWindow") || type.startsWith("IfcDoor") ? open : null;
                if (kind != null) {
                    kind.computeIfAbsent(owner[row], o -> new HashSet<>()).add(levels.of()[row]);
                }
            }
            if (type.startsWith("IfcSlab") && !"ROOF".equals(features.attributes().value("predefinedType", row))) {
                floors.set(row);
                withFloors.add(owner[row]);
            }
        }
        for (int row = 0; row < owner.length; row++) {
            floors.set(row, floors.get(row) || !withFloors.contains(owner[row]));
        }
        Map<Integer, Integer> storeys = new HashMap<>();
        walled.forEach((row, levelsWithWalls) -> {
            levelsWithWalls.retainAll(open.getOrDefault(row, Set.of()));
            storeys.put(row, levelsWithWalls.size());
        });
        return new ElementBuildings(owner, storeys, floors);
    }
}
