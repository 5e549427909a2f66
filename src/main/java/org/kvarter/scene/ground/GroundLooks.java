package org.kvarter.scene.ground;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.ImageLayer;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.LayerLook;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * The layers that are painted on the ground, how each is shown, and in which order. Not thread-safe.
 */
final class GroundLooks {

    /** Paint of a mark reaches no further beyond the feature, metres. */
    private static final double AROUND_MARKS = 12;

    private List<VectorLayer> vectors = List.of();
    private List<ImageLayer> images = List.of();
    private List<String> order = List.of();
    private final Map<String, LayerLook> looks = new HashMap<>();
    private final Map<String, LayerStyle> styles = new HashMap<>();
    private Theme theme = Theme.LIGHT;

    void setVectors(List<VectorLayer> layers) {
        vectors = List.copyOf(layers);
        looks.keySet().removeIf(id -> layers.stream().noneMatch(l -> l.id().equals(id)));
        for (VectorLayer layer : layers) {
            looks.computeIfAbsent(layer.id(), id -> LayerLook.of(theme, layer.kind()).withStyle(style(id)));
        }
    }

    void setImages(List<ImageLayer> layers) {
        images = List.copyOf(layers);
    }

    /** Answers whether anything on the ground changes its place. */
    boolean setOrder(List<String> layerIds) {
        List<VectorLayer> paintedBefore = painted();
        List<ImageLayer> imagesBefore = sorted(images);
        order = List.copyOf(layerIds);
        return !paintedBefore.equals(painted()) || !imagesBefore.equals(sorted(images));
    }

    void setTheme(Theme newTheme) {
        theme = newTheme;
        looks.replaceAll((id, look) -> look.withTheme(newTheme));
    }

    Theme theme() {
        return theme;
    }

    /** Answers whether a layer of the ground has it now and had not before. */
    boolean setStyle(String layerId, LayerStyle style) {
        boolean changed = !style.equals(styles.put(layerId, style));
        change(layerId, look -> look.withStyle(style));
        return changed && (looks.containsKey(layerId) || images.stream().anyMatch(i -> i.id().equals(layerId)));
    }

    boolean change(String layerId, UnaryOperator<LayerLook> change) {
        LayerLook before = looks.get(layerId);
        if (before == null) {
            return false;
        }
        LayerLook after = change.apply(before);
        looks.put(layerId, after);
        return !after.equals(before);
    }

    /** Sets the selected rows of all layers; answers where the paint is no longer true, empty for nowhere. */
    List<Envelope> select(Map<String, BitSet> rows) {
        List<Envelope> touched = new ArrayList<>();
        for (VectorLayer layer : vectors) {
            BitSet marked = rows.getOrDefault(layer.id(), new BitSet());
            BitSet differing = (BitSet) marked.clone();
            differing.xor(look(layer.id()).selected());
            change(layer.id(), look -> look.withSelected(marked));
            differing.stream().mapToObj(row -> geometry(layer, row)).flatMap(Optional::stream).forEach(geometry -> {
                Envelope around = new Envelope(geometry.getEnvelopeInternal());
                around.expandBy(AROUND_MARKS);
                touched.add(around);
            });
        }
        return touched;
    }

    /** What is painted of a feature. */
    Optional<Geometry> geometry(FeatureKey key) {
        return vectors.stream().filter(v -> v.id().equals(key.layerId())).findFirst().flatMap(v -> geometry(v, key.row()));
    }

    private static Optional<Geometry> geometry(VectorLayer layer, int row) {
        Geometry geometry = row < layer.geometries().length ? layer.geometries()[row] : null;
        boolean isPainted = geometry != null && !geometry.isEmpty() && (layer.kind() != LayerKind.TREES || geometry.getDimension() > 0);
        return isPainted ? Optional.of(geometry) : Optional.empty();
    }

    LayerStyle style(String layerId) {
        return styles.getOrDefault(layerId, LayerStyle.DEFAULT);
    }

    LayerLook look(String layerId) {
        return looks.get(layerId);
    }

    /** All looks, by layer id. */
    Map<String, LayerLook> looks() {
        return Map.copyOf(looks);
    }

    List<VectorLayer> vectors() {
        return vectors;
    }

    /** Pictures that are shown, bottom first. */
    List<ImageLayer> shownImages() {
        return sorted(images).stream().filter(i -> style(i.id()).visible() && style(i.id()).opacity() > 0).toList();
    }

    /** Layers of trees, shown or not. */
    List<VectorLayer> trees() {
        return vectors.stream().filter(v -> v.kind() == LayerKind.TREES).toList();
    }

    /** Vector layers, bottom first. */
    List<VectorLayer> painted() {
        return sorted(vectors);
    }

    private <T extends Layer> List<T> sorted(List<T> layers) {
        List<T> all = new ArrayList<>(layers);
        all.sort(Comparator.<T>comparingInt(GroundLooks::rank).thenComparingInt(l -> order.indexOf(l.id())));
        return all;
    }

    /** Surfaces below streets and rails below thematic areas and lines below points; within these as a person orders them. */
    private static int rank(Layer layer) {
        int lines = layer instanceof VectorLayer v && hasOnlyLines(v) ? 1 : 0;
        return switch (layer.kind()) {
            case LAND_USE, GREEN, WATER -> 0;
            case STREETS, TRANSPORT -> 2 + lines;
            case RAIL -> 4 + lines;
            case ROUTES -> 7;
            case POINTS, STOPS, STATIONS, TREES, FURNITURE -> 8;
            default -> 6;
        };
    }

    private static boolean hasOnlyLines(VectorLayer layer) {
        for (var geometry : layer.geometries()) {
            if (geometry != null) {
                return geometry.getDimension() < 2;
            }
        }
        return true;
    }
}
