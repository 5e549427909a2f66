package org.kvarter.ui.stage;

import java.util.function.Supplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scene.DistrictView;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/**
 * The twin, and while two scenarios are compared, the other one to its left: two halves, or one over the other up to a line. The line is
 * moved by pointer or arrow keys; the cameras go in step.
 */
public final class SplitStage extends Region {

    private static final Texts TEXTS = Texts.in(SplitStage.class);
    private static final double LEAST = 0.08;
    private static final double GRIP = 32;
    /** Below the cards of key figures and above the legend that a presentation lays over the twin. */
    private static final double TAG = 0.22;

    private final Session session;
    private final Region main;
    private final DistrictView view;
    private final Supplier<DistrictView> making;
    private final Rectangle mainClip = new Rectangle();
    private final Rectangle otherClip = new Rectangle();
    private final Region line = new Region();
    private final StackPane grip = new StackPane(Icons.of(Feather.CODE));
    private final Label left = tag();
    private final Label right = tag();
    private final DoubleProperty place = new SimpleDoubleProperty(this, "place", 0.5);
    private DistrictView other;
    private boolean following;

    /**
     * @param main   the view of the shown scenario with what is drawn over it
     * @param view   that view itself
     * @param making makes the view of the other scenario, when it is first wanted
     */
    public SplitStage(Session session, Region main, DistrictView view, Supplier<DistrictView> making) {
        this.session = session;
        this.main = main;
        this.view = view;
        this.making = making;
        line.getStyleClass().add("split-line");
        line.setMouseTransparent(true);
        grip.getStyleClass().add("split-grip");
        grip.setCursor(Cursor.H_RESIZE);
        grip.setFocusTraversable(true);
        grip.setAccessibleText(TEXTS.get("split.line"));
        grip.setOnMouseDragged(e -> moveTo(sceneToLocal(e.getSceneX(), 0).getX() / getWidth()));
        grip.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.LEFT || e.getCode() == KeyCode.RIGHT) {
                moveTo(place.get() + (e.getCode() == KeyCode.LEFT ? -0.02 : 0.02));
                e.consume();
            }
        });
        place.addListener(o -> requestLayout());
        getChildren().setAll(main, line, grip, left, right);
        Live.refresh(this, this::show, session.scenariosProperty());
        show();
    }

    private static Label tag() {
        Label tag = new Label();
        tag.getStyleClass().add("split-tag");
        tag.setMouseTransparent(true);
        tag.setWrapText(true);
        return tag;
    }

    private void moveTo(double share) {
        place.set(Math.max(LEAST, Math.min(1 - LEAST, share)));
    }

    private Pair.Mode mode() {
        Pair pair = session.scenarios().compared();
        return pair == null ? Pair.Mode.DIFFERENCE : pair.mode();
    }

    private boolean isSplit() {
        return mode() != Pair.Mode.DIFFERENCE;
    }

    private void show() {
        boolean split = isSplit();
        if (split && other == null) {
            other = making.get();
            other.over().mapFurnitureVisibleProperty().set(false);
            other.camera().reducedMotionProperty().bind(view.camera().reducedMotionProperty());
            other.camera().jumpTo(view.camera().pose());
            keepInStep(view, () -> other);
            keepInStep(other, () -> view);
        }
        if (split && !getChildren().contains(other)) {
            getChildren().add(0, other);
            other.camera().jumpTo(view.camera().pose());
        } else if (!split) {
            getChildren().remove(other);
        }
        for (Node node : new Node[] {line, grip, left, right}) {
            node.setVisible(split);
        }
        if (split) {
            left.setText(name(session.scenarios().compared().with()));
            right.setText(name(session.scenarios().active()));
        }
        requestLayout();
    }

    private String name(String scenarioId) {
        return session.scenarios().scenario(scenarioId).map(Scenario::name).map(session::word).orElse(TEXTS.get("split.today"));
    }

    private void keepInStep(DistrictView leader, Supplier<DistrictView> follower) {
        leader.camera().poseProperty().addListener((o, was, is) -> {
            if (!following && isSplit()) {
                following = true;
                follower.get().camera().jumpTo(is);
                following = false;
            }
        });
    }

    @Override
    protected void layoutChildren() {
        double w = getWidth();
        double h = getHeight();
        boolean split = isSplit() && other != null;
        double at = snapPositionX(w * place.get());
        boolean swipe = split && mode() == Pair.Mode.SWIPE;
        double from = split && !swipe ? at : 0;
        main.resizeRelocate(from, 0, w - from, h);
        mainClip.setX(swipe ? at : 0);
        mainClip.setWidth(w);
        mainClip.setHeight(h);
        main.setClip(split ? mainClip : null);
        if (split) {
            other.resizeRelocate(0, 0, swipe ? w : at, h);
            otherClip.setWidth(at);
            otherClip.setHeight(h);
            other.setClip(otherClip);
            line.resizeRelocate(at - 1.5, 0, 3, h);
            grip.resizeRelocate(at - GRIP / 2, snapPositionY(h * 0.62), GRIP, GRIP);
            placeTag(left, Pos.CENTER_RIGHT, at - 16, h);
            placeTag(right, Pos.CENTER_LEFT, at + 16, h);
        }
    }

    private void placeTag(Label tag, Pos side, double x, double h) {
        double width = Math.min(Math.max(260, 0.36 * getWidth()), Math.ceil(tag.prefWidth(-1)));
        double height = tag.prefHeight(width);
        tag.resizeRelocate(side == Pos.CENTER_RIGHT ? x - width : x, snapPositionY(TAG * h), width, height);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }
}
