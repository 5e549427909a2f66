package org.kvarter.importing.dxf;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kvarter.importing.arrays.DoubleList;
import org.kvarter.importing.arrays.MemoryBudget;

/** Unfolds a drawing's entities, blocks inserted, into shapes in the drawing's coordinates. One reading thread. */
final class DxfDrawing implements DxfReader.Entities {

    private static final int DEEPEST = 16;
    private static final int MOST_ENTITIES = 1_000_000;
    private static final int MOST_COPIES = 10_000;
    private static final int POLYFACE = 64;
    private static final int MESH = 16;

    /** What an entity inherits from the insert that brings it. */
    private record Context(DxfFrame frame, String layer, String colour, String block, String path, int depth) {
        static final Context TOP = new Context(DxfFrame.WORLD, "0", null, "", "", 0);
    }

    private final DxfReader reader;
    private final DxfShapes shapes;
    private final DxfFaces faces;
    private final MemoryBudget budget;
    private final double tolerance;
    private final boolean withHidden;
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int entities;
    private int hidden;

    /** @param tolerance of curves, in units of the drawing */
    DxfDrawing(DxfReader reader, DxfShapes shapes, DxfFaces faces, MemoryBudget budget, double tolerance, boolean withHidden) {
        this.tolerance = tolerance;
        this.reader = reader;
        this.shapes = shapes;
        this.faces = faces;
        this.budget = budget;
        this.withHidden = withHidden;
    }

    /** Types of entities that are not shown, with their numbers. */
    Map<String, Integer> leftOut() {
        return leftOut;
    }

    /** Entities on layers that are off or frozen. */
    int hidden() {
        return hidden;
    }

    /** Whether blocks within blocks make more than is shown. */
    boolean isCut() {
        return entities > MOST_ENTITIES;
    }

    @Override
    public void entity(DxfRecord record) {
        unfold(record, Context.TOP);
    }

    private void unfold(DxfRecord record, Context in) {
        if (entities > MOST_ENTITIES || ++entities > MOST_ENTITIES || record.whole(67, 0) == 1 || record.whole(60, 0) == 1) {
            return;
        }
        String stated = record.text(8, "0");
        String layer = stated.equals("0") && in.depth > 0 ? in.layer : stated;
        if (!withHidden && reader.layers().isHidden(layer)) {
            hidden++;
            return;
        }
        String colour = colour(record, in, layer);
        String handle = in.path + record.text(5, "");
        DxfShapes.Facts facts = new DxfShapes.Facts(handle, layer, colour, record.type(), in.block);
        switch (record.type()) {
            case "INSERT" -> insert(record, in, layer, colour, handle);
            case "POINT" -> shapes.point(facts, place(in.frame, record.point(10)), "");
            case "TEXT", "ATTRIB" -> shapes.point(facts, place(in.frame.of(DxfFrame.object(record)), record.point(10)), DxfTexts.plain(record.text(1, "")));
            case "MTEXT" -> shapes.point(facts, place(in.frame, record.point(10)), DxfTexts.multiline(record));
            case "3DFACE" -> faces.add(layer, colour, corners(record, in.frame, 10, 11, 12, 13));
            case "SOLID", "TRACE" -> shapes.area(facts, corners(record, in.frame.of(DxfFrame.object(record)), 10, 11, 13, 12));
            case "HATCH" -> shapes.areas(facts, new DxfHatch(record, curves(in), budget).rings().stream().map(r -> placed(r, in.frame.of(DxfFrame.object(record)))).toList());
            case "POLYLINE" -> polyline(record, in, layer, colour, facts);
            case "LINE", "LWPOLYLINE", "ARC", "CIRCLE", "ELLIPSE", "SPLINE" -> way(record, in, facts);
            case "ATTDEF", "VERTEX", "SEQEND" -> {
            }
            default -> leftOut.merge(record.type().length() > 40 ? record.type().substring(0, 40) : record.type(), 1, Integer::sum);
        }
    }

    private String colour(DxfRecord record, Context in, String layer) {
        int trueColour = record.whole(420, -1);
        int index = record.whole(62, DxfColours.BY_LAYER);
        return trueColour >= 0 ? DxfColours.trueColour(trueColour) : index == DxfColours.BY_BLOCK ? in.colour
                : index == DxfColours.BY_LAYER ? reader.layers().colour(layer) : DxfColours.colour(index);
    }

    private void polyline(DxfRecord record, Context in, String layer, String colour, DxfShapes.Facts facts) {
        int flags = record.whole(70, 0);
        if ((flags & POLYFACE) != 0) {
            faces.polyface(record, in.frame, layer, colour);
        } else if ((flags & MESH) != 0) {
            faces.grid(record, in.frame, layer, colour);
        } else {
            way(record, in, facts);
        }
    }

    /** Curves in a block that is made larger are as true as others. */
    private DxfCurves curves(Context in) {
        return new DxfCurves(tolerance / Math.max(1e-9, in.frame.scale()));
    }

    private void way(DxfRecord record, Context in, DxfShapes.Facts facts) {
        DxfPath.Way way = DxfPath.of(record, curves(in), budget);
        if (way != null) {
            shapes.way(facts, placed(way.points(), way.isFlat() ? in.frame.of(DxfFrame.object(record)) : in.frame), way.isClosed());
        }
    }

    private static double[] place(DxfFrame frame, double[] p) {
        return frame.place(p[0], p[1], p[2]);
    }

    private static List<double[]> corners(DxfRecord record, DxfFrame frame, int... codes) {
        List<double[]> corners = new ArrayList<>();
        for (int code : codes) {
            double[] p = record.point(code);
            if (Double.isFinite(p[0] + p[1])) {
                corners.add(place(frame, p));
            }
        }
        return corners;
    }

    private static List<double[]> placed(DoubleList points, DxfFrame frame) {
        List<double[]> placed = new ArrayList<>(points.size() / 3);
        for (int i = 0; i < points.size(); i += 3) {
            placed.add(frame.place(points.get(i), points.get(i + 1), points.get(i + 2)));
        }
        points.release();
        return placed;
    }

    private void insert(DxfRecord record, Context in, String layer, String colour, String handle) {
        String name = record.text(2, "");
        DxfReader.Block block = reader.block(name);
        DxfFrame object = in.frame.of(DxfFrame.object(record));
        double[] at = record.point(10);
        if (!Double.isFinite(at[0] + at[1]) || in.depth >= DEEPEST) {
            return;
        }
        if (!record.parts.isEmpty()) {
            shapes.symbol(new DxfShapes.Facts(handle, layer, colour, record.type(), name), place(object, at), record.parts);
        }
        if (block == null) {
            return;
        }
        int columns = Math.max(1, record.whole(70, 1));
        int rows = Math.max(1, record.whole(71, 1));
        DxfFrame scale = DxfFrame.turnScale(record.number(50, 0), record.number(41, 1), record.number(42, 1), record.number(43, 1));
        DxfFrame turn = DxfFrame.turnScale(record.number(50, 0), 1, 1, 1);
        long copies = Math.min((long) columns * rows, MOST_COPIES);
        for (long copy = 0; copy < copies && entities <= MOST_ENTITIES; copy++) {
            double[] step = turn.place(copy % columns * record.number(44, 0), copy / columns * record.number(45, 0), 0);
            DxfFrame frame = object.of(DxfFrame.move(at[0] + step[0], at[1] + step[1], at[2])).of(scale)
                    .of(DxfFrame.move(-block.base()[0], -block.base()[1], -block.base()[2]));
            Context inner = new Context(frame, layer, colour, name, handle + "/", in.depth + 1);
            block.entities().forEach(e -> unfold(e, inner));
        }
    }
}
