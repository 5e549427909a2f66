package org.kvarter.session;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableMap;
import javafx.collections.ObservableSet;
import org.kvarter.analysis.DataBook;
import org.kvarter.mesh.LayerMesh;
import org.kvarter.model.Diagnostic;
import org.kvarter.model.District;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.Layer;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.overlay.OverlaySpec;
import org.kvarter.project.ProjectPin;
import org.kvarter.project.ProjectSource;
import org.kvarter.remote.FeedSource;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.scenario.ScenarioEngine;
import org.kvarter.scenario.ScenarioView;
import org.kvarter.series.LayerSeries;
import org.kvarter.series.SeriesView;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.assist.ImportedTable;
import org.kvarter.session.assist.ImportedTables;
import org.kvarter.study.StudyBook;
import org.kvarter.workshop.Story;

/**
 * The state of the running application, observed by the window. JavaFX thread only.
 *
 * <p>Everything a person changes and may want back goes through {@link #undo()}; hover and camera do not.
 */
public final class Session {

    private final Vault vault = new Vault(this);
    private final ObjectProperty<District> district = new SimpleObjectProperty<>(this, "district", District.EMPTY) {
        @Override
        public void set(District wanted) {
            super.set(vault.shown(wanted));
        }
    };
    private final ObservableList<ProjectSource> sources = FXCollections.observableArrayList();
    private final ObservableMap<String, LayerMesh> meshes = FXCollections.observableHashMap();
    private final ObservableMap<String, LayerStyle> styles = FXCollections.observableHashMap();
    private final ObservableSet<FeatureKey> selection = FXCollections.observableSet(new java.util.LinkedHashSet<>());
    private final ObservableSet<FeatureKey> pinned = FXCollections.observableSet(new java.util.LinkedHashSet<>());
    private final Set<ProjectPin> awaitedPins = new LinkedHashSet<>();
    private final ObjectProperty<FeatureKey> hover = new SimpleObjectProperty<>(this, "hover");
    private final ObservableList<Viewpoint> viewpoints = FXCollections.observableArrayList();
    private final ObservableList<OverlaySpec> overlays = FXCollections.observableArrayList();
    private final StringProperty activeOverlay = new SimpleStringProperty(this, "activeOverlay", "");
    private final ObservableMap<String, SeriesView> series = FXCollections.observableMap(vault.seriesMap());
    private final ObservableMap<String, SeriesSource> seriesSources = FXCollections.observableHashMap();
    private final ObservableMap<String, ImportedTable> imported = FXCollections.observableMap(new LinkedHashMap<>());
    private final ObservableList<FeedSource> feeds = FXCollections.observableArrayList();
    private final StringProperty filter = new SimpleStringProperty(this, "filter", "");
    private final ObjectProperty<FilterMode> filterMode = new SimpleObjectProperty<>(this, "filterMode", FilterMode.FADE);
    private final ObjectProperty<Story> story = new SimpleObjectProperty<>(this, "story", Story.EMPTY);
    private final ObservableMap<String, String> storyPictures = FXCollections.observableHashMap();
    private final ObservableList<Diagnostic> diagnostics = FXCollections.observableArrayList();
    private final BooleanProperty studioLight = new SimpleBooleanProperty(this, "studioLight", true);
    private final ObjectProperty<Section> section = new SimpleObjectProperty<>(this, "section");
    private final ObjectProperty<Path> projectFile = new SimpleObjectProperty<>(this, "projectFile");
    private final ObjectProperty<ScenarioBook> scenarios = new SimpleObjectProperty<>(this, "scenarios", ScenarioBook.EMPTY);
    private final ObjectProperty<DataBook> dataBook = new SimpleObjectProperty<>(this, "dataBook", DataBook.EMPTY);
    private final ObjectProperty<StudyBook> studies = new SimpleObjectProperty<>(this, "studies", StudyBook.EMPTY);
    private final ActiveScenario activeScenario = new ActiveScenario(this);
    private final Clock clock = new Clock();
    private final UndoStack undo = new UndoStack();

    public Session() {
        new ImportedTables(this); // listens
        InvalidationListener rule = o -> vault.refresh();
        dataBook.addListener((o, was, is) -> {
            if (!was.withCharts(is.charts()).equals(is)) { // charts change no number
                vault.refresh();
                activeScenario.dataChanged();
            }
        });
        series.addListener(rule);
        seriesSources.addListener(rule);
        district.addListener(rule);
    }

    /** What is here is what the project's file says. */
    public void markSaved() {
        undo().markSaved();
        vault.kept();
    }

    /** Whether closing would lose something: changes, or which sums of personal data were told. */
    public boolean isUnsaved() {
        return undo().dirtyProperty().get() || vault.isToldAnew();
    }

    /** What is withheld of personal data, and the data with everything for sums alone. */
    public Vault vault() {
        return vault;
    }

    /** What stands in the twin; without what is withheld. */
    public ObjectProperty<District> districtProperty() {
        return district;
    }

    public District district() {
        return district.get();
    }

    /** The files the layers come from, by absolute path, in the order of reading. */
    public ObservableList<ProjectSource> sources() {
        return sources;
    }

    /** Triangles of the solid layers, by layer id. */
    public ObservableMap<String, LayerMesh> meshes() {
        return meshes;
    }

    /** How layers are shown, by layer id; a layer without an entry has {@link LayerStyle#DEFAULT}. */
    public ObservableMap<String, LayerStyle> styles() {
        return styles;
    }

    /** What is cut away of the twin; {@code null} for nothing. */
    public ObjectProperty<Section> sectionProperty() {
        return section;
    }

    /** How a layer is shown. */
    public LayerStyle style(String layerId) {
        return styles.getOrDefault(layerId, LayerStyle.DEFAULT);
    }

    /** The selected features, in the order of selection. */
    public ObservableSet<FeatureKey> selection() {
        return selection;
    }

    /** The features whose labels stay. */
    public ObservableSet<FeatureKey> pinned() {
        return pinned;
    }

    /** Features whose labels stay and that are not there yet, as the points of a feed before its first answer; kept with the project. */
    public Set<ProjectPin> awaitedPins() {
        return awaitedPins;
    }

    /** Pins the features of a layer that has come and that were waited for. */
    public void pinAwaited(Layer layer) {
        for (ProjectPin pin : List.copyOf(awaitedPins)) {
            int row = pin.layer().equals(layer.id()) ? layer.features().indexOf(pin.feature()) : -1;
            if (row >= 0) {
                awaitedPins.remove(pin);
                pinned.add(new FeatureKey(layer.id(), row));
            }
        }
    }

    /** The feature under the pointer; {@code null} for none. */
    public ObjectProperty<FeatureKey> hoverProperty() {
        return hover;
    }

    /** Saved cameras. */
    public ObservableList<Viewpoint> viewpoints() {
        return viewpoints;
    }

    /** Ways of colouring at hand. */
    public ObservableList<OverlaySpec> overlays() {
        return overlays;
    }

    /** Id of the overlay that is shown; empty for none. */
    public StringProperty activeOverlayProperty() {
        return activeOverlay;
    }

    /** The overlay that is shown. */
    public Optional<OverlaySpec> activeOverlay() {
        return overlays.stream().filter(o -> o.id().equals(activeOverlay.get())).findFirst();
    }

    /** Time series at hand, by id; without what is withheld. */
    public ObservableMap<String, SeriesView> series() {
        return series;
    }

    /** Where each series comes from and which layer it is joined to, by series id. */
    public ObservableMap<String, SeriesSource> seriesSources() {
        return seriesSources;
    }

    /** Services that are asked again and again; what they answer stands among series and layers. */
    public ObservableList<FeedSource> feeds() {
        return feeds;
    }

    /** ECQL expression that features must meet; empty for all. */
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<FilterMode> filterModeProperty() {
        return filterMode;
    }

    /** What is told with the twin, step by step. */
    public ObjectProperty<Story> storyProperty() {
        return story;
    }

    public Story story() {
        return story.get();
    }

    /** What a thing of the project is called in the display language: as the project's words say, or else as it is. */
    public String word(String name) {
        return story.get().word(name);
    }

    /** What a person wrote in place of a name: the name itself where they left the word for it as it was. */
    public String named(String written, String name) {
        return written.equals(word(name)) ? name : written;
    }

    /** Small pictures of the story's steps, by step id, JPEG in Base64: made from the view, hence not undone. */
    public ObservableMap<String, String> storyPictures() {
        return storyPictures;
    }

    /** What people should know about what was read, newest last. */
    public ObservableList<Diagnostic> diagnostics() {
        return diagnostics;
    }

    /** Whether the sun stands still in its studio position rather than following the clock. */
    public BooleanProperty studioLightProperty() {
        return studioLight;
    }

    /** The project's file; {@code null} while it was never saved. */
    public ObjectProperty<Path> projectFileProperty() {
        return projectFile;
    }

    /** Scenarios and key figures; changed as a whole, by a change on {@link #undo()}. */
    public ObjectProperty<ScenarioBook> scenariosProperty() {
        return scenarios;
    }

    public ScenarioBook scenarios() {
        return scenarios.get();
    }

    /** Reckoned attributes, sums over areas, and where data come from; changed as a whole, by a change on {@link #undo()}. */
    public ObjectProperty<DataBook> dataBookProperty() {
        return dataBook;
    }

    public DataBook dataBook() {
        return dataBook.get();
    }

    /** What was set in studies; changed as a whole, by a change on {@link #undo()}. */
    public ObjectProperty<StudyBook> studiesProperty() {
        return studies;
    }

    public StudyBook studies() {
        return studies.get();
    }

    /** The district under the scenario that is shown: features and series as overlays, charts and panels take them. */
    public ReadOnlyObjectProperty<ScenarioView> viewProperty() {
        return activeScenario.viewProperty();
    }

    /** Answers for any scenario of the present layers and series. */
    public ScenarioEngine scenarioEngine() {
        return activeScenario.engine();
    }

    public Clock clock() {
        return clock;
    }

    public UndoStack undo() {
        return undo;
    }

    /** Tables that were imported by a recipe, by the recipe's id; see {@link org.kvarter.session.assist.ImportedTables}. */
    public ObservableMap<String, ImportedTable> imported() {
        return imported;
    }

    /** The layer a series belongs to and the key it is joined by, whether it comes with the layer, from a table or a feed. */
    public Optional<SeriesTarget> seriesTarget(String seriesId) {
        Optional<String> own = LayerSeries.layerOf(seriesId);
        if (own.isPresent()) {
            return own.map(layer -> new SeriesTarget(layer, ""));
        }
        Optional<ImportedTable> given = imported.values().stream().filter(t -> t.series().stream().anyMatch(s -> s.id().equals(seriesId))).findFirst();
        if (given.isPresent()) {
            return given.filter(t -> !t.layerId().isEmpty()).map(t -> new SeriesTarget(t.layerId(), ""));
        }
        SeriesSource table = seriesSources.get(seriesId);
        return table != null ? Optional.of(new SeriesTarget(table.layerId(), table.keyAttribute()))
                : feeds.stream().filter(f -> f.seriesId().equals(seriesId)).findFirst()
                .map(f -> new SeriesTarget(f.layerId(), f.target().keyAttribute()));
    }

    /** The layer of that id. */
    public Optional<Layer> layer(String id) {
        return district.get().layer(id);
    }
}
