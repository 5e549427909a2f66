package org.kvarter.ui.services;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.remote.preset.Preset;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.text.Texts;
import org.kvarter.ui.feeds.RequestForm;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;

/** Choosing a service and what to take of it, from top to bottom: a ready one or an address, the area, then the list of what it has. */
public final class ServiceView extends VBox {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);
    private static final String EUROPE = "Europe";
    private static final int ROWS = 7;
    /** Of a row of the list: two lines. */
    private static final double ROW = 40;

    private final ServiceModel model;
    private final TextField url = new TextField();
    private final VBox about = new VBox(4);
    private final VBox form = new VBox();
    private final VBox found = new VBox(8);
    private final ListView<Offer> offers = new ListView<>();

    public ServiceView(ServiceModel model) {
        super(16);
        this.model = model;
        getStyleClass().add("feed-setup");
        offers.setId("service-offers");
        offers.setCellFactory(list -> new OfferCell());
        offers.setFixedCellSize(ROW);
        offers.setPrefHeight(ROWS * ROW);
        offers.getStyleClass().add("service-offers");
        getChildren().setAll(presets(), about, address(), form, area(), filter(), progress(), trouble(), found);
        model.presetProperty().addListener((o, was, is) -> showPreset());
        model.serviceProperty().addListener((o, was, is) -> showFound());
        form.getChildren().setAll(RequestForm.access(model.request()));
        showPreset();
        showFound();
    }

    /** What is chosen of the service's offers; {@code null} for nothing yet. */
    public ReadOnlyObjectProperty<Offer> chosenProperty() {
        return offers.getSelectionModel().selectedItemProperty();
    }

    private Node presets() {
        List<Optional<Preset>> all = new ArrayList<>();
        all.add(Optional.empty());
        Locale language = Locale.getDefault(Locale.Category.DISPLAY);
        Function<Preset, String> called = p -> (p.region().equals(EUROPE) ? TEXTS.get("europe") : p.regionIn(language)) + " · " + p.name(language);
        model.presets().stream().sorted(Comparator.comparing(called, Collator.getInstance(language))).forEach(p -> all.add(Optional.of(p)));
        ComboBox<Optional<Preset>> box = Combos.of(all, p -> p.map(called).orElse(TEXTS.get("own")));
        box.setId("service-preset");
        box.setVisibleRowCount(14);
        box.setValue(Optional.empty());
        box.setOnAction(e -> model.choose(box.getValue().orElse(null)));
        return field(TEXTS.get("preset"), box);
    }

    private Node address() {
        url.setId("service-url");
        url.setPromptText("https://api.example.org/ogc, mqtts://broker.example.org:8883 …");
        url.setText(model.request().requestProperty().get().url());
        url.textProperty().addListener((o, was, is) -> model.request().requestProperty().set(model.request().requestProperty().get().withUrl(is.strip())));
        model.request().requestProperty().addListener((o, was, is) -> {
            if (!is.url().equals(url.getText().strip())) {
                url.setText(is.url());
            }
        });
        url.setOnAction(e -> model.look());
        HBox.setHgrow(url, Priority.ALWAYS);
        Button look = Buttons.labelled(Feather.COMPASS, TEXTS.get("look"), model::look);
        look.setId("service-look");
        look.setMinWidth(USE_PREF_SIZE);
        look.disableProperty().bind(model.busyProperty().or(Bindings.isEmpty(url.textProperty())));
        HBox line = new HBox(8, url, look);
        line.setAlignment(Pos.CENTER_LEFT);
        return field(TEXTS.get("address"), line);
    }

    private Node area() {
        TextField text = new TextField();
        text.setId("service-area");
        text.textProperty().bindBidirectional(model.areaProperty());
        text.setPromptText("18.05, 59.30, 18.09, 59.33");
        return field(TEXTS.get("area"), text);
    }

    private Node filter() {
        TextField text = new TextField();
        text.setId("service-filter");
        text.textProperty().bindBidirectional(model.filterProperty());
        text.setPromptText("status = 'in use' and floors >= 3");
        Node row = field(TEXTS.get("filter"), text);
        row.disableProperty().bind(Bindings.createBooleanBinding(() -> chosenProperty().get() instanceof Offer.Layer layer && layer.query().isPicture(), chosenProperty()));
        return row;
    }

    private Node progress() {
        ProgressIndicator turning = new ProgressIndicator();
        turning.setPrefSize(18, 18);
        turning.setMinSize(18, 18);
        Label said = new Label();
        said.getStyleClass().add("text-muted");
        said.textProperty().bind(model.messageProperty());
        Button stop = new Button(TEXTS.get("stop"));
        stop.setOnAction(e -> model.cancel());
        HBox.setHgrow(said, Priority.ALWAYS);
        said.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, turning, said, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.busyProperty());
        line.managedProperty().bind(line.visibleProperty());
        return line;
    }

    private Node trouble() {
        Label why = new Label();
        why.setId("service-trouble");
        why.setWrapText(true);
        why.setMinHeight(USE_PREF_SIZE);
        why.getStyleClass().add("feed-trouble");
        why.setGraphic(Icons.of(Feather.ALERT_TRIANGLE));
        why.textProperty().bind(model.troubleProperty());
        why.visibleProperty().bind(model.troubleProperty().isNotEmpty());
        why.managedProperty().bind(why.visibleProperty());
        return why;
    }

    private void showPreset() {
        Preset chosen = model.presetProperty().get();
        about.getChildren().clear();
        form.getChildren().setAll(RequestForm.access(model.request()));
        if (chosen == null) {
            about.getChildren().addAll(model.problems().stream().map(p -> text(p, "feed-trouble")).toList());
        } else {
            Locale locale = Locale.getDefault(Locale.Category.DISPLAY);
            if (!chosen.note(locale).isEmpty()) {
                about.getChildren().add(text(chosen.note(locale), "text-muted"));
            }
            chosen.needs().ifPresent(n -> about.getChildren().add(text(TEXTS.get("needs", n.from()), "feed-needs")));
            about.getChildren().add(text(TEXTS.get("licence", chosen.licence().isEmpty() ? "–" : chosen.licence(),
                    chosen.attribution().isEmpty() ? "–" : chosen.attribution()), "caption"));
        }
        about.setManaged(!about.getChildren().isEmpty());
    }

    private void showFound() {
        Service service = model.serviceProperty().get();
        found.getChildren().clear();
        offers.getItems().clear();
        if (service == null) {
            if (!model.busyProperty().get()) {
                found.getChildren().setAll(text(TEXTS.get("hint"), "text-muted"));
            }
            return;
        }
        Label heading = new Label(TEXTS.get("kind." + service.kind()) + " · " + service.title());
        heading.getStyleClass().add("text-bold");
        heading.setId("service-found");
        offers.getItems().setAll(service.offers());
        offers.setPrefHeight(Math.min(ROWS, Math.max(2, service.offers().size())) * ROW + 2);
        found.getChildren().add(heading);
        if (service.offers().isEmpty()) {
            found.getChildren().add(text(TEXTS.get("empty"), "text-muted"));
            return;
        }
        if (service.offers().size() > ROWS) {
            TextField search = new TextField();
            search.setId("service-search");
            search.setPromptText(TEXTS.get("search", service.offers().size()));
            search.textProperty().addListener((o, was, is) -> offers.getItems().setAll(service.offers().stream()
                    .filter(x -> (x.title() + " " + x.detail()).toLowerCase(Locale.ROOT).contains(is.strip().toLowerCase(Locale.ROOT))).toList()));
            found.getChildren().add(search);
        }
        offers.getSelectionModel().selectFirst();
        found.getChildren().add(offers);
        if (!service.attribution().isEmpty()) {
            found.getChildren().add(text(TEXTS.get("attribution", service.attribution()), "caption"));
        }
    }

    private static Label text(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add(style);
        return label;
    }

    private static Node field(String caption, Node control) {
        Label label = new Label(caption);
        label.getStyleClass().add("caption");
        control.setAccessibleText(caption);
        if (control instanceof ComboBox<?> box) {
            box.setMaxWidth(Double.MAX_VALUE);
        }
        return new VBox(2, label, control);
    }
}
