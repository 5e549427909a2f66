package org.kvarter.ui.assist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kvarter.assist.JoinResult;
import org.kvarter.assist.JoinRule;
import org.kvarter.assist.TwinLayer;
import org.kvarter.model.AttributeColumn;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Numbers;

/** Which place is which feature: the rule, the share that matched, what is left over on both sides, and pairs to accept. */
final class PlacesPage extends VBox {

    private static final Texts TEXTS = Texts.in(PlacesPage.class);

    private final AssistModel model;
    private final VBox result = new VBox(10);
    private final ProgressBar share = new ProgressBar(0);
    private final Label matched = new Label();
    private final HBox rule = new HBox(16);
    private JoinRule shown;

    PlacesPage(AssistModel model) {
        super(12);
        this.model = model;
        share.setMaxWidth(Double.MAX_VALUE);
        share.setId("assist-share");
        matched.getStyleClass().add("report-title");
        matched.setId("assist-matched");
        rule.setAlignment(Pos.BOTTOM_LEFT);
        VBox.setVgrow(result, Priority.ALWAYS);
        getChildren().setAll(rule, matched, share, result);
        Live.value(this, model.joinProperty(), this::show);
    }

    private void show(JoinResult join) {
        matched.setVisible(join != null);
        share.setVisible(join != null);
        if (join == null) {
            rule.getChildren().clear();
            result.getChildren().clear();
            shown = null;
            return;
        }
        if (!join.rule().equals(shown)) {
            shown = join.rule();
            showRule(shown);
        }
        boolean district = join.rule().kind() == JoinRule.Kind.DISTRICT;
        matched.setText(district ? TEXTS.get("join.district", join.places()) : TEXTS.get("join.matched", join.matched(), join.places(), join.rate()));
        share.setProgress(join.rate());
        share.setVisible(!district);
        share.getStyleClass().removeAll("success", "warning", "danger");
        share.getStyleClass().add(join.rate() >= 0.95 ? "success" : join.rate() >= 0.6 ? "warning" : "danger");
        HBox lists = new HBox(16);
        VBox.setVgrow(lists, Priority.ALWAYS);
        if (!district) {
            lists.getChildren().addAll(names("join.places", join.unmatchedPlaces()), proposals(join), names("join.features", described(join)));
        }
        lists.getChildren().forEach(n -> HBox.setHgrow(n, Priority.ALWAYS));
        result.getChildren().clear();
        Stream.concat(join.notes().stream(), Stream.of(join.shared() > 0 ? TEXTS.get("join.shared", join.shared()) : "",
                join.ambiguous().isEmpty() ? "" : TEXTS.get("join.ambiguous", join.ambiguous().size()))).filter(s -> !s.isEmpty()).forEach(note -> {
                    Label label = new Label(note);
                    label.setWrapText(true);
                    label.getStyleClass().add("text-muted");
                    result.getChildren().add(label);
                });
        result.getChildren().add(lists);
    }

    private void showRule(JoinRule now) {
        ComboBox<JoinRule.Kind> kind = Combos.of(List.of(JoinRule.Kind.values()), k -> TEXTS.get("kind." + k.name()));
        kind.setValue(now.kind());
        kind.setOnAction(e -> model.setJoin(layered(rule().withKind(kind.getValue()))));
        rule.getChildren().setAll(TimeForm.field("kind", kind));
        if (now.kind() == JoinRule.Kind.DISTRICT) {
            return;
        }
        List<TwinLayer> layers = model.twin().layers();
        ComboBox<TwinLayer> layer = Combos.of(layers, TwinLayer::title);
        layers.stream().filter(l -> l.id().equals(now.layerId())).findFirst().ifPresent(layer::setValue);
        layer.setOnAction(e -> model.setJoin(rule().withLayer(layer.getValue().id()).withAttribute("")));
        rule.getChildren().add(TimeForm.field("layer", layer));
        if (now.kind() == JoinRule.Kind.COORDINATES) {
            TextField crs = new TextField(now.crs());
            crs.setPrefWidth(140);
            crs.setOnAction(e -> model.setJoin(rule().withCrs(crs.getText().strip())));
            TextField limit = new TextField(Double.toString(now.limit()));
            limit.setPrefWidth(80);
            limit.setOnAction(e -> limit(limit.getText()));
            rule.getChildren().addAll(TimeForm.field("crs", crs), TimeForm.field("limit", limit));
        } else {
            List<String> attributes = new ArrayList<>(List.of(""));
            model.twin().layer(now.layerId()).ifPresent(l -> attributes.addAll(l.features().attributes().names()));
            ComboBox<String> attribute = Combos.of(attributes, a -> a.isEmpty() ? TEXTS.get("attribute.id") : a);
            attribute.setValue(now.attribute());
            attribute.setOnAction(e -> model.setJoin(rule().withAttribute(attribute.getValue())));
            rule.getChildren().addAll(TimeForm.field("attribute", attribute), new LookupPart(model));
        }
    }

    private void limit(String text) {
        double metres = Numbers.parsed(text);
        if (metres >= 0 && metres <= 10_000) {
            model.setJoin(rule().withLimit(metres));
        }
    }

    private JoinRule rule() {
        return model.recipeProperty().get().join();
    }

    /** A rule that compares with features needs a layer: buildings first. */
    private JoinRule layered(JoinRule wanted) {
        boolean named = model.twin().layer(wanted.layerId()).isPresent();
        return wanted.kind() == JoinRule.Kind.DISTRICT || named ? wanted
                : model.twin().layers().stream().findFirst().map(l -> wanted.withLayer(l.id()).withLimit(25).withCrs("EPSG:4326")).orElse(wanted);
    }

    private Node names(String key, List<String> names) {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList(names));
        list.getStyleClass().add("dense");
        list.setPlaceholder(new Label(TEXTS.get(key + ".none")));
        list.setPrefHeight(220);
        list.setMinHeight(120);
        list.setId(key.replace('.', '-'));
        VBox.setVgrow(list, Priority.ALWAYS);
        Label title = new Label(TEXTS.get(key, names.size()));
        title.getStyleClass().add("caption");
        return new VBox(4, title, list);
    }

    /** Features without a place: their ids, with what places are compared with. */
    private List<String> described(JoinResult join) {
        JoinRule by = join.rule();
        TwinLayer layer = model.twin().layer(by.layerId()).orElse(null);
        AttributeColumn compared = layer == null || by.attribute().isEmpty() || by.kind() == JoinRule.Kind.COORDINATES ? null
                : layer.features().attributes().column(by.attribute()).orElse(null);
        if (compared == null) {
            return join.unmatchedFeatures();
        }
        Map<String, Object> values = new HashMap<>();
        for (int row : layer.wholes()) {
            values.put(layer.features().ids()[row], compared.value(row));
        }
        return join.unmatchedFeatures().stream().map(id -> values.get(id) == null ? id : TEXTS.get("join.feature", id, values.get(id))).toList();
    }

    private Node proposals(JoinResult join) {
        VBox rows = new ProposalList(model, join);
        Label title = new Label(TEXTS.get("join.proposals", (int) join.proposals().stream().map(JoinResult.Proposal::place).filter(Objects::nonNull).distinct().count()));
        title.getStyleClass().add("caption");
        VBox.setVgrow(rows, Priority.ALWAYS);
        return new VBox(4, title, rows);
    }
}
