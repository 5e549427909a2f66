package org.kvarter.ui.shell;

import static org.kordamp.ikonli.feather.Feather.BAR_CHART;
import static org.kordamp.ikonli.feather.Feather.BOX;
import static org.kordamp.ikonli.feather.Feather.CHECK;
import static org.kordamp.ikonli.feather.Feather.COPY;
import static org.kordamp.ikonli.feather.Feather.DELETE;
import static org.kordamp.ikonli.feather.Feather.EDIT_3;
import static org.kordamp.ikonli.feather.Feather.REPEAT;
import static org.kordamp.ikonli.feather.Feather.SCISSORS;
import static org.kvarter.ui.action.ActionGroup.TOOLS;

import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import org.kvarter.model.Section;
import org.kvarter.session.SelectFeatures;
import org.kvarter.session.standing.Variants;
import org.kvarter.ui.action.Actions;
import org.kvarter.ui.measure.MeasureMode;
import org.kvarter.ui.measure.MeasureModel;
import org.kvarter.ui.stage.Viewer;

/** What the tools of the pointer do, with keys. */
final class ToolActions {

    private ToolActions() {
    }

    /** Adds them to the others. */
    static void add(Actions all, Models models, Viewer viewer, BooleanBinding open) {
        MeasureModel measure = models.measure();
        BooleanBinding measuring = viewer.toolProperty().isEqualTo(Viewer.Tool.MEASURE);
        all.add("measure", TOOLS, EDIT_3, "M", open, measuring, () -> hold(viewer, Viewer.Tool.MEASURE));
        all.add("measureHeight", TOOLS, BAR_CHART, "Shift+M", open, () -> {
            viewer.toolProperty().set(Viewer.Tool.MEASURE);
            measure.choose(MeasureMode.HEIGHT);
        });
        all.add("measureFinish", TOOLS, CHECK, "Enter", measuring.and(measure.underWayBinding()), measure::finish);
        all.add("nextVariant", TOOLS, COPY, "V", open, () -> new Variants(models.session()).next());
        all.add("measureBack", TOOLS, DELETE, "Backspace", measuring.and(measure.underWayBinding()), measure::back);
        all.add("section", TOOLS, SCISSORS, "X", open, viewer.toolProperty().isEqualTo(Viewer.Tool.SECTION), () -> hold(viewer, Viewer.Tool.SECTION));
        BooleanBinding plane = Bindings.createBooleanBinding(() -> models.section().section() instanceof Section.Plane, models.section().sectionProperty());
        all.add("sectionFlip", TOOLS, REPEAT, "Shift+X", open.and(plane), models.section()::flip);
        all.add("sectionOff", TOOLS, BOX, "", open.and(models.section().sectionProperty().isNotNull()), () -> models.section().put(null));
    }

    /** Takes up a tool, or puts it away where it is held already. */
    private static void hold(Viewer viewer, Viewer.Tool tool) {
        viewer.toolProperty().set(viewer.toolProperty().get() == tool ? Viewer.Tool.SELECT : tool);
    }

    /** First what is being measured, then the tool, then the walk, then the selection. */
    static void letGo(Models models, Viewer viewer) {
        if (viewer.toolProperty().get() == Viewer.Tool.SELECT && viewer.walkingProperty().get()) {
            viewer.walkingProperty().set(false);
        } else if (viewer.toolProperty().get() == Viewer.Tool.SELECT) {
            SelectFeatures.only(models.session(), java.util.List.of());
        } else if (!models.measure().cancel()) {
            models.section().drawingProperty().set(false);
            viewer.toolProperty().set(Viewer.Tool.SELECT);
        }
    }
}
