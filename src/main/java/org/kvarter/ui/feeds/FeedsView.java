package org.kvarter.ui.feeds;

import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.session.Session;
import org.kvarter.session.live.FeedChanges;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/** The feeds above the layers: how each is doing, and what can be done to it. */
public final class FeedsView extends VBox {

    private static final Texts TEXTS = Texts.in(FeedsView.class);

    /** What the list asks of the rest of the window. */
    public interface Host {
        /** Sets up a new feed. */
        void addFeed();

        /** Chooses among services and what they have. */
        void addFromService();

        /** Changes a feed. */
        void editFeed(FeedSource feed);
    }

    private final Session session;
    private final FeedDesk desk;
    private final Host host;
    private final Node others;

    /** @param others rows of layers from services, shown between the feeds and the ways to add more */
    public FeedsView(Session session, FeedDesk desk, Host host, Node others) {
        this.others = others;
        this.session = session;
        this.desk = desk;
        this.host = host;
        getStyleClass().add("feeds");
        Live.refresh(this, this::show, session.feeds(), desk.live().snapshots());
    }

    private void show() {
        getChildren().clear();
        for (FeedSource feed : session.feeds()) {
            getChildren().add(row(feed));
        }
        getChildren().addAll(others, button(Feather.CLOUD, "addService", host::addFromService), button(Feather.RADIO, "add", host::addFeed));
    }

    private static Button button(Feather icon, String key, Runnable run) {
        Button add = Buttons.labelled(icon, TEXTS.get(key), run);
        add.getStyleClass().addAll("flat", "feed-add");
        add.setId("feed-" + key);
        add.setMaxWidth(Double.MAX_VALUE);
        return add;
    }

    private Node row(FeedSource feed) {
        FeedState state = desk.live().state(feed.id());
        FeedWords words = new FeedWords(session.clock().zoneProperty().get(), desk.live().now());
        Region dot = new Region();
        dot.getStyleClass().addAll("feed-dot", FeedWords.styleClass(state));
        Label title = new Label(feed.title());
        title.setMinWidth(40);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label chip = new Label(words.chip(state));
        chip.getStyleClass().addAll("feed-chip", FeedWords.styleClass(state));
        chip.setMinWidth(USE_PREF_SIZE);
        Button more = Buttons.icon(Feather.MORE_VERTICAL, TEXTS.get("more"), () -> { });
        more.setOnAction(e -> menu(feed).show(more, Side.BOTTOM, 0, 0));
        HBox head = new HBox(dot, title, chip, more);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("feed-head");
        Label detail = new Label(words.detail(feed, state, desk.live().snapshots().get(feed.id())));
        detail.getStyleClass().addAll("caption", "feed-detail");
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox row = new VBox(head, detail);
        row.getStyleClass().add("feed");
        row.setAccessibleText(feed.title() + ", " + chip.getText() + ", " + detail.getText());
        return row;
    }

    private ContextMenu menu(FeedSource feed) {
        List<MenuItem> items = List.of(
                item(Feather.REFRESH_CW, "refresh", () -> desk.live().refresh(feed.id())),
                item(feed.paused() ? Feather.PLAY : Feather.PAUSE, feed.paused() ? "resume" : "pause",
                        () -> FeedChanges.setPaused(session, feed, !feed.paused())),
                item(Feather.SLIDERS, "edit", () -> host.editFeed(feed)),
                new SeparatorMenuItem(),
                item(Feather.TRASH_2, "remove", () -> FeedChanges.remove(session, feed)));
        items.get(0).setDisable(feed.paused());
        return new ContextMenu(items.toArray(MenuItem[]::new));
    }

    private static MenuItem item(Feather icon, String key, Runnable run) {
        MenuItem item = new MenuItem(TEXTS.get(key), Icons.of(icon));
        item.setOnAction(e -> run.run());
        return item;
    }
}
