package org.kvarter.importing.obj;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.IntList;
import org.kvarter.importing.arrays.MemoryBudget;

/** Vertices, faces and groups of one file as read. Not thread-safe. */
final class ObjModel {

    /** A feature to be: an object, a group, a material, or the whole file. */
    record Group(String name, String type, String material) {
    }

    final DoubleList vertices;
    final IntList corners;
    /** Places on pictures: u, v (up) and 0. */
    final DoubleList coordinates;
    /** Place on its picture of each corner, −1 for none; shorter than the corners where the rest has none. */
    final IntList cornerCoordinates;
    final IntList faceEnds;
    final IntList faceGroup;
    final IntList faceMaterial;
    final List<Group> groups = new ArrayList<>();
    final List<String> materials = new ArrayList<>();

    private final Map<String, Integer> groupOf = new HashMap<>();
    private final Map<String, Integer> materialOf = new HashMap<>();
    final MemoryBudget budget;
    private final String fallbackName;
    private String object;
    private String group;
    private String material;
    private int currentGroup = -1;
    private int currentMaterial = -1;

    ObjModel(MemoryBudget budget, String fallbackName) {
        this.budget = budget;
        this.fallbackName = fallbackName;
        vertices = new DoubleList(budget);
        corners = new IntList(budget);
        coordinates = new DoubleList(budget);
        cornerCoordinates = new IntList(budget);
        faceEnds = new IntList(budget);
        faceGroup = new IntList(budget);
        faceMaterial = new IntList(budget);
    }

    int vertexCount() {
        return vertices.size() / 3;
    }

    int faceCount() {
        return faceEnds.size();
    }

    void startObject(String name) {
        object = name.isEmpty() ? null : name;
        currentGroup = -1;
    }

    /** The name {@code default} is what writers put where there is no group. */
    void startGroup(String name) {
        group = name.isEmpty() || name.equals("default") ? null : name;
        currentGroup = -1;
    }

    void useMaterial(String name) {
        material = name.isEmpty() ? null : name;
        currentMaterial = material == null ? -1 : materialOf.computeIfAbsent(material, m -> {
            budget.claim(200);
            materials.add(m);
            return materials.size() - 1;
        });
        currentGroup = object == null && group == null ? -1 : currentGroup;
    }

    /** Gives the corner added last a place on its picture. */
    void cornerCoordinate(int number) {
        cornerCoordinates.resize(corners.size() - 1, -1);
        cornerCoordinates.add(number);
    }

    /** Ends the face whose corners were added last. */
    void endFace() {
        if (currentGroup < 0) {
            currentGroup = openGroup();
        }
        faceEnds.add(corners.size());
        faceGroup.add(currentGroup);
        faceMaterial.add(currentMaterial);
    }

    private int openGroup() {
        String name = object != null ? object : group != null ? group : material != null ? material : fallbackName;
        String type = object != null ? "object" : group != null ? "group" : material != null ? "material" : "file";
        return groupOf.computeIfAbsent(type + ' ' + name, key -> {
            budget.claim(200);
            groups.add(new Group(name, type, material));
            return groups.size() - 1;
        });
    }
}
