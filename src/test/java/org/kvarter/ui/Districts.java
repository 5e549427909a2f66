package org.kvarter.ui;

import java.util.List;
import org.kvarter.model.AttributeTableBuilder;
import org.kvarter.model.Bounds;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.FeatureTable;
import org.kvarter.model.LayerKind;
import org.kvarter.model.LocalFrame;
import org.kvarter.model.Severity;
import org.kvarter.model.SolidLayer;
import org.kvarter.model.SourceRef;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.remote.poll.FeedPoller;
import org.kvarter.session.Session;
import org.kvarter.session.live.LiveFeeds;
import org.kvarter.task.InlineTasks;
import org.kvarter.task.Tasks;
import org.kvarter.ui.feeds.FeedDesk;
import org.kvarter.ui.settings.Settings;

/** A district of four buildings and a bridge, and a workspace in which everything runs at once, for tests without a window. */
public final class Districts {

    private Districts() {
    }

    /**
     * Buildings: {@code a} Harbour School, 3 storeys, 900 m² · {@code b} at Strandgatan 4, 12 storeys, 4,000 m² · {@code b1} a part of b ·
     * {@code c} with an id only, −2 as balance. The bridge {@code x} has no attributes.
     */
    public static District small() {
        AttributeTableBuilder t = new AttributeTableBuilder();
        t.set(0, "name", "Harbour School");
        t.set(0, "storeys", 3);
        t.set(0, "area", 900.0, "m²");
        t.set(0, "use", "school");
        t.set(0, "balance", 5.5);
        t.set(1, "address", "Strandgatan 4");
        t.set(1, "storeys", 12);
        t.set(1, "area", 4000.0, "m²");
        t.set(1, "use", "office");
        t.set(3, "balance", -2.0);
        FeatureTable buildings = new FeatureTable(new String[] {"a", "b", "b1", "c"},
                new String[] {"Building", "Building", "BuildingPart", "Building"}, new int[] {-1, -1, 1, -1}, t.build(4));
        FeatureTable bridges = FeatureTable.flat(new String[] {"x"}, "Bridge", org.kvarter.model.AttributeTable.empty(1));
        return new District("Test", new LocalFrame("EPSG:3011", 150000, 6580000, 0), List.of(
                layer("bridges", "Bridges", LayerKind.BRIDGES, bridges, List.of()),
                layer("buildings", "Buildings", LayerKind.BUILDINGS, buildings,
                        List.of(new Diagnostic(Severity.WARNING, "small.json", "c", "A surface of c is not flat and was cut into triangles.")))));
    }

    private static SolidLayer layer(String id, String title, LayerKind kind, FeatureTable features, List<Diagnostic> diagnostics) {
        float[] bounds = new float[6 * features.size()];
        Bounds all = Bounds.EMPTY;
        for (int i = 0; i < features.size(); i++) {
            float[] box = {20 * i, 0, 0, 20 * i + 10, 10, 12 + i};
            System.arraycopy(box, 0, bounds, 6 * i, 6);
            all = all.union(new Bounds(box[0], box[1], box[2], box[3], box[4], box[5]));
        }
        return new SolidLayer(id, title, kind, new SourceRef("/data/small.json", "", "CityJSON 2.0", "EPSG:3011", "CC0"), features, bounds, all, 0,
                diagnostics);
    }

    /** A session with {@link #small()} open. */
    public static Session session() {
        Session session = new Session();
        session.districtProperty().set(small());
        return session;
    }

    /** A feature of the layer of buildings. */
    public static FeatureKey building(int row) {
        return new FeatureKey("buildings", row);
    }

    /** Everything at once on the calling thread; timed jobs never. */
    public static Tasks inline() {
        return InlineTasks.create();
    }

    /** Databases whose passwords are kept in {@code folder}. */
    public static org.kvarter.ui.databases.DatabaseDesk databases(Tasks tasks, java.nio.file.Path folder) {
        var passwords = new org.kvarter.ui.databases.DatabaseDesk.Passwords(new org.kvarter.remote.http.Credentials(folder.resolve("credentials.json"), name -> null));
        return new org.kvarter.ui.databases.DatabaseDesk(new org.kvarter.series.store.SeriesStores(tasks.io(), passwords::of,
                new org.kvarter.series.store.duck.DuckLimits(1, 256)), passwords, folder.resolve("unpacked"));
    }

    /** Feeds whose work runs at once and is never due again. */
    public static FeedDesk feeds(Session session, Tasks tasks, java.nio.file.Path folder) {
        java.time.InstantSource time = () -> java.time.Instant.parse("2026-01-15T12:00:00Z");
        Credentials credentials = new Credentials(folder.resolve("credentials.json"), v -> null);
        FeedClient client = new FeedClient(Runnable::run, credentials, time);
        Fetch fetch = new Fetch(client, time);
        org.kvarter.remote.poll.Timer timer = (delay, work) -> {
            if (delay.isZero()) {
                work.run();
            }
            return () -> { };
        };
        FeedPoller.Parts parts = new FeedPoller.Parts(fetch, new FeedCache(folder.resolve("feeds")), timer, time, () -> 0);
        return new FeedDesk(new LiveFeeds(session, tasks, parts, new org.kvarter.geo.CoordinateSystems()), fetch, credentials,
                new org.kvarter.ui.feeds.ServiceDesk(new org.kvarter.remote.service.ServiceFinder(client),
                        new org.kvarter.remote.layer.LayerFetcher(client, folder.resolve("services"), time),
                        org.kvarter.remote.preset.PresetCatalogue.read(List.of(java.nio.file.Path.of("datasets/presets"))), folder.resolve("presets")));
    }

    public static Workspace workspace(Session session) {
        return Workspace.of(session, inline(), new Settings());
    }
}
