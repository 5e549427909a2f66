package org.kvarter.ui.scenario;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.scenario.Comparison;
import org.kvarter.scenario.Scenario;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Words;
import org.kvarter.ui.sheet.Sheet;

/** The key figures over the twin: which scenario is shown, a card for each figure with its change against today; a click tells where from. */
public final class KpiStrip extends HBox {

    private static final Texts TEXTS = Texts.in(KpiStrip.class);

    private static final PseudoClass NARROW = PseudoClass.getPseudoClass("narrow");

    /** From this width on titles and units stand in one line each. */
    private static final double ROOMY = 1130;

    private final Session session;
    private final ScenariosModel model;
    private final Consumer<Sheet> sheets;
    private final MenuButton shown = new MenuButton();
    private final Label name = new Label();
    private final HBox cards = new HBox();
    private final BooleanBinding narrow = widthProperty().lessThan(ROOMY);

    /**
     * @param sheets opens a sheet over the window
     * @param close  puts the strip away
     */
    public KpiStrip(Session session, KpisModel kpis, Consumer<Sheet> sheets, Runnable close) {
        this.session = session;
        this.model = new ScenariosModel(session);
        this.sheets = sheets;
        getStyleClass().addAll("floating-card", "kpi-strip");
        setAlignment(Pos.CENTER_LEFT);
        shown.getStyleClass().addAll("flat", "kpi-scenario");
        shown.setId("kpi-scenario");
        shown.setMinWidth(USE_PREF_SIZE);
        // The words of a menu button itself do not wrap.
        name.setWrapText(true);
        shown.setGraphic(name);
        narrow.addListener((o, was, is) -> pseudoClassStateChanged(NARROW, is));
        pseudoClassStateChanged(NARROW, narrow.get());
        cards.getStyleClass().add("kpi-cards");
        cards.setFillHeight(true);
        ScrollPane sliding = new ScrollPane(cards);
        sliding.getStyleClass().addAll("edge-to-edge", "kpi-slide");
        sliding.setFitToWidth(true);
        sliding.setFitToHeight(true);
        sliding.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        sliding.setMinWidth(0);
        // Stated with the bar below, or it would cover the figures.
        sliding.minViewportHeightProperty().bind(Bindings.createDoubleBinding(() -> Math.ceil(cards.prefHeight(-1)), cards.needsLayoutProperty()));
        HBox.setHgrow(sliding, Priority.ALWAYS);
        Button away = Buttons.icon(Feather.X, TEXTS.get("kpi.putAway"), close);
        away.getStyleClass().add("tiny");
        getChildren().setAll(shown, sliding, away);
        Live.refresh(this, this::showScenario, session.scenariosProperty());
        Live.value(this, kpis.cardsProperty(), this::showCards);
    }

    private void showScenario() {
        String active = session.scenarios().active();
        name.setText(session.scenarios().scenario(active).map(Scenario::name).map(session::word).orElse(TEXTS.get("today")));
        boolean isLong = name.getText().length() > 24;
        name.setPrefSize(isLong ? 136 : 86, isLong ? 76 : 40);
        shown.setAccessibleText(TEXTS.get("kpi.scenario", name.getText()));
        shown.getItems().setAll(item("", TEXTS.get("today")));
        session.scenarios().scenarios().forEach(s -> shown.getItems().add(item(s.id(), session.word(s.name()))));
    }

    private MenuItem item(String id, String name) {
        MenuItem item = new MenuItem(name);
        item.setMnemonicParsing(false);
        item.setOnAction(e -> model.show(id));
        return item;
    }

    private void showCards(List<KpisModel.Card> now) {
        cards.getChildren().setAll(now.stream().filter(c -> !c.compared().kpi().hidden()).map(this::card).toList());
    }

    private Node card(KpisModel.Card card) {
        Comparison c = card.compared();
        String words = session.word(c.kpi().title());
        Label title = new Label(words);
        title.getStyleClass().add("caption");
        title.setMinWidth(0);
        title.setWrapText(true);
        title.setAlignment(Pos.BOTTOM_LEFT);
        title.minHeightProperty().bind(Bindings.when(narrow).then(30.0).otherwise(USE_PREF_SIZE));
        Quantity quantity = Quantity.of(c.second(), session.word(c.kpi().unit()));
        Label number = new Label(quantity.number());
        number.getStyleClass().add("kpi-strip-number");
        number.setMinWidth(USE_PREF_SIZE);
        Label unit = new Label(quantity.unit());
        unit.getStyleClass().add("caption");
        unit.setWrapText(true);
        HBox value = new HBox(4, number, unit);
        value.setAlignment(Pos.BASELINE_LEFT);
        // Stated, since a height asked for without a width is that of words wrapped letter by letter.
        value.prefHeightProperty().bind(Bindings.when(narrow).then(38.0).otherwise(27.0));
        value.minHeightProperty().bind(value.prefHeightProperty());
        VBox box = new VBox(title, value);
        if (card.isScenario()) {
            box.getChildren().add(change(c));
        }
        box.setMinWidth(0);
        Button button = new Button(null, box);
        button.getStyleClass().addAll("flat", "kpi-card");
        button.setId("kpi-" + c.kpi().id());
        button.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        // As wide as the longest word, so that none is broken; what does not fit then slides.
        button.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Math.max(92, Words.longest(title) + 16), title.fontProperty()));
        unit.minWidthProperty().bind(Bindings.createDoubleBinding(() -> Words.longest(unit), unit.fontProperty()));
        button.setPrefWidth(128);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(e -> sheets.accept(WhereFromView.sheet(session, model, c.kpi(), sheets)));
        String tip = card.problem().isEmpty() ? TEXTS.get("kpi.whereFrom", words) : card.problem();
        return Buttons.named(button, words + " " + quantity, tip);
    }

    /** Against today: an arrow, the percentage, and a colour for better or worse. */
    static Label change(Comparison c) {
        Label label = new Label(Quantity.percent(c.share()));
        if (c.verdict() != Comparison.Verdict.SAME && c.difference() != 0 && !Double.isNaN(c.difference())) {
            label.setGraphic(Icons.of(c.difference() > 0 ? Feather.ARROW_UP : Feather.ARROW_DOWN));
            if (Double.isNaN(c.share())) {
                label.setText(Quantity.change(c.difference(), c.kpi().unit()).toString());
            }
        }
        label.getStyleClass().addAll("kpi-change", "kpi-" + c.verdict().name().toLowerCase(java.util.Locale.ROOT));
        label.setAccessibleText(label.getText() + " " + TEXTS.get("verdict." + c.verdict()));
        return label;
    }
}
