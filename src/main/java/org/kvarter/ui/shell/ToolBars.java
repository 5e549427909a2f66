package org.kvarter.ui.shell;

import javafx.scene.Node;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Motion;
import org.kvarter.ui.measure.MeasureBar;
import org.kvarter.ui.measure.MeasureModel;
import org.kvarter.ui.section.SectionBar;
import org.kvarter.ui.shell.FloatingLayout.Place;
import org.kvarter.ui.stage.Viewer;

/** Shows the bar of the tool that the pointer holds. JavaFX thread only. */
final class ToolBars {

    private final Models models;
    private final Viewer viewer;
    private final FloatingLayout layout;
    private final Motion motion;

    ToolBars(Models models, Viewer viewer, FloatingLayout layout) {
        this.models = models;
        this.viewer = viewer;
        this.layout = layout;
        this.motion = models.workspace().motion();
    }

    /** Keeps the tool and what it works on in step, as long as the window lives. */
    static void link(Models models, Viewer viewer) {
        MeasureModel measure = models.measure();
        viewer.toolProperty().subscribe(tool -> measure.activeProperty().set(tool == Viewer.Tool.MEASURE));
        measure.activeProperty().subscribe(active -> {
            if (active) {
                viewer.toolProperty().set(Viewer.Tool.MEASURE);
            }
        });
    }

    /** Follows the tool while the layout is in a window. */
    void show() {
        Live.value(layout, viewer.toolProperty(), this::show);
    }

    private void show(Viewer.Tool tool) {
        Runnable close = () -> viewer.toolProperty().set(Viewer.Tool.SELECT);
        Node bar = switch (tool) {
            case MEASURE -> new MeasureBar(models.measure(), close);
            case SECTION -> new SectionBar(models.section(), models.session(), viewer, close);
            case PICK_PLACE -> models.section().drawingProperty().get() ? SectionBar.drawHint() : null;
            case SELECT -> null;
        };
        if (tool == Viewer.Tool.MEASURE || tool == Viewer.Tool.SECTION) {
            models.section().drawingProperty().set(false);
        }
        boolean wasOut = layout.at(Place.TOOL) != null;
        layout.put(Place.TOOL, bar);
        if (bar != null) {
            bar.setId("tool-bar");
            if (!wasOut) {
                motion.enter(bar);
            }
        }
    }
}
