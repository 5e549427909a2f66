package org.kvarter.ui.welcome;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kvarter.project.RecentProject;
import org.kvarter.text.FileNames;
import org.kvarter.text.Texts;
import org.kvarter.ui.action.UiAction;
import org.kvarter.ui.kit.Buttons;
import org.kvarter.ui.kit.Icons;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.settings.Settings;

/** The window without a district. */
public final class WelcomeView extends VBox {

    private static final Texts TEXTS = Texts.in(WelcomeView.class);

    private final Settings settings;
    private final Consumer<Path> openProject;
    private final VBox recent = new VBox();

    /**
     * @param sample      opens the sample district
     * @param open        opens files
     * @param openProject opens a project of the list
     */
    public WelcomeView(Settings settings, UiAction sample, UiAction open, Consumer<Path> openProject) {
        this.settings = settings;
        this.openProject = openProject;
        getStyleClass().add("welcome");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        Label name = new Label("Kvarter");
        name.getStyleClass().add("welcome-name");
        Label promise = new Label(TEXTS.get("promise"));
        promise.getStyleClass().add("welcome-promise");
        promise.setWrapText(true);
        Button sampleButton = Buttons.primary(Feather.MAP, TEXTS.get("sample"), sample::fire);
        sampleButton.setId("welcome-sample");
        sampleButton.disableProperty().bind(javafx.beans.binding.Bindings.not(sample.enabled()));
        Button openButton = Buttons.labelled(Feather.FOLDER, TEXTS.get("open"), open::fire);
        openButton.setId("welcome-open");
        HBox buttons = new HBox(8, sampleButton, openButton);
        Label drop = new Label(TEXTS.get("drop"), Icons.of(Feather.DOWNLOAD));
        drop.getStyleClass().add("welcome-drop");
        drop.setWrapText(true);
        drop.setMaxWidth(Double.MAX_VALUE);
        recent.getStyleClass().add("welcome-recent");
        getChildren().setAll(name, promise, buttons, drop, recent);
        Live.refresh(this, this::showRecent, settings.recent());
        setPickOnBounds(true);
    }

    private void showRecent() {
        List<RecentProject> there = settings.recent().stream().filter(p -> Files.exists(p.file())).limit(4).toList();
        recent.setVisible(!there.isEmpty());
        recent.setManaged(!there.isEmpty());
        Label heading = new Label(TEXTS.get("recent"));
        heading.getStyleClass().add("caption");
        recent.getChildren().setAll(heading);
        there.forEach(p -> recent.getChildren().add(entry(p)));
    }

    private Node entry(RecentProject project) {
        Label name = new Label(title(project));
        Label where = new Label(project.file().toString());
        where.getStyleClass().add("caption");
        where.setTextOverrun(javafx.scene.control.OverrunStyle.LEADING_ELLIPSIS);
        VBox words = new VBox(name, where);
        Button button = new Button(null, new HBox(8, Icons.of(Feather.CLOCK), words));
        ((HBox) button.getGraphic()).setAlignment(Pos.CENTER_LEFT);
        button.getStyleClass().addAll("flat", "welcome-entry");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(title(project));
        button.setOnAction(e -> openProject.accept(project.file()));
        return button;
    }

    /** The project's own name; of one without, its file's without the ending, or its folder's where the file is {@code kvarter.json}. */
    static String title(RecentProject project) {
        if (!project.title().isBlank()) {
            return project.title();
        }
        String name = project.file().getFileName().toString();
        Path folder = project.file().getParent();
        return name.equals("kvarter.json") && folder != null && folder.getFileName() != null ? folder.getFileName().toString()
                : FileNames.stem(name);
    }
}
