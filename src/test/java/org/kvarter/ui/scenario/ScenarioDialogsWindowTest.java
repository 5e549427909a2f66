package org.kvarter.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.scenario.Area;
import org.kvarter.scenario.Assumption;
import org.kvarter.scenario.Figure;
import org.kvarter.scenario.Kpi;
import org.kvarter.scenario.Measure;
import org.kvarter.scenario.Origin;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.Scenario;
import org.kvarter.scenario.ScenarioBook;
import org.kvarter.series.SeriesTable;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Legible;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.sheet.Sheets;
import org.kvarter.ui.shell.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The dialogs of scenarios and the panels they are opened from can be read in both languages and themes, and do what they say. */
@ExtendWith(ApplicationExtension.class)
class ScenarioDialogsWindowTest {

    private final Session session = Districts.session();
    private final ScenariosModel model = new ScenariosModel(session);
    private final KpisModel kpis = new KpisModel(session, Districts.inline());
    private final Assumption roofs = new Assumption("roofs", "Share of roofs that suit solar panels", Assumption.Kind.SHARE, "", 0.5, 0, 1, Origin.ASSUMED,
            "what the housing associations of the harbour might agree on");
    private final Kpi grid = new Kpi("grid", "Electricity from the grid in a year", "kWh", Kpi.Better.LOWER,
            new Figure.OfSeries("load", Figure.Aggregate.SUM, Area.DISTRICT, 0));
    private Stage stage;

    @Start
    void start(Stage window) {
        stage = window;
        CsvFormat format = new CsvFormat("UTF-8", ',', false, 0, CsvFormat.Layout.WIDE, 0, -1, -1, "UTC", "ISO", CsvFormat.Label.INTERVAL_START, "kWh");
        for (String id : List.of("load", "sun")) {
            session.series().put(id, new SeriesTable(id, id.equals("load") ? "Electricity 2025" : "Solar potential of the roofs", "electricity", "kWh",
                    new TimeAxis(Instant.parse("2025-01-01T00:00:00Z"), Duration.ofHours(1), 2, ZoneOffset.UTC), new String[] {"a", "b"}, new float[] {9_000, 2, 3, 4}));
            session.seriesSources().put(id, new SeriesSource(id, id, "electricity", "/data/" + id + ".csv", format, "buildings", ""));
        }
        Scenario solar = new Scenario("solar", "Solar roofs and batteries for every house along the quay", "Panels on the roofs that suit.", "", List.of(roofs),
                List.of(new Measure.ChangeSeries(Area.DISTRICT, "load", "", Measure.Way.ADD, "sun", "-roofs"),
                        new Measure.ChangeAttribute(Area.where("buildings", "storeys > 5"), "storeys", "", Measure.Way.SCALE, "1 + roofs", "")));
        Kpi storeys = new Kpi("storeys", "Storeys", "", Kpi.Better.NEITHER, new Figure.OfAttribute("storeys", Figure.Aggregate.SUM, Area.layer("buildings"), 0));
        Kpi each = new Kpi("each", "Per storey", "kWh", Kpi.Better.LOWER, new Figure.Computed("grid / storeys"));
        session.scenariosProperty().set(new ScenarioBook(List.of(solar), List.of(grid, storeys, each), List.of(), "solar", new Pair("", Pair.Mode.SPLIT)));
        session.selection().add(Districts.building(0));
        session.selection().add(Districts.building(1));
    }

    private Scene scene(javafx.scene.Parent root, int width, int height, boolean dark) {
        Scene scene = new Scene(root, width, height);
        Theme.apply(scene, dark);
        stage.setScene(scene);
        stage.show();
        return scene;
    }

    private Map<String, Supplier<Sheet>> dialogs() {
        return Map.of("assumption-new", () -> AssumptionEditor.sheet(session, model, "solar", Optional.empty()),
                "assumption", () -> AssumptionEditor.sheet(session, model, "solar", Optional.of(roofs)),
                "change", () -> MeasureEditor.sheet(session, model, "solar", then -> { }),
                "kpi-new", () -> KpiEditor.sheet(session, model, Optional.empty()),
                "kpi", () -> KpiEditor.sheet(session, model, Optional.of(grid)),
                "kpi-formula", () -> KpiEditor.sheet(session, model, session.scenarios().kpi("each")),
                "where", () -> WhereFromView.sheet(session, model, grid, s -> { }));
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "sv, false", "sv, true"})
    void everyDialogCanBeRead(String language, boolean dark) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        String kept = "-" + language + (dark ? "-dark" : "");
        dialogs().forEach((name, dialog) -> {
            Scene scene = onFx(() -> {
                Sheets sheets = sheets();
                Scene made = scene(new StackPane(sheets), 900, 760, dark);
                sheets.show(dialog.get());
                return made;
            });
            read(scene, name + kept);
            if (scene.lookup("#measure-kind") instanceof ComboBox<?> kind) {
                for (int i = 1; i < kind.getItems().size(); i++) {
                    int at = i;
                    onFx(() -> {
                        kind.getSelectionModel().select(at);
                        return null;
                    });
                    read(scene, name + "-" + kind.getItems().get(at) + kept);
                }
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"en, false", "sv, true"})
    void panelAndStripCanBeRead(String language, boolean dark) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        String kept = "-" + language + (dark ? "-dark" : "");
        read(onFx(() -> scene(new StackPane(new FloatingPanel("Panel", FloatingPanel.scrolling(new ScenariosView(session, kpis, s -> { }, then -> { })), "x",
                () -> { })), 336, 1100, dark)), "panel" + kept);
        read(onFx(() -> scene(new StackPane(new KpiStrip(session, kpis, s -> { }, () -> { })), 640, 120, dark)), "strip" + kept);
    }

    private static <T> T onFx(Callable<T> work) {
        T made = WaitForAsyncUtils.waitForAsyncFx(20_000, work);
        WaitForAsyncUtils.waitForFxEvents();
        return made;
    }

    private static void read(Scene scene, String name) {
        onFx(() -> {
            Legible.keep(scene, name);
            Legible.check(scene);
            return null;
        });
    }

    private Sheets sheets() {
        Workspace workspace = Districts.workspace(session);
        workspace.settings().reducedMotionProperty().set(true);
        return new Sheets(workspace.motion());
    }

    @Test
    void aModelIsAskedForOnlyWhenAPersonChoosesSo() {
        int[] asked = new int[1];
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
            Sheets sheets = sheets();
            Scene scene = scene(new StackPane(sheets), 900, 760, false);
            sheets.show(MeasureEditor.sheet(session, model, "solar", then -> {
                asked[0]++;
                then.accept(List.of(session.layer("bridges").orElseThrow()));
            }));
            scene.getRoot().applyCss();
            ComboBox<?> kind = (ComboBox<?>) scene.lookup("#measure-kind");
            kind.getSelectionModel().select(MeasureEditor.Kind.valueOf("MODEL").ordinal());
            scene.getRoot().applyCss();
            ((javafx.scene.control.CheckBox) scene.lookup("#measure-instead")).setSelected(true);
            ((Button) scene.lookup("#measure-done")).fire();
            return null;
        });
        assertThat(asked[0]).isEqualTo(1);
        assertThat(session.scenarios().scenario("solar").orElseThrow().measures()).contains(new Measure.ShowLayer("bridges", true),
                new Measure.Demolish(Area.of("buildings", List.of("a", "b"))));
    }

    @Test
    void aFormulaIsThereToBeEdited() {
        Scene scene = onFx(() -> {
            Sheets sheets = sheets();
            Scene made = scene(new StackPane(sheets), 900, 760, false);
            sheets.show(KpiEditor.sheet(session, model, session.scenarios().kpi("each")));
            return made;
        });
        assertThat(scene.lookup("#kpi-formula")).isInstanceOfSatisfying(TextField.class, f -> assertThat(f.getText()).isEqualTo("grid / storeys"));
    }

    @Test
    void anEditedNameIsKept() {
        WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
            Sheets sheets = sheets();
            Scene scene = scene(new StackPane(sheets), 900, 760, false);
            sheets.show(KpiEditor.sheet(session, model, Optional.of(grid)));
            scene.getRoot().applyCss();
            ((TextField) scene.lookup("#kpi-title")).setText("Bought electricity");
            ((Button) scene.lookup("#kpi-done")).fire();
            return null;
        });
        assertThat(session.scenarios().kpi("grid").orElseThrow().title()).isEqualTo("Bought electricity");
        session.undo().undo();
        assertThat(session.scenarios().kpi("grid").orElseThrow()).isEqualTo(grid);
    }
}
