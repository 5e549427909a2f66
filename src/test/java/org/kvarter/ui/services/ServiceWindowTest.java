package org.kvarter.ui.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.preset.Preset;
import org.kvarter.session.Session;
import org.kvarter.ui.Districts;
import org.kvarter.ui.Legible;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.feeds.FeedDesk;
import org.kvarter.ui.feeds.FeedSetupModel;
import org.kvarter.ui.kit.FloatingPanel;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.sheet.Sheets;
import org.kvarter.ui.shell.Theme;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The dialog of services: a ready one is chosen, an address is looked at, what it has is listed, and all of it can be read. */
@ExtendWith(ApplicationExtension.class)
class ServiceWindowTest {

    @TempDir
    Path folder;

    private final Session session = Districts.session();
    private Stage stage;
    private FakeService service;

    @Start
    void start(Stage window) {
        stage = window;
    }

    @BeforeEach
    void serve() throws IOException {
        service = new FakeService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"en, false", "en, true", "sv, false", "sv, true"})
    void aServiceIsLookedAtAndWhatItHasIsListed(String language, boolean dark) {
        service.at("/api/collections", json("{\"title\":\"Lindhamns öppna data\",\"attribution\":\"© Lindhamn\",\"collections\":[{\"id\":\"benches\",\"title\":\"Parkbänkar\","
                + "\"description\":\"Alla bänkar i staden\",\"links\":[{\"rel\":\"items\",\"href\":\"/items\"}]},{\"id\":\"lamps\",\"title\":\"Gatlyktor\",\"links\":[]}]}"));
        service.at("/page", status(200, "text/html", "<html></html>"));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        String kept = language + (dark ? "-dark" : "");
        Workspace workspace = Districts.workspace(session);
        workspace.settings().reducedMotionProperty().set(true);
        FeedDesk desk = Districts.feeds(session, workspace.tasks(), folder);
        ServiceModel model = new ServiceModel(workspace, desk.services(), new FeedSetupModel(workspace, desk, null));
        ServiceView view = onFx(() -> new ServiceView(model));
        Scene scene = onFx(() -> {
            Sheets sheets = new Sheets(workspace.motion());
            Scene made = new Scene(new StackPane(sheets), 960, 900);
            Theme.apply(made, dark);
            stage.setScene(made);
            stage.show();
            sheets.show(new Sheet("Service", 760, FloatingPanel.scrolling(view)));
            return made;
        });
        read(scene, "service-empty-" + kept);
        choose(scene, model.presets().stream().filter(p -> p.id().equals("entsoe-prices-se3")).findFirst().orElseThrow());
        read(scene, "service-preset-" + kept);
        assertThat(((TextField) scene.lookup("#service-url")).getText()).contains("web-api.tp.entsoe.eu");
        look(scene, service.url("/api"));
        read(scene, "service-" + kept);
        assertThat(((ListView<?>) scene.lookup("#service-offers")).getItems()).hasSize(2);
        assertThat(view.chosenProperty().get()).isNotNull();
        look(scene, service.url("/page"));
        read(scene, "service-failed-" + kept);
        assertThat(model.troubleProperty().get()).isNotBlank();
    }

    @SuppressWarnings("unchecked")
    private static void choose(Scene scene, Preset preset) {
        onFx(() -> {
            ((ComboBox<Optional<Preset>>) scene.lookup("#service-preset")).setValue(Optional.of(preset));
            return null;
        });
    }

    private static void look(Scene scene, String url) {
        onFx(() -> {
            ((ComboBox<?>) scene.lookup("#service-preset")).getSelectionModel().selectFirst();
            ((TextField) scene.lookup("#service-url")).setText(url);
            ((Button) scene.lookup("#service-look")).fire();
            return null;
        });
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
}
