package org.kvarter.ui.notice;

import java.util.HashMap;
import java.util.Map;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kvarter.model.Severity;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Motion;

/** The messages as cards, one under the other. Remarks leave after six seconds, warnings after twelve, errors stay. */
public final class NoticesView extends VBox {

    private static final Texts TEXTS = Texts.in(NoticesView.class);

    private final Notices notices;
    private final Motion motion;
    private final Map<Notice, Node> cards = new HashMap<>();
    private final ListChangeListener<Notice> listener = this::follow;

    public NoticesView(Notices notices, Motion motion) {
        this.notices = notices;
        this.motion = motion;
        getStyleClass().add("notices");
        setPickOnBounds(false);
        setAlignment(Pos.TOP_CENTER);
        notices.shown().addListener(new WeakListChangeListener<>(listener));
        notices.shown().forEach(this::show);
    }

    private void follow(ListChangeListener.Change<? extends Notice> change) {
        while (change.next()) {
            change.getRemoved().forEach(this::remove);
            change.getAddedSubList().forEach(this::show);
        }
    }

    private void show(Notice notice) {
        Node card = card(notice);
        cards.put(notice, card);
        getChildren().add(card);
        motion.enter(card);
        if (notice.severity() != Severity.ERROR) {
            PauseTransition stay = new PauseTransition(Duration.seconds(notice.severity() == Severity.INFO ? 6 : 12));
            stay.setOnFinished(e -> notices.dismiss(notice));
            stay.play();
        }
    }

    private void remove(Notice notice) {
        Node card = cards.remove(notice);
        if (card != null) {
            motion.leave(card, () -> getChildren().remove(card));
        }
    }

    private Node card(Notice notice) {
        FontIcon icon = Icons.of(switch (notice.severity()) {
            case INFO -> Feather.CHECK_CIRCLE;
            case WARNING -> Feather.ALERT_TRIANGLE;
            case ERROR -> Feather.ALERT_OCTAGON;
        });
        Label message = new Label(notice.message());
        message.setWrapText(true);
        message.setMaxWidth(520);
        message.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(message, Priority.ALWAYS);
        HBox card = new HBox(icon, message);
        for (Notice.Way way : notice.ways()) {
            Hyperlink link = new Hyperlink(way.name());
            link.setMinWidth(USE_PREF_SIZE);
            link.setOnAction(e -> {
                notices.dismiss(notice);
                way.run().run();
            });
            card.getChildren().add(link);
        }
        card.getChildren().add(Buttons.icon(Feather.X, TEXTS.get("dismiss"), () -> notices.dismiss(notice)));
        card.setAlignment(Pos.CENTER_LEFT);
        card.getStyleClass().addAll("notice", "notice-" + notice.severity().name().toLowerCase(java.util.Locale.ROOT));
        card.setMaxWidth(USE_PREF_SIZE);
        card.setAccessibleText(notice.message());
        return card;
    }
}
