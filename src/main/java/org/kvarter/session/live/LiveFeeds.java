package org.kvarter.session.live;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableMap;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.VectorLayer;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.poll.FeedPoller;
import org.kvarter.remote.poll.FeedRun;
import org.kvarter.remote.poll.FeedSnapshot;
import org.kvarter.session.Session;
import org.kvarter.task.Tasks;

/**
 * Keeps the session's feeds running: a poller for each, their series among the session's, their points as layers of the district. Follows
 * {@link Session#feeds()}, so that adding, changing and removing a feed, done or undone, is a change of that list. JavaFX thread only.
 */
public final class LiveFeeds {

    private static final int FOLLOW_SECONDS = 10;

    private final Session session;
    private final Tasks tasks;
    private final FeedPoller.Parts parts;
    private final FeedLayers layers;
    private final Map<String, FeedRun> pollers = new HashMap<>();
    private final Map<String, FeedSource> running = new HashMap<>();
    private final Map<String, VectorLayer> shown = new HashMap<>();
    private final ObservableMap<String, FeedSnapshot> snapshots = FXCollections.observableHashMap();
    /** For the pollers' threads, which may not look into the session. */
    private volatile LocalFrame frameNow;
    private volatile ZoneId zoneNow;

    public LiveFeeds(Session session, Tasks tasks, FeedPoller.Parts parts, CoordinateSystems systems) {
        this.session = session;
        this.tasks = tasks;
        this.parts = parts;
        this.layers = new FeedLayers(systems);
        frameNow = session.district().frame();
        session.clock().zoneProperty().subscribe(zone -> zoneNow = zone);
        session.feeds().addListener((ListChangeListener<FeedSource>) change -> follow());
        session.districtProperty().addListener((o, was, is) -> districtChanged(was, is));
        session.clock().liveProperty().addListener((o, was, is) -> session.clock().follow(parts.time().instant()));
        follow();
    }

    /** Begins to move the clock where it is to follow the real time. */
    public void start() {
        tasks.poll().scheduleAtFixedRate(() -> tasks.fx().execute(() -> session.clock().follow(parts.time().instant())), FOLLOW_SECONDS,
                FOLLOW_SECONDS, TimeUnit.SECONDS);
    }

    /** How each feed is doing, by id; none for a feed that has told nothing yet. */
    public ObservableMap<String, FeedSnapshot> snapshots() {
        return snapshots;
    }

    /** How a feed is doing. */
    public FeedState state(String feedId) {
        return Optional.ofNullable(snapshots.get(feedId)).map(FeedSnapshot::state).orElse(new FeedState.Waiting());
    }

    /** Asks a feed's service now. */
    public void refresh(String feedId) {
        Optional.ofNullable(pollers.get(feedId)).ifPresent(FeedRun::poke);
    }

    /** The feed whose points a layer shows; empty for other layers. */
    public Optional<FeedSource> ofLayer(String layerId) {
        return session.feeds().stream().filter(f -> f.target().isPoints() && f.seriesId().equals(layerId)).findFirst();
    }

    private void follow() {
        Map<String, FeedSource> wanted = new HashMap<>();
        session.feeds().forEach(f -> wanted.put(f.id(), f));
        for (String id : List.copyOf(running.keySet())) {
            if (!running.get(id).equals(wanted.get(id))) {
                pollers.remove(id).stop();
                FeedSource gone = running.remove(id);
                if (!wanted.containsKey(id) || !sameData(gone, wanted.get(id))) {
                    forget(gone);
                }
            }
        }
        for (FeedSource feed : session.feeds()) {
            if (!running.containsKey(feed.id())) {
                FeedRun poller = FeedRun.of(feed, session.clock().zoneProperty().get(), parts, this::told);
                running.put(feed.id(), feed);
                pollers.put(feed.id(), poller);
                poller.start();
            }
        }
        boolean live = !session.feeds().isEmpty();
        session.clock().liveOfferedProperty().set(live);
        if (!live) {
            session.clock().liveProperty().set(false);
        }
    }

    private static boolean sameData(FeedSource a, FeedSource b) {
        return a.request().url().equals(b.request().url()) && a.request().topic().equals(b.request().topic()) && a.mapping().equals(b.mapping()) && a.target().equals(b.target());
    }

    private void forget(FeedSource feed) {
        snapshots.remove(feed.id());
        session.series().remove(feed.seriesId());
        if (shown.remove(feed.seriesId()) != null) {
            session.selection().removeIf(k -> k.layerId().equals(feed.seriesId()));
            session.pinned().removeIf(k -> k.layerId().equals(feed.seriesId()));
            session.districtProperty().set(session.district().without(feed.seriesId()));
        }
    }

    /** On the poller's thread: the layer is made there. */
    private void told(FeedSnapshot snapshot) {
        LocalFrame frame = frameNow;
        VectorLayer layer = frame == null || !snapshot.feed().target().isPoints() || snapshot.rows().isEmpty() ? null
                : layers.of(snapshot, frame, zoneNow);
        tasks.fx().execute(() -> take(snapshot, layer, frame));
    }

    private void take(FeedSnapshot snapshot, VectorLayer layer, LocalFrame frame) {
        FeedSource feed = snapshot.feed();
        if (!feed.equals(running.get(feed.id()))) {
            return; // removed or changed meanwhile
        }
        FeedSnapshot before = snapshots.put(feed.id(), snapshot);
        snapshot.series().filter(t -> t != session.series().get(t.id())).ifPresent(t -> {
            session.series().put(t.id(), t);
            session.clock().reach(t.axis().end().minusMillis(1));
        });
        boolean news = before == null || !before.rows().equals(snapshot.rows()) || !shown.containsKey(feed.seriesId());
        if (layer != null && news) {
            if (frame.equals(session.district().frame())) {
                put(layer);
            } else {
                place(snapshot);
            }
        }
    }

    private void put(VectorLayer layer) {
        VectorLayer before = shown.put(layer.id(), layer);
        List<String> pinned = idsOf(before, session.pinned());
        List<String> selected = idsOf(before, session.selection());
        session.districtProperty().set(session.district().with(layer));
        follow(layer, pinned, session.pinned());
        follow(layer, selected, session.selection());
        session.pinAwaited(layer);
    }

    private static List<String> idsOf(VectorLayer layer, Set<FeatureKey> keys) {
        return layer == null ? List.of() : keys.stream().filter(k -> k.layerId().equals(layer.id()) && k.row() < layer.features().size())
                .map(k -> layer.features().ids()[k.row()]).toList();
    }

    /** The places of an answer may come in another order than those of the one before: what is marked goes with its place. */
    private static void follow(VectorLayer layer, List<String> ids, Set<FeatureKey> keys) {
        List<FeatureKey> now = ids.stream().map(layer.features()::indexOf).filter(row -> row >= 0).map(row -> new FeatureKey(layer.id(), row)).toList();
        List<FeatureKey> there = keys.stream().filter(k -> k.layerId().equals(layer.id())).toList();
        if (!there.equals(now) && !ids.isEmpty()) {
            keys.removeIf(k -> k.layerId().equals(layer.id()));
            keys.addAll(now);
        }
    }

    /** The frame may have come or changed, or an undone import may have brought back a district of before. */
    private void districtChanged(District was, District is) {
        frameNow = is.frame();
        if (is.frame() == null || session.feeds().isEmpty()) {
            return;
        }
        boolean moved = !is.frame().equals(was.frame());
        for (FeedSnapshot snapshot : new ArrayList<>(snapshots.values())) {
            VectorLayer mine = shown.get(snapshot.feed().seriesId());
            if (snapshot.feed().target().isPoints() && moved && !snapshot.rows().isEmpty()) {
                place(snapshot);
            } else if (mine != null && is.layer(mine.id()).orElse(null) != mine) {
                tasks.fx().execute(() -> {
                    if (shown.get(mine.id()) == mine && session.layer(mine.id()).orElse(null) != mine) {
                        session.districtProperty().set(session.district().with(mine));
                    }
                });
            }
        }
    }

    private void place(FeedSnapshot snapshot) {
        LocalFrame frame = session.district().frame();
        tasks.io().execute(() -> {
            VectorLayer layer = layers.of(snapshot, frame, zoneNow);
            tasks.fx().execute(() -> {
                if (snapshot.feed().equals(running.get(snapshot.feed().id())) && frame.equals(session.district().frame())) {
                    put(layer);
                }
            });
        });
    }

    /** Stops all pollers. */
    public void stop() {
        pollers.values().forEach(FeedRun::stop);
    }

    /** The real time as the feeds tell it. */
    public Instant now() {
        return parts.time().instant();
    }
}
