package org.kvarter.ui.viewpoints;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Viewpoint;
import org.kvarter.scene.snapshot.Picture;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.stage.Viewer;

/** The viewpoints panel: a small picture of each saved camera; a click flies there. */
public final class ViewpointsView extends VBox {

    private static final Texts TEXTS = Texts.in(ViewpointsView.class);
    private static final double WIDTH = 118;
    private static final double HEIGHT = 74;

    private final Session session;
    private final ViewpointsModel model;
    private final Viewer viewer;
    private final TilePane tiles = new TilePane(8, 8);
    private final Map<Viewpoint, Image> pictures = new HashMap<>();
    private final Map<Viewpoint, ImageView> shown = new HashMap<>();
    private final Set<Viewpoint> asked = new HashSet<>();

    public ViewpointsView(Session session, Viewer viewer) {
        this.session = session;
        this.model = new ViewpointsModel(session);
        this.viewer = viewer;
        getStyleClass().add("viewpoints");
        tiles.setPrefColumns(2);
        Live.refresh(this, this::show, session.viewpoints());
    }

    private void show() {
        Button save = Buttons.labelled(Feather.PLUS, TEXTS.get("save"), () -> model.save(viewer.viewpoint(model.freshName())));
        save.setMaxWidth(Double.MAX_VALUE);
        save.setId("save-viewpoint");
        tiles.getChildren().setAll(session.viewpoints().stream().map(this::card).toList());
        pictures.keySet().retainAll(session.viewpoints());
        shown.keySet().retainAll(session.viewpoints());
        if (session.viewpoints().isEmpty()) {
            Label empty = new Label(TEXTS.get("empty"));
            empty.getStyleClass().add("panel-hint");
            empty.setWrapText(true);
            getChildren().setAll(empty, save);
        } else {
            getChildren().setAll(tiles, save);
        }
    }

    private Node card(Viewpoint viewpoint) {
        ImageView picture = new ImageView();
        picture.setFitWidth(WIDTH);
        picture.setFitHeight(HEIGHT);
        Rectangle round = new Rectangle(WIDTH, HEIGHT);
        round.setArcWidth(12);
        round.setArcHeight(12);
        StackPane frame = new StackPane(Icons.of(Feather.IMAGE), picture);
        frame.setClip(round);
        frame.getStyleClass().add("viewpoint-picture");
        frame.setPrefSize(WIDTH, HEIGHT);
        Button fly = new Button(null, frame);
        fly.getStyleClass().addAll("flat", "viewpoint-button");
        fly.setOnAction(e -> {
            model.open(viewpoint);
            viewer.flyTo(viewpoint);
        });
        String called = session.word(viewpoint.name());
        Buttons.named(fly, TEXTS.get("fly", called), TEXTS.get("fly", called));
        Label name = new Label(called);
        name.setMaxWidth(Double.MAX_VALUE);
        name.setPrefWidth(1);
        HBox.setHgrow(name, Priority.ALWAYS);
        HBox foot = new HBox(name);
        if (viewpoint.section() != null) {
            Label cut = new Label(null, Icons.of(Feather.SCISSORS));
            cut.setTooltip(new Tooltip(TEXTS.get("cut")));
            cut.setAccessibleText(TEXTS.get("cut"));
            cut.setId("viewpoint-cut");
            foot.getChildren().add(cut);
        }
        foot.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Button more = Buttons.icon(Feather.MORE_HORIZONTAL, TEXTS.get("more"), () -> { });
        more.getStyleClass().add("tiny");
        more.setOnAction(e -> menu(viewpoint, foot, name).show(more, Side.BOTTOM, 0, 0));
        name.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                rename(viewpoint, foot, name);
            }
        });
        foot.getChildren().add(more);
        paint(viewpoint, picture);
        VBox card = new VBox(fly, foot);
        card.setPrefWidth(WIDTH);
        return card;
    }

    private ContextMenu menu(Viewpoint viewpoint, HBox foot, Label name) {
        return new ContextMenu(item(Feather.EDIT_2, "rename", () -> rename(viewpoint, foot, name)),
                item(Feather.REFRESH_CW, "replace", () -> model.replace(viewpoint, viewer.viewpoint(viewpoint.name()))),
                item(Feather.ARROW_LEFT, "earlier", () -> model.move(viewpoint, -1)),
                item(Feather.ARROW_RIGHT, "later", () -> model.move(viewpoint, 1)),
                item(Feather.TRASH_2, "delete", () -> model.delete(viewpoint)));
    }

    private static MenuItem item(Feather icon, String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.of(icon));
        item.setOnAction(e -> run.run());
        return item;
    }

    private void rename(Viewpoint viewpoint, HBox foot, Label name) {
        TextField field = new TextField(session.word(viewpoint.name()));
        field.getStyleClass().add("small");
        field.setPrefWidth(1);
        HBox.setHgrow(field, Priority.ALWAYS);
        foot.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
        field.setOnAction(e -> model.rename(viewpoint, session.named(field.getText().trim(), viewpoint.name())));
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                foot.getChildren().set(0, name);
                e.consume();
            }
        });
        field.focusedProperty().addListener((o, was, is) -> {
            if (!is && foot.getChildren().contains(field)) {
                foot.getChildren().set(0, name);
                model.rename(viewpoint, session.named(field.getText().trim(), viewpoint.name()));
            }
        });
    }

    /** A picture shows what there is now, from where the camera need not be; it goes into the card that is there when it comes. */
    private void paint(Viewpoint viewpoint, ImageView into) {
        shown.put(viewpoint, into);
        Image there = pictures.get(viewpoint);
        if (there != null) {
            into.setImage(there);
        } else if (asked.add(viewpoint)) {
            viewer.glance(viewpoint, (int) WIDTH * 2, (int) HEIGHT * 2).whenComplete((picture, failure) -> {
                asked.remove(viewpoint);
                if (failure == null) {
                    take(viewpoint, picture);
                }
            });
        }
    }

    private void take(Viewpoint viewpoint, Picture picture) {
        Image image = picture.toFxImage();
        pictures.put(viewpoint, image);
        ImageView card = shown.get(viewpoint);
        if (card != null) {
            card.setImage(image);
        }
    }
}
