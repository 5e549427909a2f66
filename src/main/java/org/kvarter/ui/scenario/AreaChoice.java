package org.kvarter.ui.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kvarter.geo.filter.FeatureFilter;
import org.kvarter.geo.filter.FilterException;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerKind;
import org.kvarter.scenario.Area;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;

/** Which features something is about: the district, a layer, what is selected, or what meets an expression. */
final class AreaChoice extends VBox {

    private static final Texts TEXTS = Texts.in(AreaChoice.class);

    /** How an area is told. */
    enum Kind {
        DISTRICT, SELECTION, LAYER, FILTER
    }

    private final Session session;
    private final ComboBox<Kind> kind;
    private final ComboBox<Layer> layer;
    private final TextField filter = new TextField();
    private final Label trouble = new Label();
    private final VBox layerField;
    private final VBox filterField;
    private Runnable changed = () -> { };

    /** @param needsLayer whether the whole district is no answer */
    AreaChoice(Session session, boolean needsLayer) {
        super(8);
        this.session = session;
        List<Kind> kinds = new ArrayList<>(needsLayer ? List.of(Kind.LAYER, Kind.FILTER) : List.of(Kind.DISTRICT, Kind.LAYER, Kind.FILTER));
        if (!session.selection().isEmpty()) {
            kinds.add(0, Kind.SELECTION);
        }
        kind = Fields.choice(kinds, k -> k == Kind.SELECTION ? TEXTS.get("area.SELECTION", session.selection().size()) : TEXTS.get("area." + k));
        kind.setId("area-kind");
        List<Layer> layers = new ArrayList<>(session.district().layers().stream().filter(l -> l.features().size() > 0).toList());
        java.util.Collections.reverse(layers);
        layer = Fields.choice(layers, Layer::title);
        layers.stream().filter(l -> l.kind() == LayerKind.BUILDINGS).findFirst().ifPresent(layer::setValue);
        filter.setPromptText("storeys > 5 AND use = 'residential'");
        trouble.getStyleClass().add("filter-error");
        trouble.setWrapText(true);
        layerField = Fields.field(TEXTS.get("area.LAYER"), layer);
        filterField = new VBox(2, Fields.field(TEXTS.get("area.expression"), filter), trouble);
        kind.setOnAction(e -> follow());
        layer.setOnAction(e -> changed.run());
        filter.textProperty().addListener((o, was, is) -> follow());
        getChildren().setAll(new HBox(8, Fields.field(TEXTS.get("area"), kind), layerField), filterField);
        follow();
    }

    /** Runs after another choice. */
    void onChange(Runnable run) {
        changed = run;
    }

    private void follow() {
        Fields.present(layerField, kind.getValue() == Kind.LAYER || kind.getValue() == Kind.FILTER);
        Fields.present(filterField, kind.getValue() == Kind.FILTER);
        String problem = problem();
        trouble.setText(problem);
        Fields.present(trouble, !problem.isEmpty() && !filter.getText().isBlank());
        changed.run();
    }

    private String problem() {
        if (kind.getValue() != Kind.FILTER) {
            return "";
        }
        try {
            FeatureFilter.compile(filter.getText());
            return "";
        } catch (FilterException e) {
            return e.getMessage();
        }
    }

    boolean isValid() {
        return problem().isEmpty() && (kind.getValue() == Kind.DISTRICT || layer().isPresent());
    }

    /** The layer the features belong to; empty for the whole district. */
    Optional<Layer> layer() {
        return switch (kind.getValue()) {
            case DISTRICT -> Optional.empty();
            case SELECTION -> session.selection().stream().findFirst().map(FeatureKey::layerId).flatMap(session::layer);
            default -> Optional.ofNullable(layer.getValue());
        };
    }

    /** The area chosen; of a selection in several layers, the features of the first one's layer. */
    Area area() {
        return switch (kind.getValue()) {
            case DISTRICT -> Area.DISTRICT;
            case LAYER -> Area.layer(layer.getValue().id());
            case FILTER -> Area.where(layer.getValue().id(), filter.getText());
            case SELECTION -> ofSelection(session);
        };
    }

    /** What is selected; of a selection in several layers, the features of the first one's layer. */
    static Area ofSelection(Session session) {
        Layer of = session.selection().stream().findFirst().map(FeatureKey::layerId).flatMap(session::layer).orElseThrow();
        return Area.of(of.id(), session.selection().stream().filter(k -> k.layerId().equals(of.id())).map(k -> of.features().ids()[k.row()]).toList());
    }

    /** Shows an area that was chosen before. */
    void show(Area area) {
        if (!area.layerId().isEmpty()) {
            session.layer(area.layerId()).ifPresent(layer::setValue);
        }
        filter.setText(area.filter());
        kind.setValue(!area.filter().isEmpty() ? Kind.FILTER : area.layerId().isEmpty() ? kind.getItems().get(0) : Kind.LAYER);
        follow();
    }
}
