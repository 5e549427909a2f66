package org.kvarter.ui.series;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Layer;
import org.kvarter.series.SeriesJoin;
import org.kvarter.series.csv.CsvSeries;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Combos;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Numbers;

/** What matched between a series and a layer, told from both sides, and the key it was matched by. */
final class JoinView extends VBox {

    private static final Texts TEXTS = Texts.in(JoinView.class);
    private static final int NAMED = 6;

    JoinView(SeriesImportModel model) {
        super(8);
        getStyleClass().add("join");
        CsvSeries series = model.readProperty().get();
        SeriesJoin join = model.joinProperty().get();
        ComboBox<Layer> layer = SeriesImportView.layers(model);
        layer.setOnAction(e -> model.setLayer(layer.getValue()));
        List<String> attributes = new ArrayList<>(List.of(""));
        attributes.addAll(model.layer().features().attributes().names());
        ComboBox<String> key = Combos.of(attributes, a -> a.isEmpty() ? TEXTS.get("join.id") : a);
        key.setValue(join.keyAttribute());
        key.setOnAction(e -> model.setKeyAttribute(key.getValue()));
        int places = series.table().places();
        ProgressBar share = new ProgressBar(places == 0 ? 0 : join.matched() / (double) places);
        share.setMaxWidth(Double.MAX_VALUE);
        share.getStyleClass().add("small");
        Label matched = new Label(TEXTS.get("join.matched", join.matched(), places));
        matched.getStyleClass().add("report-title");
        getChildren().setAll(SeriesImportView.row(SeriesImportView.field("join.layer", layer), SeriesImportView.field("join.key", key)),
                matched, share);
        side("join.noFeature", join.unmatchedPlaces());
        side("join.noSeries", join.unmatchedFeatures());
        side("join.shared", join.sharedKeys());
        Label rows = new Label(TEXTS.get("rows", Numbers.whole(series.rows()), Numbers.whole(series.table().axis().count())));
        rows.getStyleClass().add("caption");
        getChildren().add(rows);
        series.diagnostics().stream().limit(NAMED).forEach(d -> getChildren().add(remark(d)));
    }

    private void side(String key, List<String> names) {
        if (!names.isEmpty()) {
            String some = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
            Label label = new Label(TEXTS.get(key, names.size(), names.size() > NAMED ? some + " …" : some));
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
            label.getStyleClass().add("text-muted");
            getChildren().add(label);
        }
    }

    private static Node remark(Diagnostic diagnostic) {
        Label label = new Label(diagnostic.message(), Icons.of(Feather.INFO));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().add("text-muted");
        return label;
    }
}
