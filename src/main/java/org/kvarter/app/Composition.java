package org.kvarter.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.stage.Stage;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.Importer;
import org.kvarter.importing.database.DatabaseImporter;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.project.Autosave;
import org.kvarter.project.ProjectStore;
import org.kvarter.project.RecentProjects;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.keys.SystemKeyring;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.mqtt.MqttBroker;
import org.kvarter.remote.preset.PresetCatalogue;
import org.kvarter.remote.service.ServiceFinder;
import org.kvarter.ui.feeds.ServiceDesk;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.remote.poll.FeedPoller;
import org.kvarter.remote.poll.Timer;
import org.kvarter.scenario.Pair;
import org.kvarter.scene.DistrictView;
import org.kvarter.scene.tile.MeshPool;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.session.OtherScenario;
import org.kvarter.session.live.LiveFeeds;
import org.kvarter.session.loading.Autosaver;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.session.loading.Growth;
import org.kvarter.session.loading.TileRefinement;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.databases.DatabaseDesk;
import org.kvarter.ui.feeds.FeedDesk;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.shell.Models;
import org.kvarter.ui.shell.Shell;
import org.kvarter.ui.stage.RestingEye;
import org.kvarter.ui.stage.SceneBinding;
import org.kvarter.ui.stage.ScenePointer;
import org.kvarter.ui.stage.SceneViewer;
import org.kvarter.ui.stage.SplitStage;

/**
 * All parts of the program with a window, joined by hand.
 *
 * @param shell     the window
 * @param autosaver keeps drafts of what is not saved
 * @param feeds     data from services
 */
record Composition(Shell shell, Autosaver autosaver, LiveFeeds feeds) {

    static Composition of(Stage stage, Workspace workspace, UserDirectories directories) {
        Credentials credentials = new Credentials(directories.credentials(), System::getenv, SystemKeyring.of(System.getProperty("os.name", "")).stream().toList());
        DatabaseDesk.Passwords passwords = new DatabaseDesk.Passwords(credentials);
        SeriesStores stores = new SeriesStores(workspace.tasks().io(), passwords::of, DuckLimits.ofMachine()).arranging();
        List<Importer> importers = importers(passwords::of);
        ImportPipeline pipeline = ImportPipeline.over(importers, workspace.tasks());
        FeedCache cache = new FeedCache(directories.state().resolve("feeds"));
        ProjectStore store = new ProjectStore(directories.state().resolve("unpacked"), cache);
        Autosave autosave = new Autosave(directories.state().resolve("drafts"));
        DistrictLoader loader = new DistrictLoader(workspace.session(), workspace.tasks(), pipeline, store, stores);
        LoadingModel loading = new LoadingModel(workspace, loader, importers);
        ProjectModel project = new ProjectModel(workspace, loader, loading, store,
                new RecentProjects(directories.state().resolve("recent-projects.txt")), autosave);
        FeedDesk feeds = feeds(workspace, directories, credentials, cache);
        Models models = Models.of(workspace, loading, project, feeds, new DatabaseDesk(stores, passwords, directories.state().resolve("unpacked")));
        MeshPool meshes = new MeshPool();
        DistrictView view = new DistrictView(workspace.tasks(), meshes);
        SceneViewer viewer = new SceneViewer(workspace, view);
        SceneBinding binding = new SceneBinding(workspace, view, models.sun(), models.filter().resultProperty(),
                models.painting().paintedProperty()).outlining(models.painting().changesProperty());
        new ScenePointer(workspace.session(), view, viewer, models.measure());
        viewer.setStage(new SplitStage(workspace.session(), viewer.picture(), view, () -> other(workspace, models, meshes, viewer)));
        loader.stateProperty().subscribe(state -> view.setReading(state.running()));
        loader.addGrowth(binding);
        loader.addGrowth(new Growth() {
            @Override
            public void stands() {
                viewer.begin();
            }
        });
        TileRefinement tiles = new TileRefinement(workspace.session(), loader, workspace.tasks(), new CoordinateSystems(), importers);
        RestingEye.watch(view.camera(), loader, tiles::rest);
        return new Composition(new Shell(stage, models, viewer, sample()), new Autosaver(workspace.session(), workspace.tasks(), autosave),
                feeds.live());
    }

    /** All importers; the one of databases with the passwords that this person keeps. */
    private static List<Importer> importers(Function<SqlAddress, Optional<String>> passwords) {
        return ImportPipeline.discover().stream().map(i -> i instanceof DatabaseImporter ? new DatabaseImporter(passwords) : i).toList();
    }

    private static FeedDesk feeds(Workspace workspace, UserDirectories directories, Credentials credentials, FeedCache cache) {
        InstantSource time = InstantSource.system();
        MqttBroker broker = new MqttBroker(credentials);
        FeedClient client = new FeedClient(workspace.tasks().poll(), credentials, time);
        Fetch fetch = new Fetch(client, time, broker);
        FeedPoller.Parts parts = new FeedPoller.Parts(fetch, cache, Timer.of(workspace.tasks()), time, RandomGenerator.getDefault(), broker);
        Path own = directories.config().resolve("presets");
        ServiceDesk services = new ServiceDesk(new ServiceFinder(client), new LayerFetcher(client, directories.state().resolve("services"), time),
                PresetCatalogue.read(List.of(datasets().resolve("presets"), own)), own);
        return new FeedDesk(new LiveFeeds(workspace.session(), workspace.tasks(), parts, new CoordinateSystems()), fetch, credentials, services);
    }

    /** The program's data: in its folder, or in the source tree where it runs from there. */
    private static Path datasets() {
        return Stream.of(System.getProperty("kvarter.home", "."), ".").map(home -> Path.of(home, "datasets").toAbsolutePath().normalize())
                .filter(Files::isDirectory).findFirst().orElse(Path.of("datasets"));
    }

    /** The view of the scenario compared with: the same triangles in colours of its own. */
    private static DistrictView other(Workspace workspace, Models models, MeshPool meshes, SceneViewer viewer) {
        DistrictView view = new DistrictView(workspace.tasks(), meshes);
        OtherScenario scenario = new OtherScenario(workspace.session(), Pair.Mode.SPLIT, Pair.Mode.SWIPE);
        PaintingModel painting = new PaintingModel(workspace.session(), workspace.tasks(), scenario.viewProperty(), new SimpleObjectProperty<>());
        new SceneBinding(workspace, view, models.sun(), models.filter().resultProperty(), painting.paintedProperty(), scenario.viewProperty())
                .outlining(models.painting().changesProperty());
        new ScenePointer(workspace.session(), view, viewer, models.measure());
        return view;
    }

    /** The sample district's project: in the program's folder, or in the source tree's where it runs from there. */
    private static Optional<Path> sample() {
        return Stream.of(System.getProperty("kvarter.home", "."), ".")
                .map(home -> Path.of(home, "datasets", "kvarter.json").toAbsolutePath().normalize()).filter(Files::isRegularFile).findFirst();
    }
}
