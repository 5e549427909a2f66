package org.kvarter.ui.services;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kvarter.importing.ReadOptions;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.model.Layer;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.layer.Conditions;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.remote.preset.Preset;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceKind;
import org.kvarter.task.Job;
import org.kvarter.task.Tasks;
import org.kvarter.task.WorkCancelledException;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.feeds.ServiceDesk;
import org.slf4j.LoggerFactory;

/**
 * Data from a service on its way into the project: which service, about which area, what it offers, and fetching what was chosen. JavaFX thread
 * only; asking happens elsewhere.
 */
public final class ServiceModel {

    private static final Texts TEXTS = Texts.in(ServiceModel.class);

    private final Workspace workspace;
    private final ServiceDesk desk;
    private final FeedSetupModel request;
    private final ObjectProperty<Preset> preset = new SimpleObjectProperty<>(this, "preset");
    private final StringProperty area = new SimpleStringProperty(this, "area", "");
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final StringProperty message = new SimpleStringProperty(this, "message", "");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ReadOnlyObjectWrapper<Service> service = new ReadOnlyObjectWrapper<>(this, "service");
    private final ReadOnlyObjectWrapper<LayerFetcher.Fetched> kept = new ReadOnlyObjectWrapper<>(this, "kept");
    private LayerSource keptOf;
    private Job<?> running;

    /** @param request holds address, credential and headers, as those of a feed */
    public ServiceModel(Workspace workspace, ServiceDesk desk, FeedSetupModel request) {
        this.workspace = workspace;
        this.desk = desk;
        this.request = request;
        Area.of(workspace.session().district()).ifPresent(here -> area.set(here.text()));
    }

    /** Ready services. */
    public List<Preset> presets() {
        return desk.presets().presets();
    }

    /** Why files among the presets are none. */
    public List<String> problems() {
        return desk.presets().problems();
    }

    /** Address, credential and headers. */
    public FeedSetupModel request() {
        return request;
    }

    /** The ready service that was chosen; {@code null} for an address of one's own. */
    public ReadOnlyObjectProperty<Preset> presetProperty() {
        return preset;
    }

    /** West, south, east, north in degrees, as text; empty for everything. */
    public StringProperty areaProperty() {
        return area;
    }

    /** Which features are wanted by their attributes, as text; empty for all. */
    public StringProperty filterProperty() {
        return filter;
    }

    public BooleanProperty busyProperty() {
        return busy;
    }

    /** What is being done. */
    public StringProperty messageProperty() {
        return message;
    }

    /** Why it did not succeed; empty where it did. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** What was found; {@code null} before. */
    public ReadOnlyObjectProperty<Service> serviceProperty() {
        return service.getReadOnlyProperty();
    }

    /** A file that was fetched earlier of what could not be fetched now; {@code null} where there is none. */
    public ReadOnlyObjectProperty<LayerFetcher.Fetched> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** Takes a ready service. */
    public void choose(Preset chosen) {
        service.set(null);
        trouble.set("");
        if (chosen != null) {
            request.requestProperty().set(chosen.request(Area.parse(area.get()).orElse(null)));
        }
        request.needs(chosen == null ? Optional.empty() : chosen.needs());
        preset.set(chosen);
    }

    /** Asks the service what it has. */
    public void look() {
        Preset chosen = preset.get();
        if (chosen != null && chosen.isAboutAPlace()) {
            Optional<Area> about = Area.parse(area.get());
            if (about.isEmpty()) {
                trouble.set(TEXTS.get("noArea"));
                return;
            }
            FeedRequest now = request.requestProperty().get();
            request.requestProperty().set(now.withUrl(chosen.request(about.get()).url()));
        }
        FeedRequest wanted = request.requestProperty().get();
        if (chosen != null && chosen.mapping().isPresent()) {
            service.set(new Service(chosen.kind(), chosen.name(Locale.getDefault(Locale.Category.DISPLAY)), chosen.attribution(),
                    List.of(new Offer.Readings(chosen.name(Locale.getDefault(Locale.Category.DISPLAY)), chosen.note(Locale.getDefault(Locale.Category.DISPLAY)), wanted, chosen.mapping().get()))));
            return;
        }
        service.set(null);
        Area here = Area.parse(area.get()).orElse(null);
        run(progress -> desk.finder().find(wanted, here, progress), found -> service.set(found), e -> { });
    }

    /** What a person chose, as the start of a feed. */
    public void prefill(FeedSetupModel feed, Offer.Readings offer) {
        FeedMapping mapping = offer.mapping();
        FeedRequest wanted = conditions().filter(c -> !c.all().isEmpty()).map(c -> filtered(offer.request(), c)).orElse(offer.request());
        feed.prefill(wanted, mapping, mapping.quantity().isEmpty() && !mapping.equals(FeedMapping.EMPTY) ? offer.title() : "");
    }

    /** The layer whose features some readings belong to, where the service has it and the project has not: the stations of bikes for what stands at them. */
    public Optional<Offer.Layer> placesOf(Offer.Readings offer) {
        boolean ofStations = service.get() != null && service.get().kind() == ServiceKind.GBFS && offer.mapping().records().equals("/data/stations");
        return (ofStations ? service.get().offers() : List.<Offer>of()).stream().filter(Offer.Layer.class::isInstance).map(Offer.Layer.class::cast)
                .filter(l -> workspace.session().sources().stream().noneMatch(s -> LayerSource.of(s.settings()).filter(f -> f.query().equals(l.query())).isPresent())).findFirst();
    }

    /** What is wanted; empty where it cannot be understood, which is told. */
    private Optional<Conditions> conditions() {
        try {
            return Optional.of(Conditions.parse(filter.get()));
        } catch (FeedException e) {
            trouble.set(e.getMessage());
            return Optional.empty();
        }
    }

    /** A service of SensorThings is asked for some of its streams; of one stream all is wanted. */
    private static FeedRequest filtered(FeedRequest asked, Conditions wanted) {
        String filter = URLEncoder.encode(wanted.odata(), StandardCharsets.UTF_8).replace("+", "%20") + "%20and%20";
        return asked.withUrl(asked.url().replaceFirst("([?&]\\$filter=)", "$1" + Matcher.quoteReplacement(filter)));
    }

    /**
     * Fetches a layer for the area.
     *
     * @param then gets what the import is to read, on the JavaFX thread
     */
    public void fetch(Offer.Layer offer, Consumer<ImportRequest> then) {
        Optional<Area> about = Area.parse(area.get());
        if (about.isEmpty() && (!area.get().isBlank() || offer.query().isPicture())) {
            trouble.set(TEXTS.get("noArea"));
            return;
        }
        if (conditions().isEmpty()) {
            return;
        }
        FeedRequest how = request.requestProperty().get();
        Preset chosen = preset.get();
        String attribution = chosen != null && !chosen.attribution().isEmpty() ? chosen.attribution()
                : service.get() == null ? "" : service.get().attribution();
        LayerSource source = new LayerSource(offer.title(), offer.query(), how.headers(), how.credential(), attribution, about.orElse(null),
                offer.query().isPicture() ? "" : filter.get());
        kept.set(null);
        run(progress -> desk.layers().fetch(source, progress), fetched -> then.accept(importing(source, fetched)), e -> {
            keptOf = source;
            kept.set(desk.layers().kept(source).orElse(null));
        });
    }

    /** Takes what was fetched earlier. */
    public void takeKept(Consumer<ImportRequest> then) {
        then.accept(importing(keptOf, kept.get()));
    }

    private ImportRequest importing(LayerSource source, LayerFetcher.Fetched fetched) {
        if (!fetched.remark().isEmpty()) {
            workspace.notices().warn(source.title() + ": " + fetched.remark());
        }
        if (source.query().isPicture()) {
            CoveredPicture.tell(workspace, source.title());
        }
        return ImportRequest.of(fetched.file()).withOptions(new ReadOptions(Optional.empty(), Optional.empty(),
                source.settings(java.util.Map.of(), fetched.at())));
    }

    private interface Asking<T> {

        T ask(org.kvarter.task.Progress progress) throws FeedException;
    }

    private <T> void run(Asking<T> asking, Consumer<T> then, Consumer<FeedException> otherwise) {
        cancel();
        trouble.set("");
        message.set("");
        busy.set(true);
        Job<T> job = Tasks.submit(workspace.tasks().io(), progress -> {
            try {
                return asking.ask(progress);
            } catch (FeedException e) {
                throw new java.util.concurrent.CompletionException(e);
            }
        }, (fraction, said) -> workspace.tasks().fx().execute(() -> message.set(said)));
        running = job;
        job.result().whenComplete((value, failure) -> workspace.tasks().fx().execute(() -> {
            if (running != job && running != null) {
                return;
            }
            running = null;
            busy.set(false);
            Throwable cause = failure instanceof java.util.concurrent.CompletionException && failure.getCause() != null ? failure.getCause() : failure;
            if (failure == null) {
                then.accept(value);
            } else if (cause instanceof FeedException e) {
                trouble.set(e.getMessage());
                otherwise.accept(e);
            } else if (!(cause instanceof WorkCancelledException)) {
                LoggerFactory.getLogger(ServiceModel.class).error("Asking a service failed", cause);
                trouble.set(TEXTS.get("failed"));
            }
        }));
        if (job.result().isDone()) {
            running = null;
        }
    }

    /** Stops asking. */
    public void cancel() {
        if (running != null) {
            Job<?> job = running;
            running = null;
            busy.set(false);
            job.cancel().run();
        }
    }
}
