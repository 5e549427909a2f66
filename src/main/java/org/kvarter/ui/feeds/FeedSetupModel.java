package org.kvarter.ui.feeds;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.kvarter.model.Layer;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.preset.Preset;
import org.kvarter.remote.map.Field;
import org.kvarter.remote.map.Proposal;
import org.kvarter.remote.map.Sample;
import org.kvarter.series.SeriesJoin;
import org.kvarter.session.Session;
import org.kvarter.session.live.FeedChanges;
import org.kvarter.task.LatestWins;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Wording;

/**
 * A feed on its way into the project: its address, a look at what it answers, which of it is taken, and what that gives. JavaFX thread only;
 * asking and mapping happen elsewhere.
 */
public final class FeedSetupModel {

    private static final Texts TEXTS = Texts.in(FeedSetupModel.class);
    private Optional<Preset.Needs> needs = Optional.empty();
    private static final int LOOKED_AT = 500;

    private final Workspace workspace;
    private final Session session;
    private final FeedDesk desk;
    private final FeedSource edited;
    private final String id;
    private final LatestWins<Preview> previewing;
    private final ObjectProperty<FeedRequest> request;
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final BooleanProperty busy = new SimpleBooleanProperty(this, "busy");
    private final StringProperty trouble = new SimpleStringProperty(this, "trouble", "");
    private final ReadOnlyObjectWrapper<Sample> sample = new ReadOnlyObjectWrapper<>(this, "sample");
    private final ReadOnlyObjectWrapper<FeedMapping> mapping = new ReadOnlyObjectWrapper<>(this, "mapping", FeedMapping.EMPTY);
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(this, "preview", Preview.NONE);
    private final ReadOnlyObjectWrapper<FeedTarget> target = new ReadOnlyObjectWrapper<>(this, "target", FeedTarget.POINTS);
    private boolean targetChosen;
    private boolean prefilled;
    private boolean titleProposed = true;
    private int asked;
    private Sample looked;

    /** @param edited the feed to change; {@code null} for a new one */
    public FeedSetupModel(Workspace workspace, FeedDesk desk, FeedSource edited) {
        this.workspace = workspace;
        this.session = workspace.session();
        this.desk = desk;
        this.edited = edited;
        this.id = edited == null ? UUID.randomUUID().toString().substring(0, 8) : edited.id();
        this.previewing = new LatestWins<>(workspace.tasks().io(), workspace.tasks().fx());
        this.request = new SimpleObjectProperty<>(this, "request", edited == null ? FeedRequest.of("") : edited.request());
        if (edited != null) {
            title.set(edited.title());
            titleProposed = false;
            mapping.set(edited.mapping());
            target.set(edited.target());
            targetChosen = true;
        }
    }

    public boolean isNew() {
        return edited == null;
    }

    /** Begins with what is known already: how to ask, what to take ({@link FeedMapping#EMPTY} for what is proposed), what to call it; then asks. */
    public void prefill(FeedRequest known, FeedMapping taken, String called) {
        prefilled = true;
        request.set(known);
        mapping.set(taken);
        if (!called.isBlank()) {
            setTitle(called);
        } else if (!taken.quantity().isBlank()) {
            title.set(Wording.readable(taken.quantity()));
        }
        fetch();
    }

    /** Whether it began with what a service offers, so that there is little to ask about asking. */
    public boolean isPrefilled() {
        return prefilled;
    }

    /** How the service is asked. */
    public ObjectProperty<FeedRequest> requestProperty() {
        return request;
    }

    /** What people will call it. */
    public StringProperty titleProperty() {
        return title;
    }

    /** A person has typed a title: none is proposed any more. */
    public void setTitle(String text) {
        titleProposed = false;
        title.set(text);
    }

    /** Whether the service is being asked. */
    public BooleanProperty busyProperty() {
        return busy;
    }

    /** Why the service gave nothing; empty where it did. */
    public StringProperty troubleProperty() {
        return trouble;
    }

    /** What was fetched to be looked at; {@code null} before. */
    public ReadOnlyObjectProperty<Sample> sampleProperty() {
        return sample.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FeedMapping> mappingProperty() {
        return mapping.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<FeedTarget> targetProperty() {
        return target.getReadOnlyProperty();
    }

    /** Asks the service and proposes what to take; what was chosen before stays where it still gives rows. */
    public void fetch() {
        int turn = ++asked;
        FeedRequest wanted = request.get();
        trouble.set("");
        busy.set(true);
        workspace.tasks().io().execute(() -> {
            Sample looked = null;
            String why = "";
            try {
                looked = desk.fetch().look(wanted, Progress.NONE);
                why = looked.proposals().isEmpty() ? TEXTS.get("noRecords") : "";
            } catch (FeedException e) {
                why = e.getMessage();
            } catch (RuntimeException e) {
                org.slf4j.LoggerFactory.getLogger(FeedSetupModel.class).error("Looking failed", e);
                why = TEXTS.get("failed");
            }
            Sample found = looked;
            String told = why;
            workspace.tasks().fx().execute(() -> {
                if (turn == asked) {
                    busy.set(false);
                    trouble.set(told);
                    if (told.isEmpty()) {
                        take(found);
                    }
                }
            });
        });
    }

    private void take(Sample found) {
        looked = found;
        if (mapping.get().equals(FeedMapping.EMPTY)) {
            propose(found.proposals().get(0));
        } else {
            show();
        }
        sample.set(found); // last: whoever watches it finds the mapping made
    }

    /** Takes what is proposed for some records. */
    public void propose(Proposal proposal) {
        FeedMapping proposed = proposal.mapping();
        boolean universal = proposed.time().toUpperCase(java.util.Locale.ROOT).contains("UTC");
        ZoneId zone = session.clock().zoneProperty().get();
        mapping.set(new FeedMapping(proposed.records(), proposed.layout(), proposed.id(), proposed.name(), proposed.time(),
                universal ? "UTC" : zone.getId(), proposed.value(), proposed.unitAt(), proposed.unit(), proposed.latitude(), proposed.longitude(),
                proposed.geometry(), Wording.readable(proposed.quantity())));
        if (titleProposed) {
            title.set(proposed.quantity().isEmpty() ? host() : Wording.readable(proposed.quantity()));
        }
        show();
    }

    private String host() {
        try {
            return Optional.ofNullable(URI.create(FeedAddress.withKey(request.get().url().strip())).getHost()).orElse("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    /** Takes something else. */
    public void setMapping(UnaryOperator<FeedMapping> change) {
        FeedMapping after = change.apply(mapping.get());
        if (!after.equals(mapping.get())) {
            mapping.set(after);
            show();
        }
    }

    /** What the chosen records hold; nothing where the records were typed by hand. */
    public List<Field> fields() {
        return looked == null ? List.of() : looked.proposals().stream()
                .filter(p -> p.mapping().records().equals(mapping.get().records()) && p.mapping().layout() == mapping.get().layout())
                .findFirst().map(Proposal::fields).orElse(List.of());
    }

    private void show() {
        Sample at = looked;
        FeedMapping wanted = mapping.get();
        if (at == null) {
            return;
        }
        String only = wanted.quantity().isEmpty() ? title.get() : wanted.quantity();
        previewing.request(() -> {
            try {
                return Preview.of(at.rows(wanted, desk.live().now(), only), at.lines(wanted, desk.live().now(), only, LOOKED_AT));
            } catch (FeedException e) {
                return Preview.trouble(e.getMessage());
            }
        }, this::shown);
    }

    private void shown(Preview now) {
        preview.set(now);
        if (!targetChosen && now.trouble().isEmpty()) {
            target.set(bestTarget(now));
        }
    }

    /** Points where the rows have places; else the layer that most ids name. */
    private FeedTarget bestTarget(Preview now) {
        if (now.places() > 0) {
            return FeedTarget.POINTS;
        }
        FeedTarget best = layers().isEmpty() ? FeedTarget.POINTS : new FeedTarget(layers().get(0).id(), "");
        int most = 0;
        for (Layer layer : layers()) {
            SeriesJoin join = SeriesJoin.best(now.keys(), layer.features());
            if (join.matched() > most) {
                most = join.matched();
                best = new FeedTarget(layer.id(), join.keyAttribute());
            }
        }
        return best;
    }

    /** Layers whose features rows can belong to, buildings first. */
    public List<Layer> layers() {
        return session.district().layers().stream().filter(l -> l.features().size() > 0 && l.kind() != org.kvarter.model.LayerKind.SENSORS)
                .sorted(java.util.Comparator.comparingInt(l -> l.kind() == org.kvarter.model.LayerKind.BUILDINGS ? 0 : 1)).toList();
    }

    /** Lets the rows belong to a layer's features by the key that fits best, or be points of their own. */
    public void setTargetLayer(Layer layer) {
        targetChosen = true;
        target.set(layer == null ? FeedTarget.POINTS
                : new FeedTarget(layer.id(), SeriesJoin.best(preview.get().keys(), layer.features()).keyAttribute()));
    }

    /** Joins by another attribute; empty for the feature id. */
    public void setKeyAttribute(String attribute) {
        targetChosen = true;
        target.set(new FeedTarget(target.get().layerId(), attribute));
    }

    /** What matches between the rows and the chosen layer; empty for points. */
    public Optional<SeriesJoin> join() {
        return target.get().isPoints() ? Optional.empty() : session.layer(target.get().layerId())
                .map(l -> SeriesJoin.by(target.get().keyAttribute(), preview.get().keys(), l.features()));
    }

    /** Why it cannot be added yet, one sentence; empty where it can. */
    public String obstacle() {
        Preview now = preview.get();
        if (sample.get() == null || !now.trouble().isEmpty()) {
            return now.trouble();
        }
        if (now.rows().rows().isEmpty()) {
            return TEXTS.get("obstacle.noRows");
        }
        if (target.get().isPoints() && now.places() == 0) {
            return TEXTS.get("obstacle.noPlaces");
        }
        return !target.get().isPoints() && now.values() == 0 ? TEXTS.get("obstacle.noValues") : "";
    }

    /** Credentials for the address's service. */
    public List<String> credentials() {
        return desk.credentials().all().stream().filter(c -> c.origin().equals(origin())).map(Credential::name).toList();
    }

    /** How times of the rows are said: in the clock's zone. */
    FeedWords words() {
        return new FeedWords(session.clock().zoneProperty().get(), desk.live().now());
    }

    /** What credential the service asks for, as a preset knows; empty where that is not known. */
    public Optional<Preset.Needs> needs() {
        return needs;
    }

    /** Says what credential the service asks for: one of it that is on this machine is taken. */
    public void needs(Optional<Preset.Needs> wanted) {
        needs = wanted;
        if (wanted.isPresent()) {
            credentials().stream().findFirst().ifPresent(name -> request.set(request.get().withCredential(name)));
        }
    }

    /** Scheme, host and port of the address; empty where it is none. */
    public String origin() {
        try {
            return FeedAddress.origin(FeedAddress.of(request.get()));
        } catch (FeedException e) {
            return "";
        }
    }

    /** Keeps a credential for the address's service on this machine and uses it; answers why not, or nothing. */
    public String keep(String name, Credential.Scheme scheme, String parameter, String secret, String variable) {
        if (origin().isEmpty() || name.isBlank() || secret.isEmpty() && variable.isBlank()) {
            return TEXTS.get("credential.incomplete");
        }
        try {
            desk.credentials().put(new Credential(name.strip(), origin(), scheme, parameter.strip(), variable.isBlank() ? secret : "", variable.strip()));
            request.set(request.get().withCredential(name.strip()));
            return "";
        } catch (FeedException e) {
            return e.getMessage();
        }
    }

    /** The feed as it stands. */
    public FeedSource feed() {
        String called = title.get().isBlank() ? TEXTS.get("untitled") : title.get().strip();
        return new FeedSource(id, called, request.get(), mapping.get(), target.get(), edited != null && edited.paused());
    }

    /** Adds the feed, or puts it in place of the one that was changed: one step to undo. */
    public void finish() {
        if (edited == null) {
            String told = preview.get().rows().unit();
            FeedChanges.add(session, feed(), told.isEmpty() ? mapping.get().unit() : told);
        } else {
            FeedChanges.replace(session, feed());
        }
    }
}
