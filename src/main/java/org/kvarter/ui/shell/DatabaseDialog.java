package org.kvarter.ui.shell;

import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Button;
import org.kvarter.text.Texts;
import org.kvarter.ui.databases.DatabaseModel;
import org.kvarter.ui.databases.DatabaseView;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.sheet.Sheet;

/** Data from a database: a layer, a series, or one after the other. */
final class DatabaseDialog {

    private static final Texts TEXTS = Texts.in(DatabaseModel.class);

    private DatabaseDialog() {
    }

    static void open(Models models, Consumer<Sheet> sheets) {
        DatabaseModel model = new DatabaseModel(models.workspace(), models.databases());
        DatabaseView view = new DatabaseView(model);
        Sheet sheet = new Sheet(TEXTS.get("title.sheet"), 820, FloatingPanel.scrolling(view)).onCancel(model::cancel);
        Button layer = Buttons.labelled(null, TEXTS.get("addLayer"), () -> model.addLayer(request -> {
            sheet.close();
            models.loading().readAs(request);
        }));
        layer.setId("database-add-layer");
        layer.disableProperty().bind(allowed(model, Bindings.createBooleanBinding(() -> model.choiceProperty().get().isLayer(), model.choiceProperty())).not());
        Button series = Buttons.primary(null, TEXTS.get("addSeries"), () -> model.addSeries(sheet::close));
        series.setId("database-add-series");
        series.disableProperty().bind(allowed(model, Bindings.createBooleanBinding(() -> model.choiceProperty().get().isSeries(), model.choiceProperty())).not());
        sheets.accept(sheet.withCancel(TEXTS.get("cancel")).withButton(layer).withButton(series));
    }

    private static BooleanBinding allowed(DatabaseModel model, BooleanBinding chosen) {
        return model.lookProperty().isNotNull().and(model.busyProperty().not()).and(chosen);
    }
}
