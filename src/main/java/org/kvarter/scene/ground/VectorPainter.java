package org.kvarter.scene.ground;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.kvarter.model.LayerKind;
import org.kvarter.scene.FeatureState;
import org.kvarter.scene.Theme;
import org.kvarter.scene.palette.Argb;
import org.kvarter.scene.palette.BaseColours;
import org.kvarter.scene.palette.LayerLook;

/**
 * Paints one vector layer: areas, then the edges of lines, then lines, then points. One use per layer and picture.
 */
final class VectorPainter {

    private static final double LOOK_AROUND = 30;
    private static final double FAR_STREETS = 1.6;
    private static final FeatureState[] STATES = FeatureState.values();

    /** What is left of the colour of a feature that the filter fades. */
    private static final double FADED = 0.25;

    private final Canvas canvas;
    private final Graphics2D pen;
    private final LayerLook look;
    private final LayerKind kind;
    private final Theme theme;
    private final List<PaintLayer.Item> items;

    VectorPainter(Canvas canvas, PaintLayer.Painted layer, Theme theme) {
        this.canvas = canvas;
        this.pen = canvas.pen();
        this.look = layer.look();
        this.kind = layer.look().kind();
        this.theme = theme;
        this.items = layer.look().style().visible() && layer.look().style().opacity() > 0
                ? layer.shapes().near(canvas.envelope(LOOK_AROUND)) : List.of();
    }

    void paint() {
        for (PaintLayer.Item item : items) {
            if (item.dimension() == 2 && isShown(item)) {
                area(item);
            }
        }
        if (kind == LayerKind.STREETS && canvas.texel() <= FAR_STREETS) {
            strokeAll(item -> width(item) + 2 * Math.max(0.25, 0.9 * canvas.texel()), item -> GroundColours.kerb(theme));
        }
        casing();
        strokeAll(this::width, item -> colour(item, lineColour(item)));
        inner();
        for (PaintLayer.Item item : items) {
            if (item.dimension() == 0 && isShown(item) && kind != LayerKind.TREES) {
                point(item);
            }
        }
        pen.dispose();
    }

    /** Takes back the colour of water that is hidden, filtered out or faint, as far as it is: what lies there is bare ground. */
    void paintBare(PaintLayer.Painted layer) {
        double opacity = look.style().visible() ? look.style().opacity() : 0;
        for (PaintLayer.Item item : layer.shapes().near(canvas.envelope(LOOK_AROUND))) {
            double shown = opacity * switch (state(item)) {
                case HIDDEN -> 0;
                case FADED -> FADED;
                default -> 1;
            };
            if (item.dimension() == 2 && shown < 1) {
                pen.setColor(awt(Argb.withAlpha(BaseColours.ground(theme), 1 - shown)));
                pen.fill(item.shape());
            }
        }
    }

    /** Paints only areas that do not look as their kind does, for water, whose own colour is painted elsewhere. */
    void paintOwn() {
        for (PaintLayer.Item item : items) {
            if (item.dimension() == 2 && isShown(item) && hasOwnColour(item)) {
                area(item);
            }
        }
        pen.dispose();
    }

    private void area(PaintLayer.Item item) {
        boolean marked = isSelected(item);
        pen.setColor(awt(colour(item, GroundColours.area(theme, kind, item.category()))));
        pen.fill(item.shape());
        if (data(item) != 0 && look.carried() < 1) {
            DataHatch.fill(pen, item.shape(), canvas.texel(), faded(item, BaseColours.clay(theme)), look.carried() > 0);
        }
        boolean outlined = kind == LayerKind.PLOTS || kind == LayerKind.AREAS || kind == LayerKind.OTHER;
        if (outlined || marked) {
            double width = Double.isNaN(look.style().lineWidth()) ? kind == LayerKind.PLOTS ? 0.25 : 0.8 : look.style().lineWidth();
            int line = marked ? BaseColours.accent(theme) : faded(item, GroundColours.line(theme, kind, item.category()));
            stroke(item.shape(), Math.max(width, 1.1 * canvas.texel()) * (marked ? 2 : 1), line);
        } else if (kind == LayerKind.STREETS && !item.category().equals("crossing")) {
            stroke(item.shape(), Math.max(0.25, 0.9 * canvas.texel()), faded(item, GroundColours.kerb(theme)));
        }
    }

    private void strokeAll(java.util.function.ToDoubleFunction<PaintLayer.Item> width,
                           java.util.function.ToIntFunction<PaintLayer.Item> colour) {
        for (PaintLayer.Item item : items) {
            if (item.dimension() == 1 && isShown(item)) {
                stroke(item.shape(), Math.max(width.applyAsDouble(item), 1.1 * canvas.texel()), colour.applyAsInt(item));
            }
        }
    }

    /** A dark edge around lines that show data: pale colours of a ramp would go under on pale streets. */
    private void casing() {
        if (kind != LayerKind.ROUTES && kind != LayerKind.LINES) {
            return;
        }
        for (PaintLayer.Item item : items) {
            if (item.dimension() == 1 && isShown(item) && data(item) != 0) {
                double edge = Math.max(0.7, 1.1 * canvas.texel());
                stroke(item.shape(), width(item) + 2 * edge, faded(item, theme == Theme.LIGHT ? 0xFF3A4048 : 0xFF0B0D10));
            }
        }
    }

    /** What lies within a line: the carriageway of a wide street, the bed between rails. */
    private void inner() {
        for (PaintLayer.Item item : items) {
            if (item.dimension() != 1 || !isShown(item) || hasOwnColour(item)) {
                continue;
            }
            double width = width(item);
            if (kind == LayerKind.STREETS && width >= 6.5) {
                stroke(item.shape(), width - 2 * Math.min(3.2, width * 0.22), GroundColours.carriageway(theme));
            } else if (kind == LayerKind.RAIL && canvas.texel() < 0.35) {
                double bed = 2.6;
                stroke(item.shape(), bed, GroundColours.bed(theme));
                stroke(item.shape(), 1.435 + 0.16, BaseColours.rail(theme));
                stroke(item.shape(), 1.435 - 0.16, GroundColours.bed(theme));
            }
        }
    }

    private int lineColour(PaintLayer.Item item) {
        int line = GroundColours.line(theme, kind, item.category());
        if (kind == LayerKind.STREETS && canvas.texel() > FAR_STREETS) {
            // From so far that white streets on pale ground would go under.
            return Argb.mix(line, theme == Theme.LIGHT ? 0xFFAFA79A : 0xFF5A6068, Math.min(1, (canvas.texel() - FAR_STREETS) / 3));
        }
        // From afar a track is one line, paler than its rails.
        return kind == LayerKind.RAIL && canvas.texel() >= 0.35 ? Argb.mix(line, GroundColours.bed(theme), 0.4) : line;
    }

    private double width(PaintLayer.Item item) {
        return width(look, item, canvas.texel());
    }

    /** Width of a line on the ground, metres. */
    static double width(LayerLook look, PaintLayer.Item item, double texel) {
        if (!Double.isNaN(look.style().lineWidth())) {
            return look.style().lineWidth();
        }
        if (look.kind() == LayerKind.ROUTES && look.featureColours() != null) {
            return Math.max(4.2, 4 * texel);
        }
        if (item.width() > 0 && item.width() < 120) {
            return item.width();
        }
        return switch (look.kind()) {
            case STREETS -> streetWidth(item.category());
            case RAIL -> texel < 0.35 ? 2.8 : 1.7;
            case WATER -> 3;
            case PLOTS -> 0.25;
            case ROUTES -> Math.max(2.6, 2.8 * texel);
            default -> 1.5;
        };
    }

    private static double streetWidth(String category) {
        return switch (category) {
            case "motorway", "trunk" -> 16;
            case "primary", "motorway_link" -> 13;
            case "secondary", "trunk_link" -> 11;
            case "tertiary", "main" -> 9;
            case "residential", "unclassified", "living_street", "street" -> 7;
            case "service", "lane" -> 4.5;
            case "pedestrian" -> 5;
            case "footway", "path", "cycleway", "steps", "bridleway", "track", "sidewalk" -> 2.2;
            default -> 6;
        };
    }

    private void point(PaintLayer.Item item) {
        boolean marked = isSelected(item);
        double radius = radius(kind, canvas.texel()) * (marked ? 1.5 : 1);
        int fill = colour(item, GroundColours.line(theme, LayerKind.POINTS, item.category()));
        for (int i = 0; i < item.points().length; i += 2) {
            pen.setColor(awt(faded(item, theme == Theme.LIGHT ? 0xFFFFFFFF : 0xFF15181C)));
            pen.fill(disc(item, i, radius * 1.45));
            pen.setColor(awt(fill));
            pen.fill(disc(item, i, radius));
        }
    }

    /** Radius of a point on the ground without its rim, metres. */
    static double radius(LayerKind kind, double texel) {
        return Math.max(kind == LayerKind.TRANSPORT || kind == LayerKind.STOPS || kind == LayerKind.STATIONS ? 2.6 : 1.6, 2.2 * texel);
    }

    private static Shape disc(PaintLayer.Item item, int i, double radius) {
        return new Ellipse2D.Double(item.points()[i] - radius, item.points()[i + 1] - radius, 2 * radius, 2 * radius);
    }

    private void stroke(Shape shape, double width, int argb) {
        pen.setColor(awt(argb));
        pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(shape);
    }

    private boolean isShown(PaintLayer.Item item) {
        return state(item) != FeatureState.HIDDEN;
    }

    private FeatureState state(PaintLayer.Item item) {
        byte[] states = look.featureStates();
        return states == null || item.row() >= states.length ? FeatureState.NORMAL : STATES[states[item.row()]];
    }

    private boolean isSelected(PaintLayer.Item item) {
        return look.selected().get(item.row());
    }

    private boolean hasOwnColour(PaintLayer.Item item) {
        return look.style().argb().isPresent() || isSelected(item) || data(item) != 0;
    }

    private int data(PaintLayer.Item item) {
        int[] colours = look.featureColours();
        return colours == null || item.row() >= colours.length ? 0 : colours[item.row()];
    }

    private int colour(PaintLayer.Item item, int base) {
        int argb = data(item) != 0 ? data(item) : look.style().argb().orElse(item.own() != 0 ? item.own() : base);
        if (isSelected(item)) {
            argb = Argb.mix(argb | 0xFF000000, BaseColours.accent(theme), item.dimension() == 2 ? 0.4 : 1);
        }
        return faded(item, argb);
    }

    private int faded(PaintLayer.Item item, int argb) {
        double alpha = Argb.alpha(argb) / 255.0 * look.style().opacity() * (state(item) == FeatureState.FADED ? FADED : 1);
        return Argb.withAlpha(argb, alpha);
    }

    private static Color awt(int argb) {
        return new Color(argb, true);
    }
}
