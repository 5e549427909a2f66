package org.kvarter.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.ui.Districts.building;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.image.ImageView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.geo.CoordinateSystems;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.model.Viewpoint;
import org.kvarter.project.Autosave;
import org.kvarter.project.ProjectStore;
import org.kvarter.project.RecentProjects;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.session.Session;
import org.kvarter.session.loading.DistrictLoader;
import org.kvarter.task.Tasks;
import org.kvarter.text.LocalText;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Words;
import org.kvarter.ui.loading.LoadingModel;
import org.kvarter.ui.project.ProjectModel;
import org.kvarter.ui.settings.Language;
import org.kvarter.ui.settings.Settings;
import org.kvarter.ui.settings.ThemeChoice;
import org.kvarter.ui.stage.EmptyViewer;
import org.kvarter.ui.viewpoints.ViewpointsModel;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window as people use it, over a small district and without 3D. */
@ExtendWith(ApplicationExtension.class)
class ShellWindowTest {

    @TempDir
    static Path folder;

    private final Locale display = Locale.getDefault(Locale.Category.DISPLAY);
    private final Locale format = Locale.getDefault(Locale.Category.FORMAT);
    private final Session session = new Session();
    private final Settings settings = new Settings();
    private final EmptyViewer viewer = new EmptyViewer();
    private Models models;
    private Shell shell;
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
        settings.languageProperty().set(Language.ENGLISH);
        settings.themeProperty().set(ThemeChoice.LIGHT);
        settings.reducedMotionProperty().set(true);
        Tasks tasks = Districts.inline();
        Workspace workspace = Workspace.of(session, tasks, settings);
        ProjectStore store = new ProjectStore(folder.resolve("unpacked"));
        DistrictLoader loader = new DistrictLoader(session, tasks,
                new ImportPipeline(List.of(), new CoordinateSystems(), Runnable::run), store);
        LoadingModel loading = new LoadingModel(workspace, loader, List.of());
        models = Models.of(workspace, loading, new ProjectModel(workspace, loader, loading, store,
                new RecentProjects(folder.resolve("recent.txt")), new Autosave(folder.resolve("drafts"))),
                Districts.feeds(session, tasks, folder), Districts.databases(tasks, folder));
        shell = new Shell(window, models, viewer, Optional.empty());
        window.setWidth(1366);
        window.setHeight(768);
        window.show();
    }

    @AfterEach
    void back() {
        Locale.setDefault(Locale.Category.DISPLAY, display);
        Locale.setDefault(Locale.Category.FORMAT, format);
    }

    private void run(Runnable work) {
        WaitForAsyncUtils.asyncFx(work);
        for (int i = 0; i < 4; i++) {
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void fire(String action) {
        run(shell.actions().get(action)::fire);
    }

    private Node find(String selector) {
        return stage.getScene().getRoot().lookup(selector);
    }

    private boolean names(String layer) {
        return stage.getScene().getRoot().lookupAll("*").stream().filter(Labeled.class::isInstance).anyMatch(n -> layer.equals(((Labeled) n).getText()));
    }

    private boolean shows(String text) {
        return stage.getScene().getRoot().lookupAll(".label").stream().filter(Labeled.class::isInstance).map(n -> ((Labeled) n).getText())
                .anyMatch(text::equals);
    }

    @Test
    void welcomesAndGivesWayToADistrict() {
        assertThat(find(".welcome")).isNotNull();
        run(() -> session.districtProperty().set(Districts.small()));
        assertThat(find(".welcome")).isNull();
        assertThat(find("#action-layers")).isNotNull();
        assertThat(stage.getTitle()).isEqualTo("Test – Kvarter");
    }

    @Test
    void hidingALayerIsUndoneFromTheBar() {
        run(() -> session.districtProperty().set(Districts.small()));
        fire("layers");
        Button eye = (Button) find(".layer-eye");
        run(eye::fire);
        assertThat(session.style("buildings").visible()).isFalse();
        assertThat(((Button) find("#action-undo")).getTooltip().getText()).contains("hide Buildings");
        assertThat(stage.getTitle()).startsWith("•");
        run(((Button) find("#action-undo"))::fire);
        assertThat(session.style("buildings").visible()).isTrue();
        assertThat(stage.getTitle()).isEqualTo("Test – Kvarter");
    }

    @Test
    void theFilterIsTypedCountedAndTakenAway() {
        run(() -> session.districtProperty().set(Districts.small()));
        fire("filter");
        run(() -> {
            ((TextField) find("#filter")).setText("storeys > 5");
            ((TextField) find("#filter")).fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(models.filter().resultProperty().get().count()).isEqualTo(1);
        assertThat(shows("1 of 3")).isTrue();
        fire("undo");
        assertThat(session.filterProperty().get()).isEmpty();
    }

    @Test
    void selectingBringsTheInspectorWithTheName() {
        run(() -> session.districtProperty().set(Districts.small()));
        run(() -> session.selection().add(building(0)));
        assertThat(find("#panel-inspector")).isNotNull();
        assertThat(shows("Harbour School")).isTrue();
        fire("selectNone");
        assertThat(find("#panel-inspector")).isNull();
    }

    @Test
    void everyViewpointHasItsPictureWithoutFlyingThere() {
        run(() -> {
            session.districtProperty().set(Districts.small());
            session.viewpoints().add(new Viewpoint("Quay", 150_000, 6_580_000, 80, 30, -20));
        });
        fire("viewpoints");
        fire("saveViewpoint");
        run(() -> new ViewpointsModel(session).rename(session.viewpoints().get(0), "Harbour"));
        assertThat(stage.getScene().getRoot().lookupAll(".viewpoint-picture")).hasSize(2).allSatisfy(frame ->
                assertThat(((Parent) frame).getChildrenUnmodifiable()).filteredOn(ImageView.class::isInstance)
                        .allSatisfy(card -> assertThat(((ImageView) card).getImage()).isNotNull()).hasSize(1));
        assertThat(viewer.target()).isNull();
    }

    @Test
    void inTheSmallestWindowNoWordIsCut() {
        run(() -> {
            session.districtProperty().set(Districts.small());
            stage.setWidth(960);
            Kpi kpi = new Kpi("own", "Egenanvändningsgraden", "samtidigtvarande", Kpi.Better.HIGHER, new Figure.Computed("1"));
            session.scenariosProperty().set(new ScenarioBook(List.of(), java.util.stream.IntStream.range(0, 9)
                    .mapToObj(i -> new Kpi("own" + i, kpi.title(), kpi.unit(), kpi.better(), kpi.figure())).toList(), List.of(), ""));
        });
        fire("kpis");
        Labeled title = (Labeled) find("#kpi-own0 .caption");
        assertThat(title.getWidth()).isGreaterThanOrEqualTo(Words.longest(title) - 1);
        Node strip = find(".kpi-strip");
        assertThat(strip.localToScene(strip.getLayoutBounds()).getMaxX()).isLessThanOrEqualTo(stage.getScene().getWidth());
        assertThat(((TextField) find("#search")).getPromptText()).isEqualTo("Search");
        run(() -> stage.setWidth(1500));
        Region first = (Region) find("#kpi-own0");
        assertThat(find(".kpi-strip").localToScene(find(".kpi-strip").getLayoutBounds()).getWidth()).as("room for the figures")
                .isGreaterThan(5 * first.getWidth());
        assertThat(((TextField) find("#search")).getPromptText()).startsWith("Search by name");
    }

    @Test
    void languageAndThemeChangeAtOnceAndTheStateStays() {
        LocalText both = new LocalText(Map.of("en", "Harbour houses", "sv", "Hamnens hus"));
        run(() -> session.districtProperty().set(Districts.small().with(Districts.small().layers().get(1).withTitles(both))));
        fire("layers");
        assertThat(shows("Layers")).isTrue();
        assertThat(names("Harbour houses")).isTrue();
        run(() -> settings.languageProperty().set(Language.SWEDISH));
        assertThat(shows("Lager")).isTrue();
        assertThat(shows("Layers")).isFalse();
        assertThat(names("Hamnens hus")).isTrue();
        run(() -> settings.themeProperty().set(ThemeChoice.DARK));
        assertThat(stage.getScene().getRoot().getStyleClass()).contains("dark").doesNotContain("light");
        assertThat(session.district().layers()).hasSize(2);
    }

    @Test
    void everyPanelFitsIntoALaptopAndLeavesTwoThirdsToTheTwin() {
        run(() -> session.districtProperty().set(Districts.small()));
        run(() -> session.selection().addAll(List.of(building(0), building(1))));
        fire("timeline");
        for (String action : List.of("layers", "data", "viewpoints", "sun")) {
            fire(action);
            Scene scene = stage.getScene();
            double covered = 0;
            for (String place : List.of(".command-bar", ".timeline", ".floating-panel", ".rail")) {
                for (Node node : scene.getRoot().lookupAll(place)) {
                    Bounds box = node.localToScene(node.getLayoutBounds());
                    assertThat(box.getMinX()).as(place).isGreaterThanOrEqualTo(0);
                    assertThat(box.getMaxX()).as(place).isLessThanOrEqualTo(scene.getWidth() + 0.5);
                    assertThat(box.getMaxY()).as(place).isLessThanOrEqualTo(scene.getHeight() + 0.5);
                    covered += box.getWidth() * box.getHeight();
                }
            }
            assertThat(covered / (scene.getWidth() * scene.getHeight())).as(action).isLessThan(0.345);
        }
    }

    @Test
    void sheetsTakeTheKeysAndEscapePutsThemAway() {
        run(() -> session.districtProperty().set(Districts.small()));
        fire("settings");
        assertThat(find(".sheet")).isNotNull();
        run(() -> find(".sheet").fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                javafx.scene.input.KeyCode.ESCAPE, false, false, false, false)));
        assertThat(find(".sheet")).isNull();
    }

    @Test
    void escapePutsTheToolAwayAndThenTheSelection() {
        run(() -> session.districtProperty().set(Districts.small()));
        run(() -> session.selection().add(new org.kvarter.model.FeatureKey(session.district().layers().get(0).id(), 0)));
        fire("measure");
        escape();
        assertThat(shell.actions().get("measure").selected().get()).isFalse();
        assertThat(session.selection()).hasSize(1);
        escape();
        assertThat(session.selection()).isEmpty();
    }

    @Test
    void theBarOfAToolComesWithItAndGoesWithEscape() {
        run(() -> session.districtProperty().set(Districts.small()));
        fire("measure");
        run(() -> ((javafx.scene.control.ToggleButton) find("#measure-area")).fire());
        assertThat(models.measure().mode()).isEqualTo(org.kvarter.ui.measure.MeasureMode.AREA);
        run(() -> models.measure().click(new org.kvarter.scene.pick.Snap(org.kvarter.scene.pick.Snap.Kind.FREE, new double[3], null)));
        assertThat(shell.actions().get("measureBack").enabled().get()).isTrue();
        escape();
        assertThat(models.measure().measuredProperty().get().places()).isEmpty();
        assertThat(find("#tool-bar")).isNotNull();
        escape();
        assertThat(find("#tool-bar")).isNull();
    }

    @Test
    void aCutIsTypedFlippedAndUndoneAndStaysWithoutItsTool() {
        run(() -> session.districtProperty().set(Districts.small()));
        fire("section");
        run(() -> ((javafx.scene.control.ToggleButton) find("#section-level")).fire());
        TextField height = (TextField) find("#section-height");
        run(() -> {
            height.setText("7,25");
            height.fireEvent(new javafx.event.ActionEvent());
        });
        assertThat(session.sectionProperty().get()).isInstanceOfSatisfying(org.kvarter.model.Section.Plane.class,
                plane -> assertThat(plane.height()).isEqualTo(7.25));
        run(() -> height.setText("high"));
        run(() -> height.fireEvent(new javafx.event.ActionEvent()));
        assertThat(height.getPseudoClassStates()).extracting(Object::toString).contains("danger");
        fire("sectionFlip");
        escape();
        assertThat(session.sectionProperty().get()).isInstanceOfSatisfying(org.kvarter.model.Section.Plane.class,
                plane -> assertThat(plane.flipped()).isTrue());
        fire("undo");
        fire("undo");
        fire("undo");
        assertThat(session.sectionProperty().get()).isNull();
    }

    private void escape() {
        run(() -> find("#menu").getScene().getRoot().fireEvent(new javafx.scene.input.KeyEvent(javafx.scene.input.KeyEvent.KEY_PRESSED, "", "",
                javafx.scene.input.KeyCode.ESCAPE, false, false, false, false)));
    }

    @Test
    void noTwoActionsShareAKey() {
        List<String> keys = shell.actions().all().stream().flatMap(a -> a.keys().stream()).map(Object::toString).toList();
        assertThat(keys).doesNotHaveDuplicates();
    }
}
