package org.kvarter.ui.feeds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Layer;
import org.kvarter.remote.map.Proposal;
import org.kvarter.series.SeriesJoin;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Numbers;

/**
 * Setting a feed up, from top to bottom: the address and a button that fetches; then what to take, whom it belongs to, and the rows that
 * come of it, changing as choices change.
 */
public final class FeedSetupView extends VBox {

    private static final Texts TEXTS = Texts.in(FeedSetupView.class);
    private static final List<Integer> INTERVALS = List.of(10, 30, 60, 300, 900, 3600, 21_600, 86_400);

    private final FeedSetupModel model;
    private final TextField url = new TextField();
    private final VBox answer = new VBox(16);
    private final VBox belonging = new VBox(8);
    private final VBox rows = new VBox(8);
    private final Label message = new Label();
    private final SimpleBooleanProperty ready = new SimpleBooleanProperty(this, "ready");

    public FeedSetupView(FeedSetupModel model) {
        super(16);
        this.model = model;
        getStyleClass().add("feed-setup");
        message.setWrapText(true);
        message.setMinHeight(USE_PREF_SIZE);
        message.getStyleClass().add("feed-trouble");
        message.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        message.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        message.managedProperty().bind(message.visibleProperty());
        message.textProperty().bind(model.troubleProperty());
        getChildren().setAll(address(), new RequestForm(model), message, answer);
        model.sampleProperty().addListener((o, was, is) -> showAnswer());
        model.previewProperty().addListener((o, was, is) -> showRows());
        model.targetProperty().addListener((o, was, is) -> showRows());
        showAnswer();
    }

    /** Whether the feed can be added. */
    public BooleanExpression readyProperty() {
        return ready;
    }

    private Node address() {
        url.setText(model.requestProperty().get().url());
        url.setPromptText("https://api.example.org/stations.json");
        url.setId("feed-url");
        url.textProperty().addListener((o, was, is) -> {
            model.requestProperty().set(model.requestProperty().get().withUrl(is.strip()));
        });
        url.setOnAction(e -> model.fetch());
        HBox.setHgrow(url, Priority.ALWAYS);
        Button fetch = Buttons.labelled(Feather.DOWNLOAD_CLOUD, TEXTS.get("fetch"), model::fetch);
        fetch.setId("feed-fetch");
        fetch.setMinWidth(USE_PREF_SIZE);
        fetch.disableProperty().bind(model.busyProperty().or(Bindings.isEmpty(url.textProperty())));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(18, 18);
        busy.setMinSize(18, 18);
        busy.visibleProperty().bind(model.busyProperty());
        busy.managedProperty().bind(busy.visibleProperty());
        HBox line = new HBox(8, url, busy, fetch);
        line.setAlignment(Pos.CENTER_LEFT);
        Label caption = new Label(TEXTS.get("address"));
        caption.getStyleClass().add("caption");
        url.setAccessibleText(TEXTS.get("address"));
        return new VBox(2, caption, line);
    }

    static ComboBox<Integer> intervals(int chosen) {
        List<Integer> all = new ArrayList<>(INTERVALS);
        if (!all.contains(chosen)) {
            all.add(0, chosen);
        }
        ComboBox<Integer> box = Combos.of(all, s -> FeedWords.every(java.time.Duration.ofSeconds(s)));
        box.setValue(chosen);
        return box;
    }

    private void showAnswer() {
        if (model.sampleProperty().get() == null) {
            Label hint = new Label(TEXTS.get("hint"));
            hint.getStyleClass().add("text-muted");
            hint.setWrapText(true);
            hint.setMinHeight(USE_PREF_SIZE);
            answer.getChildren().setAll(hint);
            ready.set(false);
            return;
        }
        TextField title = new TextField(model.titleProperty().get());
        title.setId("feed-title");
        title.textProperty().addListener((o, was, is) -> model.setTitle(is));
        VBox roles = new VBox(8);
        Runnable rebuild = () -> {
            roles.getChildren().setAll(new Roles(model));
            if (!title.getText().equals(model.titleProperty().get())) {
                title.setText(model.titleProperty().get());
            }
        };
        List<Proposal> proposals = model.sampleProperty().get().proposals();
        ComboBox<Proposal> records = Combos.of(proposals, FeedSetupView::records);
        records.setId("feed-records");
        proposals.stream().filter(p -> p.mapping().records().equals(model.mappingProperty().get().records())
                && p.mapping().layout() == model.mappingProperty().get().layout()).findFirst().ifPresent(records::setValue);
        records.setOnAction(e -> {
            if (records.getValue() != null) {
                model.propose(records.getValue());
                rebuild.run();
            }
        });
        rebuild.run();
        answer.getChildren().setAll(Roles.row(Roles.field(TEXTS.get("title"), title), Roles.field(TEXTS.get("records"), records)), roles, belonging, rows);
        showRows();
    }

    private static String records(Proposal proposal) {
        String pointer = proposal.mapping().records();
        return TEXTS.get("records.item", pointer.isEmpty() ? TEXTS.get("records.top") : pointer, Numbers.whole(proposal.count()));
    }

    private void showRows() {
        if (model.sampleProperty().get() == null) {
            return;
        }
        showBelonging();
        String obstacle = model.obstacle();
        ready.set(obstacle.isEmpty() && !model.previewProperty().get().rows().rows().isEmpty());
        rows.getChildren().setAll(new PreviewTable(model.previewProperty().get(), model.mappingProperty().get(),
                model.words()));
        if (!obstacle.isEmpty()) {
            Label why = new Label(obstacle, Icons.of(Feather.ALERT_TRIANGLE));
            why.getStyleClass().add("feed-trouble");
            why.setWrapText(true);
            why.setMinHeight(USE_PREF_SIZE);
            rows.getChildren().add(why);
        }
    }

    private void showBelonging() {
        List<Optional<Layer>> layers = new ArrayList<>();
        layers.add(Optional.empty());
        model.layers().forEach(l -> layers.add(Optional.of(l)));
        ComboBox<Optional<Layer>> layer = Combos.of(layers, l -> l.map(Layer::title).orElse(TEXTS.get("points")));
        layer.setId("feed-target");
        Layer chosen = model.layers().stream().filter(l -> l.id().equals(model.targetProperty().get().layerId())).findFirst().orElse(null);
        layer.setValue(Optional.ofNullable(chosen));
        layer.setOnAction(e -> model.setTargetLayer(layer.getValue().orElse(null)));
        if (chosen == null) {
            belonging.getChildren().setAll(Roles.row(Roles.field(TEXTS.get("belongs"), layer), Roles.field("", new Label())));
            return;
        }
        List<String> attributes = new ArrayList<>(List.of(""));
        attributes.addAll(chosen.features().attributes().names());
        ComboBox<String> key = Combos.of(attributes, a -> a.isEmpty() ? TEXTS.get("key.id") : a);
        key.setValue(model.targetProperty().get().keyAttribute());
        key.setOnAction(e -> model.setKeyAttribute(key.getValue()));
        belonging.getChildren().setAll(Roles.row(Roles.field(TEXTS.get("belongs"), layer), Roles.field(TEXTS.get("key"), key)));
        model.join().ifPresent(join -> belonging.getChildren().add(matched(join)));
    }

    private static Node matched(SeriesJoin join) {
        int places = join.matched() + join.unmatchedPlaces().size();
        String lost = join.unmatchedPlaces().isEmpty() ? "" : " · " + TEXTS.get("unmatched",
                String.join(", ", join.unmatchedPlaces().stream().limit(5).toList()) + (join.unmatchedPlaces().size() > 5 ? " …" : ""));
        Label label = new Label(TEXTS.get("matched", join.matched(), places) + lost);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(join.matched() == 0 ? "feed-trouble" : "text-muted");
        return label;
    }
}
