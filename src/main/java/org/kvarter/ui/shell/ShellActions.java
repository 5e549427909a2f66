package org.kvarter.ui.shell;

import static org.kordamp.ikonli.feather.Feather.*;
import static org.kvarter.ui.action.ActionGroup.CAMERA;
import static org.kvarter.ui.action.ActionGroup.EDIT;
import static org.kvarter.ui.action.ActionGroup.PROJECT;
import static org.kvarter.ui.action.ActionGroup.STORY;
import static org.kvarter.ui.action.ActionGroup.TIME;
import static org.kvarter.ui.action.ActionGroup.VIEW;
import static org.kvarter.ui.action.ActionGroup.WINDOW;
import static org.kvarter.ui.action.Actions.ALWAYS;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.stage.Viewer;

/** The list of everything a person can do in the window, with keys. */
final class ShellActions {

    /** What the window itself does. */
    interface Window {
        void newProject();

        void open();

        void add();

        void openSample();

        void save();

        void saveAs();

        void picture();

        void flight();

        void export();

        void importSeries();

        void addFeed();

        void addFromService();

        void addFromDatabase();

        void report();

        void quit();

        void search();

        void saveViewpoint();

        void keepStep();

        void present();

        void presentHere();

        void handOut();

        void flyToSelection();

        void settings();

        void keys();

        void fullScreen();
    }

    private ShellActions() {
    }

    static Actions of(Models models, Viewer viewer, Window window, boolean hasSample) {
        Session session = models.session();
        WindowModel model = models.window();
        Actions all = new Actions();
        BooleanBinding open = Bindings.createBooleanBinding(() -> !session.district().layers().isEmpty(), session.districtProperty());
        all.add("new", PROJECT, FILE, "Shortcut+N", open, window::newProject);
        all.add("open", PROJECT, FOLDER, "Shortcut+O", ALWAYS, window::open);
        all.add("add", PROJECT, PLUS, "Shortcut+I", ALWAYS, window::add);
        all.add("series", PROJECT, ACTIVITY, "Shortcut+D", open, window::importSeries);
        all.add("service", PROJECT, CLOUD, "Shortcut+Shift+I", ALWAYS, window::addFromService);
        all.add("database", PROJECT, DATABASE, "Shortcut+Shift+B", ALWAYS, window::addFromDatabase);
        all.add("feed", PROJECT, RADIO, "Shortcut+Shift+D", open, window::addFeed);
        all.add("sample", PROJECT, MAP, "", hasSample ? ALWAYS : open.not().and(open), window::openSample);
        all.add("save", PROJECT, SAVE, "Shortcut+S", open, window::save);
        all.add("saveAs", PROJECT, SAVE, "Shortcut+Shift+S", open, window::saveAs);
        all.add("picture", PROJECT, IMAGE, "Shortcut+P", open, window::picture);
        all.add("flight", PROJECT, VIDEO, "Shortcut+Shift+P", open, window::flight);
        all.add("export", PROJECT, UPLOAD, "Shortcut+Shift+X", open, window::export);
        all.add("report", PROJECT, FILE_TEXT, "Shortcut+R", open, window::report);
        all.add("quit", PROJECT, LOG_OUT, "Shortcut+Q", ALWAYS, window::quit);

        all.add("undo", EDIT, CORNER_UP_LEFT, "Shortcut+Z", session.undo().undoTitleProperty().isNotEmpty(), session.undo()::undo);
        all.add("redo", EDIT, CORNER_UP_RIGHT, "Shortcut+Y Shortcut+Shift+Z", session.undo().redoTitleProperty().isNotEmpty(),
                session.undo()::redo);
        all.add("search", EDIT, SEARCH, "Shortcut+F Shortcut+K", open, window::search);
        all.add("selectNone", EDIT, X_SQUARE, "Esc",
                Bindings.isNotEmpty(session.selection()).or(viewer.toolProperty().isNotEqualTo(Viewer.Tool.SELECT)).or(viewer.walkingProperty()), () -> ToolActions.letGo(models, viewer));

        BooleanBinding layers = model.leftProperty().isEqualTo(LeftPanel.LAYERS);
        BooleanBinding data = model.leftProperty().isEqualTo(LeftPanel.DATA);
        BooleanBinding scenarios = model.leftProperty().isEqualTo(LeftPanel.SCENARIOS);
        BooleanBinding viewpoints = model.leftProperty().isEqualTo(LeftPanel.VIEWPOINTS);
        all.add("layers", VIEW, LAYERS, "Shortcut+1", open, layers, () -> model.toggle(LeftPanel.LAYERS));
        all.add("data", VIEW, DROPLET, "Shortcut+2", open, data, () -> model.toggle(LeftPanel.DATA));
        all.add("scenarios", VIEW, GIT_BRANCH, "Shortcut+8", open, scenarios, () -> toggleScenarios(model));
        all.add("kpis", VIEW, BAR_CHART_2, "Shortcut+9", open, model.kpisProperty(), () -> flip(model.kpisProperty()));
        all.add("viewpoints", VIEW, BOOKMARK, "Shortcut+3", open, viewpoints, () -> model.toggle(LeftPanel.VIEWPOINTS));
        all.add("filter", VIEW, FILTER, "Shortcut+L", open, model.filterProperty(), () -> flip(model.filterProperty()));
        all.add("timeline", VIEW, CLOCK, "Shortcut+T", open, model.timelineProperty(), () -> flip(model.timelineProperty()));
        all.add("inspector", VIEW, INFO, "Shortcut+4", open, model.inspectorProperty(), () -> flip(model.inspectorProperty()));
        all.add("mobility", VIEW, TRUCK, "Shortcut+7", open, model.leftProperty().isEqualTo(LeftPanel.MOBILITY),
                () -> model.toggle(LeftPanel.MOBILITY));
        all.add("sun", VIEW, SUN, "Shortcut+5", open, model.leftProperty().isEqualTo(LeftPanel.SUN),
                () -> model.toggle(LeftPanel.SUN));
        all.add("bench", VIEW, TRELLO, "Shortcut+Shift+A", open, models.bench().bench().outProperty(), () -> flip(models.bench().bench().outProperty()));
        all.add("study", VIEW, COMPASS, "Shortcut+0", open, model.leftProperty().isEqualTo(LeftPanel.STUDY), () -> model.toggle(LeftPanel.STUDY));
        all.add("story", VIEW, FILM, "Shortcut+6", open, model.leftProperty().isEqualTo(LeftPanel.STORY),
                () -> model.toggle(LeftPanel.STORY));

        all.add("keepStep", STORY, PLUS_SQUARE, "Shortcut+E", open, window::keepStep);
        BooleanBinding told = Bindings.createBooleanBinding(() -> !session.story().isEmpty(), session.storyProperty());
        all.add("present", STORY, PLAY_CIRCLE, "F5", told, window::present);
        all.add("presentHere", STORY, PLAY_CIRCLE, "Shift+F5", told, window::presentHere);
        all.add("handOut", STORY, SHARE, "Shortcut+Shift+E", told, window::handOut);

        all.add("home", CAMERA, HOME, "Home", open, viewer::home);
        all.add("flyToSelection", CAMERA, TARGET, "Z", Bindings.isNotEmpty(session.selection()), window::flyToSelection);
        all.add("north", CAMERA, NAVIGATION, "N", open, viewer::north);
        all.add("top", CAMERA, CHEVRONS_DOWN, "T", open, viewer::top);
        all.add("walk", CAMERA, USER, "G", open, viewer.walkingProperty(), () -> flip(viewer.walkingProperty()));
        all.add("zoomIn", CAMERA, PLUS, "", open, () -> viewer.zoom(1));
        all.add("zoomOut", CAMERA, MINUS, "", open, () -> viewer.zoom(-1));
        all.add("saveViewpoint", CAMERA, BOOKMARK, "Shortcut+B", open, window::saveViewpoint);
        ToolActions.add(all, models, viewer, open);

        Clock clock = session.clock();
        all.add("play", TIME, PLAY, "Space", open, clock.playingProperty(), () -> flip(clock.playingProperty()));
        all.add("stepForward", TIME, SKIP_FORWARD, "Period", open, () -> clock.stepBy(1));
        all.add("stepBack", TIME, SKIP_BACK, "Comma", open, () -> clock.stepBy(-1));

        all.add("settings", WINDOW, SETTINGS, "Shortcut+Comma", ALWAYS, window::settings);
        all.add("keys", WINDOW, HELP_CIRCLE, "F1 ?", ALWAYS, window::keys);
        all.add("fullScreen", WINDOW, MAXIMIZE, "F11", ALWAYS, window::fullScreen);
        return all;
    }

    /** The panel comes with the key figures, which then stay until they are put away. */
    private static void toggleScenarios(WindowModel model) {
        model.toggle(LeftPanel.SCENARIOS);
        if (model.leftProperty().get() == LeftPanel.SCENARIOS) {
            model.kpisProperty().set(true);
        }
    }

    private static void flip(javafx.beans.property.BooleanProperty property) {
        property.set(!property.get());
    }
}
