package org.kvarter.ui.feeds;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Scene;
import javafx.scene.control.Button;
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

/** The dialog of a feed: an address is typed, its answer is shown as rows that would come of it, and all of it can be read. */
@ExtendWith(ApplicationExtension.class)
class FeedSetupWindowTest {

    private static final String SENSORS = "{\"stations\":[{\"id\":\"k1\",\"title\":\"Kajen vid färjeläget\",\"lat\":59.3,\"lon\":18.05,\"no2\":21.5,\"at\":\"2026-01-15T11:00:00Z\"},"
            + "{\"id\":\"k2\",\"title\":\"Torget\",\"lat\":59.31,\"lon\":18.06,\"no2\":null,\"at\":\"2026-01-15T11:00:00Z\"}]}";

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
    void anAddressIsFetchedAndItsRowsAreShown(String language, boolean dark) {
        service.at("/s", FakeService.json(SENSORS));
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        String kept = language + (dark ? "-dark" : "");
        Workspace workspace = Districts.workspace(session);
        workspace.settings().reducedMotionProperty().set(true);
        FeedSetupModel model = new FeedSetupModel(workspace, Districts.feeds(session, workspace.tasks(), folder), null);
        FeedSetupView view = onFx(() -> new FeedSetupView(model));
        Scene scene = onFx(() -> {
            Sheets sheets = new Sheets(workspace.motion());
            Scene made = new Scene(new StackPane(sheets), 960, 900);
            Theme.apply(made, dark);
            stage.setScene(made);
            stage.show();
            sheets.show(new Sheet("Feed", 760, FloatingPanel.scrolling(view)));
            return made;
        });
        read(scene, "feed-empty-" + kept);
        assertThat(view.readyProperty().get()).isFalse();
        fetch(scene, service.url("/s"));
        read(scene, "feed-" + kept);
        assertThat(view.readyProperty().get()).isTrue();
        assertThat(model.previewProperty().get()).isNotNull();
        fetch(scene, service.url("/nothing"));
        read(scene, "feed-failed-" + kept);
        assertThat(model.troubleProperty().get()).isNotBlank();
    }

    private static void fetch(Scene scene, String url) {
        onFx(() -> {
            ((TextField) scene.lookup("#feed-url")).setText(url);
            ((Button) scene.lookup("#feed-fetch")).fire();
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
