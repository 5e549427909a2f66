package org.kvarter.ui.services;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.project.ProjectSource;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;

/** The layers from services above the others: each with its age, what has to be said of it, and a button that fetches it again. */
public final class ServiceRows extends VBox {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);

    private final Session session;
    private final ServiceLayers layers;
    private final Supplier<Instant> now;

    /** @param now the real time */
    public ServiceRows(Session session, ServiceLayers layers, Supplier<Instant> now) {
        this.session = session;
        this.layers = layers;
        this.now = now;
        Live.refresh(this, this::show, session.sources(), session.districtProperty(), layers.changesProperty());
    }

    private void show() {
        getChildren().clear();
        for (ProjectSource source : session.sources()) {
            ServiceLayers.of(source).ifPresent(from -> getChildren().add(row(source, from)));
        }
    }

    private Node row(ProjectSource source, LayerSource from) {
        Label title = new Label(from.title(), Icons.of(from.query().isPicture() ? Feather.IMAGE : Feather.LAYERS));
        title.setMinWidth(40);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        boolean running = layers.isRunning(source);
        Optional<String> failure = layers.failure(source);
        Label chip = new Label(running ? TEXTS.get("chip.running") : ServiceLayers.age(source, now.get()));
        chip.getStyleClass().addAll("feed-chip", failure.isPresent() ? "feed-stale" : "feed-waiting");
        chip.setMinWidth(USE_PREF_SIZE);
        Button again = Buttons.icon(Feather.REFRESH_CW, TEXTS.get("refresh"), () -> layers.refresh(source));
        again.setDisable(running);
        HBox head = new HBox(title, chip, again);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("feed-head");
        VBox row = new VBox(head);
        String said = failure.orElse(from.attribution());
        if (!said.isEmpty()) {
            Label detail = new Label(said);
            detail.getStyleClass().addAll("caption", "feed-detail");
            detail.setWrapText(true);
            detail.setMinHeight(USE_PREF_SIZE);
            row.getChildren().add(detail);
        }
        row.getStyleClass().add("feed");
        row.setAccessibleText(from.title() + ", " + chip.getText() + ", " + said);
        return row;
    }
}
