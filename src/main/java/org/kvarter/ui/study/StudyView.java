package org.kvarter.ui.study;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kvarter.text.Texts;
import org.kvarter.ui.Workspace;
import org.kvarter.ui.kit.Live;
import org.kvarter.ui.kit.Segments;
import org.kvarter.ui.sheet.Sheet;
import org.kvarter.ui.stage.Viewer;

/** The panel of studies, one of them at a time. */
public final class StudyView extends VBox {

    private static final Texts TEXTS = Texts.in(StudyView.class);

    /**
     * @param which  the study that is shown
     * @param sheets opens a sheet over the window
     * @param viewer where a place is picked, and the camera stands
     */
    public StudyView(Workspace workspace, StudyModels models, ObjectProperty<Study> which, Consumer<Sheet> sheets, Viewer viewer) {
        getStyleClass().add("study");
        Segments<Study> choice = new Segments<>(List.of(Study.values()), s -> TEXTS.get("study." + s), s -> "study-" + s, which, which::set);
        VBox place = new VBox();
        getChildren().setAll(choice, place);
        Live.value(this, which, study -> place.getChildren().setAll(view(study, workspace, models, sheets, viewer)));
    }

    private static Region view(Study study, Workspace workspace, StudyModels models, Consumer<Sheet> sheets, Viewer viewer) {
        return switch (study) {
            case SUN_HOURS -> new SunHoursView(models.sunHours(), models.sweep(), new StudyFiles(workspace));
            case FLOOR_AREAS -> new FloorAreasView(models.areas(), new StudyFiles(workspace), sheets);
            case VIEW -> new ViewPointView(models.view(), viewer, sheets, new StudyFiles(workspace));
        };
    }
}
