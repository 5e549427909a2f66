package org.kvarter.ui.picture;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scene.snapshot.Overprint;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.shell.Theme;
import org.kvarter.ui.stage.SplitStage;

/** A picture of two scenarios side by side, each half under its scenario's name, as the window shows them. JavaFX thread only. */
public final class PairPicture {

    private static final Texts TEXTS = Texts.in(SplitStage.class);
    /** So far down that a picture cut at its top for a page keeps the names. */
    private static final double TAG_AT = 0.2;
    private static final double GAP = 18;
    private static final double LINE = 4;

    private PairPicture() {
    }

    /** Two that are shown side by side, the left one in {@link Pair#with()}; empty while one twin is shown. */
    public static Optional<Pair> shown(Session session) {
        return Optional.ofNullable(session.scenarios().compared()).filter(p -> p.mode() != Pair.Mode.DIFFERENCE);
    }

    /** The book with the two scenarios of a pair in each other's place. */
    public static ScenarioBook swapped(ScenarioBook book) {
        return book.withActive(book.compared().with()).withCompared(new Pair(book.active(), book.compared().mode()));
    }

    /** Width of the left half, and of the right one. */
    public static int[] halves(int width) {
        return new int[] {width / 2, width - width / 2};
    }

    /** The middle of a picture, which is what a narrower one of the same camera shows. */
    public static Picture middle(Picture whole, int width) {
        int[] argb = new int[width * whole.height()];
        for (int y = 0; y < whole.height(); y++) {
            System.arraycopy(whole.argb(), y * whole.width() + (whole.width() - width) / 2, argb, y * width, width);
        }
        return new Picture(width, whole.height(), argb);
    }

    /**
     * Takes a picture of what is shown: where that is two scenarios, one half after the other, for which the session shows each in turn.
     *
     * @param camera takes a picture of the shown scenario, of a width and height
     */
    public static CompletableFuture<Picture> take(Workspace workspace, BiFunction<Integer, Integer, CompletableFuture<Picture>> camera, int width,
                                                  int height) {
        Session session = workspace.session();
        if (shown(session).isEmpty()) {
            return camera.apply(width, height);
        }
        ScenarioBook before = session.scenarios();
        ScenarioBook other = swapped(before);
        int[] halves = halves(width);
        return camera.apply(halves[1], height).thenCompose(right -> {
            session.scenariosProperty().set(other);
            return coloured(workspace).thenCompose(x -> camera.apply(halves[0], height)).whenComplete((left, failure) -> {
                if (session.scenarios().equals(other)) {
                    session.scenariosProperty().set(before);
                }
            }).thenApply(left -> joined(session, left, right, before, workspace.settings().darkBinding().get()));
        });
    }

    /** Completes on the JavaFX thread when the colours that were asked for are made; they come with the next frames, which a picture waits for. */
    private static CompletableFuture<Void> coloured(Workspace workspace) {
        CompletableFuture<Void> made = new CompletableFuture<>();
        workspace.tasks().style().execute(() -> workspace.tasks().fx().execute(() -> made.complete(null)));
        return made;
    }

    /**
     * Two halves beside each other under the names of their scenarios.
     *
     * @param book the pair as it is shown: its left scenario compared with, its right one active
     */
    public static Picture joined(Session session, Picture left, Picture right, ScenarioBook book, boolean dark) {
        int width = left.width() + right.width();
        int height = left.height();
        int[] argb = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(left.argb(), y * left.width(), argb, y * width, left.width());
            System.arraycopy(right.argb(), y * right.width(), argb, y * width + left.width(), right.width());
        }
        Picture joined = new Picture(width, height, argb);
        double scale = Overprint.scale(joined);
        double w = width / scale;
        double h = height / scale;
        Label first = tag(name(session, book.compared().with()));
        Label second = tag(name(session, book.active()));
        Region line = new Region();
        line.getStyleClass().add("split-line");
        Pane page = new Pane(line, first, second);
        Scene scene = new Scene(page, w, h);
        Theme.apply(scene, dark);
        page.setStyle(page.getStyle() + "-fx-background-color: transparent;");
        page.applyCss();
        double middle = left.width() / scale;
        line.resizeRelocate(middle - LINE / 2, 0, LINE, h);
        place(first, middle - GAP, true, h);
        place(second, middle + GAP, false, h);
        Overprint.lay(page, joined);
        return joined;
    }

    private static Label tag(String name) {
        Label tag = new Label(name);
        tag.getStyleClass().addAll("split-tag", "picture-tag");
        tag.setWrapText(true);
        tag.setManaged(false);
        return tag;
    }

    private static void place(Label tag, double x, boolean endsThere, double h) {
        double width = Math.min(Math.max(120, x * 0.7), Math.ceil(tag.prefWidth(-1)));
        double height = tag.prefHeight(width);
        tag.resizeRelocate(endsThere ? x - width : x, TAG_AT * h, width, height);
    }

    private static String name(Session session, String id) {
        return session.scenarios().scenario(id).map(Scenario::name).map(session.story()::word).orElseGet(() -> TEXTS.get("split.today"));
    }
}
