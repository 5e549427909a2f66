package org.kvarter.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The storeys of a layer of solids: what its features say in the attribute {@value #ATTRIBUTE}, or the features of a type of storey above
 * them (CityGML 3 {@code Storey}, IFC {@code IfcBuildingStorey}).
 *
 * @param names from the lowest up
 * @param of    index of each feature's storey in {@code names}, −1 for none
 */
public record Storeys(List<String> names, int[] of) {

    /** Name of the attribute by which importers say on which storey an element is. */
    public static final String ATTRIBUTE = "storey";
    /** More are no storeys of a building but something else that is called so. */
    private static final int MOST = 200;
    private static final Set<String> TYPES = Set.of("Storey", "BuildingStorey", "IfcBuildingStorey");
    private static final Storeys NONE = new Storeys(List.of(), new int[0]);

    /** The storeys of a layer; without names where it has none. */
    public static Storeys of(Layer layer) {
        if (!(layer instanceof SolidLayer solid)) {
            return NONE;
        }
        FeatureTable features = solid.features();
        String[] name = new String[features.size()];
        Map<String, double[]> feet = new LinkedHashMap<>();
        for (int row = 0; row < name.length; row++) {
            name[row] = name(features, row);
            Bounds box = solid.boundsOf(row);
            if (name[row] != null && !box.isEmpty()) {
                double[] foot = feet.computeIfAbsent(name[row], n -> new double[2]);
                foot[0] += box.minUp();
                foot[1]++;
            }
        }
        if (feet.isEmpty() || feet.size() > MOST) {
            return NONE;
        }
        List<String> names = new ArrayList<>(feet.keySet());
        names.sort(Comparator.comparingDouble(n -> feet.get(n)[0] / feet.get(n)[1]));
        return new Storeys(List.copyOf(names), Arrays.stream(name).mapToInt(names::indexOf).toArray());
    }

    private static String name(FeatureTable features, int row) {
        int at = row;
        for (int steps = 0; at >= 0 && steps <= features.size(); steps++) {
            Object said = features.attributes().value(ATTRIBUTE, at);
            if (said != null) {
                return said.toString();
            }
            if (TYPES.contains(features.types()[at])) {
                Object called = features.attributes().value("name", at);
                return called == null ? features.ids()[at] : called.toString();
            }
            at = features.parents()[at];
        }
        return null;
    }

    /** How many features are of each type, by name of the type. */
    public static Map<String, Integer> types(Layer layer) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String type : layer.features().types()) {
            counts.merge(type, 1, Integer::sum);
        }
        return counts;
    }

    /** Number of features on a storey. */
    public long count(int storey) {
        return Arrays.stream(of).filter(s -> s == storey).count();
    }

    /** The features that a view of the storeys leaves out. */
    public BitSet hidden(FeatureTable features, StoreyView view) {
        BitSet gone = new BitSet();
        for (int row = 0; row < features.size(); row++) {
            boolean storeyGone = row < of.length && of[row] >= 0 && view.hiddenStoreys().contains(names.get(of[row]));
            if (storeyGone || view.hiddenTypes().contains(features.types()[row])) {
                gone.set(row);
            }
        }
        return gone;
    }
}
