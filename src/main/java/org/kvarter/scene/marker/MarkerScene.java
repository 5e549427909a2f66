package org.kvarter.scene.marker;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleBinaryOperator;
import javafx.scene.Group;
import javafx.scene.shape.CullFace;
import javafx.scene.shape.MeshView;
import javafx.scene.shape.TriangleMesh;
import javafx.scene.shape.VertexFormat;
import org.kvarter.mesh.section.KeptRegion;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.VectorLayer;
import org.kvarter.scene.Theme;
import org.kvarter.scene.camera.Projection;
import org.kvarter.scene.palette.PalettePage;
import org.kvarter.scene.pick.Pick;

/**
 * All pins in one mesh with one texture: the camera's moves rewrite its points, colours rewrite its texels, and nothing else changes. Good
 * for some ten thousand pins; further ones are left out. JavaFX thread only.
 */
public final class MarkerScene {

    private static final int MOST = PalettePage.CAPACITY / PinShape.TEXELS;
    private static final double PIXELS = 7;
    private static final double MARKED = 9.5;
    /** A foot on the face of a cut belongs to what is under it, metres. */
    private static final double SUNK = 0.05;

    private final MeshView view = new MeshView();
    private final Map<String, MarkerLook> looks = new HashMap<>();
    private final DoubleBinaryOperator footAt;
    private final PalettePage page = new PalettePage();
    private List<VectorLayer> layers = List.of();
    private List<Pin> pins = List.of();
    private KeptRegion section;
    private Theme theme = Theme.LIGHT;
    private Projection drawn;
    private float[] points = new float[0];
    private boolean stale;
    private boolean colourStale;

    /** @param footAt height of whatever is seen from above at a place, local metres */
    public MarkerScene(Group group, DoubleBinaryOperator footAt) {
        this.footAt = footAt;
        view.setMaterial(page.material());
        view.setCullFace(CullFace.NONE);
        view.setMouseTransparent(true);
        group.getChildren().add(view);
    }

    /** The layers whose points are pins. */
    public void setLayers(List<VectorLayer> newLayers) {
        layers = List.copyOf(newLayers);
        looks.keySet().removeIf(id -> layers.stream().noneMatch(l -> l.id().equals(id)));
        stale = true;
    }

    /** The ground or the roofs have changed: pins stand anew. */
    public void standAnew() {
        stale |= !layers.isEmpty();
    }

    /** Only pins whose foot a region keeps; {@code null} for all. */
    public void setSection(KeptRegion kept) {
        section = kept;
        stale |= !layers.isEmpty();
    }

    public void setTheme(Theme newTheme) {
        theme = newTheme;
        colourStale = true;
    }

    public void setStyle(String layerId, LayerStyle style) {
        look(layerId).style = style;
        stale = true;
    }

    /** Colours by row, 0 for none; {@code null} takes them away. */
    public void setColours(String layerId, int[] argb) {
        look(layerId).colours = argb;
        colourStale = true;
    }

    /** States by row; {@code null} for all normal. */
    public void setStates(String layerId, byte[] states) {
        look(layerId).states = states;
        stale = true;
    }

    /** The selected rows of all layers, in place of those before. */
    public void select(Map<String, BitSet> rows) {
        layers.forEach(l -> look(l.id()).selected = rows.getOrDefault(l.id(), new BitSet()));
        touch();
    }

    /** The hovered rows of all layers, in place of those before. */
    public void hover(Map<String, BitSet> rows) {
        layers.forEach(l -> look(l.id()).hovered = rows.getOrDefault(l.id(), new BitSet()));
        touch();
    }

    private void touch() {
        if (!layers.isEmpty()) {
            colourStale = true;
            drawn = null;
        }
    }

    private MarkerLook look(String layerId) {
        return looks.computeIfAbsent(layerId, id -> new MarkerLook());
    }

    /** One frame. */
    public void frame(Projection projection) {
        if (stale) {
            stand();
        }
        if (colourStale) {
            colour();
        }
        if (!pins.isEmpty() && !projection.equals(drawn)) {
            drawn = projection;
            for (int i = 0; i < pins.size(); i++) {
                Pin pin = pins.get(i);
                PinShape.points(pin, projection.pose(), radius(pin, projection), points, i * PinShape.POINTS);
            }
            ((TriangleMesh) view.getMesh()).getPoints().setAll(points);
        }
        page.flush();
    }

    private double radius(Pin pin, Projection projection) {
        return PinShape.radius(pin, projection, look(pin.key().layerId()).isMarked(pin.key().row()) ? MARKED : PIXELS);
    }

    private void stand() {
        stale = false;
        drawn = null;
        colourStale = true;
        List<Pin> standing = new ArrayList<>();
        for (VectorLayer layer : layers) {
            MarkerLook look = look(layer.id());
            for (int row = 0; row < layer.geometries().length && standing.size() < MOST; row++) {
                var geometry = layer.geometries()[row];
                if (geometry != null && !geometry.isEmpty() && look.isShown(row)) {
                    var at = geometry.getCoordinate();
                    double foot = footAt.applyAsDouble(at.x, at.y);
                    if (section == null || section.keeps(at.x, at.y, foot - SUNK)) {
                        standing.add(new Pin(new FeatureKey(layer.id(), row), at.x, at.y, foot));
                    }
                }
            }
        }
        pins = standing;
        int[] faces = new int[9 * PinShape.TRIANGLES * pins.size()];
        float[] texCoords = new float[2 * PinShape.TEXELS * pins.size()];
        for (int i = 0; i < pins.size(); i++) {
            PinShape.faces(i, faces);
        }
        for (int texel = 0; texel < texCoords.length / 2; texel++) {
            texCoords[2 * texel] = PalettePage.u(texel);
            texCoords[2 * texel + 1] = PalettePage.v(texel);
        }
        points = new float[3 * PinShape.POINTS * pins.size()];
        view.setMesh(pins.isEmpty() ? null : mesh(texCoords, faces));
    }

    /** With one normal for all: JavaFX would otherwise find normals anew with every move of the camera. */
    private TriangleMesh mesh(float[] texCoords, int[] faces) {
        TriangleMesh mesh = new TriangleMesh(VertexFormat.POINT_NORMAL_TEXCOORD);
        mesh.getPoints().setAll(points);
        mesh.getNormals().setAll(0, 0, 1);
        mesh.getTexCoords().setAll(texCoords);
        mesh.getFaces().setAll(faces);
        return mesh;
    }

    private void colour() {
        colourStale = false;
        int[] texels = new int[PinShape.TEXELS * pins.size()];
        for (int i = 0; i < pins.size(); i++) {
            FeatureKey key = pins.get(i).key();
            look(key.layerId()).write(key.row(), theme, texels, PinShape.TEXELS * i);
        }
        page.write(0, texels, texels.length);
    }

    /**
     * The pin under a pixel.
     *
     * @param behind what else is there, {@code null} for the sky: a pin behind it is not meant
     */
    public Optional<Pick> pick(Projection projection, double x, double y, Pick behind) {
        Pick best = null;
        double reach = behind == null ? Double.POSITIVE_INFINITY : behind.distance();
        for (Pin pin : pins) {
            double radius = radius(pin, projection);
            double up = pin.foot() + PinShape.lift(radius);
            double[] at = projection.toScreen(pin.east(), pin.north(), up);
            double pixels = at[2] > 0 ? 1.5 * radius / projection.metresPerPixel(at[2]) : 0;
            if (at[2] > 0 && Math.hypot(at[0] - x, at[1] - y) <= pixels) {
                var pose = projection.pose();
                double distance = Math.sqrt(square(pin.east() - pose.east()) + square(pin.north() - pose.north()) + square(up - pose.up()));
                if (distance - 2 * radius <= reach && (best == null || distance < best.distance())) {
                    best = new Pick(pin.key(), -1, pin.east(), pin.north(), pin.foot(), distance);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    private static double square(double v) {
        return v * v;
    }

    /** Height of the top of a feature's pin, local metres; empty where it has none. */
    public OptionalDouble top(FeatureKey key, Projection projection) {
        return key == null || !has(key.layerId()) ? OptionalDouble.empty() : pins.stream().filter(p -> p.key().equals(key))
                .mapToDouble(p -> p.foot() + PinShape.top(radius(p, projection))).findFirst();
    }

    /** Whether a layer's points are pins. */
    public boolean has(String layerId) {
        return layers.stream().anyMatch(l -> l.id().equals(layerId));
    }
}
