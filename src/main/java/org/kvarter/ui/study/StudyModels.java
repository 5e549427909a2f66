package org.kvarter.ui.study;

import org.kvarter.ui.Workspace;
import org.kvarter.ui.overlays.PaintingModel;
import org.kvarter.ui.stage.SunModel;

/**
 * What studies the window can make, alive as long as it is.
 *
 * @param sunHours hours of sun
 * @param sweep    shadows of a day
 * @param areas    floor areas
 * @param view     what is seen from a place
 */
public record StudyModels(SunHoursModel sunHours, SunSweep sweep, FloorAreasModel areas, ViewModel view) {

    /** All of them. */
    public static StudyModels of(Workspace workspace, SunModel sun, PaintingModel painting) {
        return new StudyModels(new SunHoursModel(workspace.session(), workspace.tasks(), sun, painting), new SunSweep(workspace.session(), sun),
                new FloorAreasModel(workspace.session(), workspace.tasks()), new ViewModel(workspace.session(), workspace.tasks(), painting));
    }

    /** Says everything anew, in another language. */
    public void languageChanged() {
        sunHours.languageChanged();
        view.compute();
    }
}
