package org.kvarter.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Places the twin over the whole window and everything else above it, on an 8-pixel grid: command bar on top, rails at the sides,
 * panels beside the rails, the timeline at the foot, messages below the command bar.
 */
final class FloatingLayout extends Region {

    static final double GAP = 8;
    static final double BAR = 48;
    static final double PANEL = 304;
    private static final double NARROW_PANEL = 288;
    private static final double BENCH_LEAST = 216;
    private static final double BENCH_SHARE = 0.28;

    /** Where a part of the window stands. */
    enum Place {
        TWIN, BAR, LEFT_RAIL, LEFT_PANEL, RIGHT_RAIL, RIGHT_PANEL, TOP, TOOL, KPIS, NOTICES, LEGEND, TIMELINE, BENCH, WORK
    }

    private final StackPane[] slots = new StackPane[Place.values().length];

    FloatingLayout() {
        for (Place place : Place.values()) {
            StackPane slot = new StackPane();
            slot.setPickOnBounds(place == Place.BAR);
            slots[place.ordinal()] = slot;
            slot.visibleProperty().addListener((o, was, is) -> requestLayout());
            getChildren().add(slot);
        }
    }

    /** Puts {@code node} at a place, in place of what was there; {@code null} empties it. */
    void put(Place place, Node node) {
        StackPane slot = slots[place.ordinal()];
        if (node == null) {
            slot.getChildren().clear();
        } else {
            slot.getChildren().setAll(node);
        }
        requestLayout();
    }

    /** What stands at a place; {@code null} for nothing. */
    Node at(Place place) {
        StackPane slot = slots[place.ordinal()];
        return slot.getChildren().isEmpty() ? null : slot.getChildren().get(0);
    }

    private boolean isOut(Place place) {
        Node node = at(place);
        return node != null && node.isManaged();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        double panel = width < 1500 ? NARROW_PANEL : PANEL;
        place(Place.TWIN, 0, 0, width, height);
        place(Place.BAR, 0, 0, width, BAR);
        double top = BAR + GAP;

        double timeline = isOut(Place.TIMELINE) ? slot(Place.TIMELINE).prefHeight(width - 2 * GAP) : 0;
        place(Place.TIMELINE, GAP, height - GAP - timeline, width - 2 * GAP, timeline);
        double foot = height - GAP - (timeline > 0 ? timeline + GAP : 0);

        double bench = isOut(Place.BENCH) ? Math.max(BENCH_LEAST, Math.rint(height * BENCH_SHARE)) : 0;
        place(Place.BENCH, GAP, foot - bench, width - 2 * GAP, bench);
        foot -= bench > 0 ? bench + GAP : 0;

        double leftRail = isOut(Place.LEFT_RAIL) ? slot(Place.LEFT_RAIL).prefWidth(-1) : 0;
        double leftRailHeight = Math.min(slot(Place.LEFT_RAIL).prefHeight(-1), foot - top);
        place(Place.LEFT_RAIL, GAP, top, leftRail, leftRailHeight);
        double rightRail = isOut(Place.RIGHT_RAIL) ? slot(Place.RIGHT_RAIL).prefWidth(-1) : 0;
        double rightRailHeight = Math.min(slot(Place.RIGHT_RAIL).prefHeight(-1), foot - top);
        place(Place.RIGHT_RAIL, width - GAP - rightRail, foot - rightRailHeight, rightRail, rightRailHeight);

        double kpis = isOut(Place.KPIS) ? slot(Place.KPIS).prefHeight(-1) : 0;
        double fixed = width * BAR + kpis * width / 2 + (timeline + bench) * (width - 2 * GAP) + leftRail * leftRailHeight + rightRail * rightRailHeight;
        double room = foot - top;
        double rightRoom = room - (rightRail > 0 ? rightRailHeight + GAP : 0);
        double[] heights = new PanelBudget(width, height, fixed).heights(panel,
                isOut(Place.LEFT_PANEL) ? Math.min(room, slot(Place.LEFT_PANEL).prefHeight(panel)) : 0,
                isOut(Place.RIGHT_PANEL) ? Math.min(Math.max(200, rightRoom), slot(Place.RIGHT_PANEL).prefHeight(panel)) : 0);
        double leftPanelX = GAP + (leftRail > 0 ? leftRail + GAP : 0);
        place(Place.LEFT_PANEL, leftPanelX, top, panel, heights[0]);
        place(Place.RIGHT_PANEL, width - GAP - panel, top, panel, heights[1]);

        double middleLeft = leftPanelX + (heights[0] > 0 ? panel + GAP : 0);
        double middleRight = width - GAP - (heights[1] > 0 ? panel + GAP : 0);
        double middle = Math.max(240, middleRight - middleLeft);
        double filter = isOut(Place.TOP) ? slot(Place.TOP).prefHeight(middle) : 0;
        double filterWidth = Math.min(middle, 720);
        place(Place.TOP, middleLeft + (middle - filterWidth) / 2, top, filterWidth, filter);
        double below = top + (filter > 0 ? filter + GAP : 0);
        double toolWidth = Math.min(middle, 720);
        double tool = isOut(Place.TOOL) ? slot(Place.TOOL).prefHeight(toolWidth) : 0;
        place(Place.TOOL, middleLeft + (middle - toolWidth) / 2, below, toolWidth, tool);
        below += tool > 0 ? tool + GAP : 0;
        double kpisWidth = Math.min(middle, slot(Place.KPIS).prefWidth(-1));
        place(Place.KPIS, middleLeft + (middle - kpisWidth) / 2, below, kpisWidth, kpis);
        below += kpis > 0 ? kpis + GAP : 0;
        double work = isOut(Place.WORK) ? slot(Place.WORK).prefHeight(-1) : 0;
        double workWidth = Math.min(middle, 480);
        place(Place.WORK, middleLeft + (middle - workWidth) / 2, below, workWidth, work);
        below += work > 0 ? work + GAP : 0;
        place(Place.NOTICES, middleLeft, below, middle, slot(Place.NOTICES).prefHeight(middle));

        double legendWidth = Math.min(middle, slot(Place.LEGEND).prefWidth(-1));
        double legendHeight = slot(Place.LEGEND).prefHeight(legendWidth);
        place(Place.LEGEND, middleLeft, foot - legendHeight, legendWidth, legendHeight);
    }

    private StackPane slot(Place place) {
        return slots[place.ordinal()];
    }

    private void place(Place place, double x, double y, double width, double height) {
        slot(place).resizeRelocate(snapPositionX(x), snapPositionY(y), snapSizeX(Math.max(0, width)), snapSizeY(Math.max(0, height)));
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    /** What the bars and rails leave, for what is centred in the twin. */
    Insets clear() {
        return new Insets(BAR, 0, 0, 0);
    }
}
