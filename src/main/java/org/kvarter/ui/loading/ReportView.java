package org.kvarter.ui.loading;

import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kvarter.importing.pipeline.FileFailure;
import org.kvarter.importing.pipeline.LayerReport;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.Layer;
import org.kvarter.model.Severity;
import org.kvarter.session.Session;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Numbers;

/** What was read of each layer, what was left out and why; files of which nothing was taken come first. */
public final class ReportView extends VBox {

    private static final Texts TEXTS = Texts.in(ReportView.class);
    private static final int LINES = 40;

    /** @param only id of the one layer to report on; empty for all */
    public ReportView(Session session, LoadingModel model, String only) {
        getStyleClass().add("report");
        if (only.isEmpty()) {
            for (FileFailure failure : model.failures()) {
                getChildren().add(remark(Severity.ERROR, failure.message()));
            }
        }
        for (Layer layer : session.district().layers()) {
            if (only.isEmpty() || only.equals(layer.id())) {
                LayerReport report = model.reports().stream().filter(r -> r.layerId().equals(layer.id())).findFirst().orElse(null);
                getChildren().add(layer(layer, report));
            }
        }
        if (getChildren().isEmpty()) {
            Label empty = new Label(TEXTS.get("report.empty"));
            empty.getStyleClass().add("panel-hint");
            getChildren().add(empty);
        }
    }

    private static Node layer(Layer layer, LayerReport report) {
        Label title = new Label(layer.title());
        title.getStyleClass().add("report-title");
        Label source = new Label(layer.source().format());
        source.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, title, gap, source);
        head.setAlignment(Pos.BASELINE_LEFT);
        VBox box = new VBox(4, head);
        box.getStyleClass().add("report-layer");
        Label figures = new Label(report == null ? TEXTS.get("features", layer.features().size()) : figures(report));
        figures.getStyleClass().add("text-muted");
        figures.setWrapText(true);
        if (layer.features().size() > 0) { // a raster has none, which is no news
            box.getChildren().add(figures);
        }
        List<Diagnostic> diagnostics = layer.diagnostics();
        diagnostics.stream().limit(LINES).forEach(d -> box.getChildren().add(remark(d.severity(),
                d.object().isEmpty() ? d.message() : d.object() + ": " + d.message())));
        if (diagnostics.size() > LINES) {
            Label more = new Label(TEXTS.get("report.more", diagnostics.size() - LINES));
            more.getStyleClass().add("caption");
            box.getChildren().add(more);
        } else if (diagnostics.isEmpty()) {
            Label all = new Label(TEXTS.get("report.all"), Icons.of(Feather.CHECK));
            all.getStyleClass().addAll("text-muted", "report-all");
            box.getChildren().add(all);
        }
        return box;
    }

    private static String figures(LayerReport report) {
        StringBuilder line = new StringBuilder(TEXTS.get("features", report.features()));
        if (report.triangles() > 0) {
            line.append(" · ").append(TEXTS.get("triangles", Numbers.whole(report.triangles())));
        }
        if (report.withoutForm() > 0) {
            line.append(" · ").append(TEXTS.get("withoutForm", report.withoutForm()));
        }
        if (report.leftOut() > 0) {
            line.append(" · ").append(TEXTS.get("leftOut", report.leftOut()));
        }
        if (report.repaired() > 0) {
            line.append(" · ").append(TEXTS.get("repaired", report.repaired()));
        }
        return line.toString();
    }

    private static Node remark(Severity severity, String text) {
        FontIcon icon = Icons.of(severity == Severity.INFO ? Feather.INFO : severity == Severity.WARNING ? Feather.ALERT_TRIANGLE
                : Feather.ALERT_OCTAGON);
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox row = new HBox(8, icon, label);
        row.getStyleClass().addAll("report-remark", "notice-" + severity.name().toLowerCase(Locale.ROOT));
        return row;
    }
}
