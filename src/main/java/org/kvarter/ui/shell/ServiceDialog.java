package org.kvarter.ui.shell;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.remote.service.Offer;
import org.kvarter.text.Texts;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.services.ServiceLayers;
import org.kvarter.ui.services.ServiceModel;
import org.kvarter.ui.services.ServiceView;
import org.kvarter.ui.sheet.Sheet;

/** Choosing data of a service: layers are fetched here and read, readings go on to the setting-up of a feed. */
final class ServiceDialog {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);

    private final Models models;
    private final Consumer<Sheet> sheets;
    private final Consumer<FeedSetupModel> feeds;

    ServiceDialog(Models models, Consumer<Sheet> sheets, Consumer<FeedSetupModel> feeds) {
        this.models = models;
        this.sheets = sheets;
        this.feeds = feeds;
    }

    void open() {
        ServiceModel model = new ServiceModel(models.workspace(), models.feeds().services(), new FeedSetupModel(models.workspace(), models.feeds(), null));
        ServiceView view = new ServiceView(model);
        Sheet sheet = new Sheet(TEXTS.get("title.sheet"), 760, FloatingPanel.scrolling(view)).onCancel(model::cancel);
        Consumer<ImportRequest> read = request -> {
            sheet.close();
            models.loading().readAs(request);
        };
        Button take = Buttons.primary(null, TEXTS.get("add"), () -> choose(model, view.chosenProperty().get(), sheet, read));
        take.setId("service-take");
        take.disableProperty().bind(view.chosenProperty().isNull().or(model.busyProperty()));
        take.textProperty().bind(Bindings.createStringBinding(() -> TEXTS.get(view.chosenProperty().get() instanceof Offer.Readings ? "next" : "add"),
                view.chosenProperty()));
        Button kept = new Button();
        kept.setId("service-kept");
        kept.setOnAction(e -> model.takeKept(read));
        kept.visibleProperty().bind(model.keptProperty().isNotNull());
        kept.managedProperty().bind(kept.visibleProperty());
        kept.textProperty().bind(Bindings.createStringBinding(() -> model.keptProperty().get() == null ? ""
                : TEXTS.get("takeKept", ServiceLayers.age(model.keptProperty().get().at(), models.feeds().live().now())), model.keptProperty()));
        sheets.accept(sheet.withCancel(TEXTS.get("cancel")).withButton(kept).withButton(take));
    }

    private void choose(ServiceModel model, Offer offer, Sheet sheet, Consumer<ImportRequest> read) {
        if (offer instanceof Offer.Readings readings) {
            Optional<Offer.Layer> places = model.placesOf(readings);
            if (places.isPresent()) {
                model.fetch(places.get(), request -> models.loading().readAs(request, () -> setUp(model, readings, sheet)));
            } else {
                setUp(model, readings, sheet);
            }
        } else if (offer instanceof Offer.Layer layer) {
            model.fetch(layer, read);
        }
    }

    private void setUp(ServiceModel model, Offer.Readings readings, Sheet sheet) {
        sheet.close();
        FeedSetupModel feed = new FeedSetupModel(models.workspace(), models.feeds(), null);
        model.prefill(feed, readings);
        feeds.accept(feed);
    }
}
