package org.kvarter.ui.assist;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.JoinRule;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;

/** Pairs that may belong together, the likeliest of each place: each is accepted by a person, or all that are nearly alike at once. */
final class ProposalList extends VBox {

    private static final Texts TEXTS = Texts.in(ProposalList.class);
    /** Pairs at least so alike differ by a slip of the pen. */
    private static final double NEARLY = 0.85;

    ProposalList(AssistModel model, JoinResult join) {
        super(6);
        Map<String, JoinResult.Proposal> best = new LinkedHashMap<>();
        join.proposals().forEach(p -> best.merge(p.place(), p, (first, other) -> first));
        ListView<JoinResult.Proposal> list = new ListView<>(FXCollections.observableArrayList(best.values()));
        list.getStyleClass().add("dense");
        list.setPlaceholder(new Label(TEXTS.get("join.proposals.none")));
        list.setPrefHeight(190);
        list.setPrefWidth(320);
        list.setMinHeight(90);
        list.setId("assist-proposals");
        list.setCellFactory(view -> new ListCell<>() {
            {
                setPrefWidth(0); // a long pair is shortened rather than scrolled to
            }

            @Override
            protected void updateItem(JoinResult.Proposal item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : row(model, item));
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().add(list);
        // what others are as alike to is not accepted unseen
        List<JoinResult.Proposal> sure = best.values().stream().filter(p -> p.score() >= NEARLY && p.ties() == 0).toList();
        int near = sure.size();
        if (near > 1) {
            Button all = Buttons.labelled(Feather.CHECK, TEXTS.get("join.acceptNear", near), () -> {
                JoinRule rule = model.recipeProperty().get().join();
                for (JoinResult.Proposal p : sure) {
                    rule = rule.accepting(p.place(), p.featureId());
                }
                model.setJoin(rule);
            });
            all.setId("assist-accept-near");
            getChildren().add(all);
        }
    }

    private static HBox row(AssistModel model, JoinResult.Proposal proposal) {
        Label pair = new Label(TEXTS.get("join.pair", proposal.place(), proposal.shown()));
        pair.setMinWidth(40);
        pair.setTooltip(new Tooltip(pair.getText()));
        Label alike = new Label(TEXTS.get(proposal.ties() == 0 ? "join.alike" : "join.alikeTied", proposal.score(), proposal.ties()));
        alike.getStyleClass().add("caption");
        alike.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(8, pair, gap, alike, Buttons.icon(Feather.CHECK, TEXTS.get("join.accept", proposal.place(), proposal.shown()),
                () -> model.setJoin(model.recipeProperty().get().join().accepting(proposal.place(), proposal.featureId()))));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
