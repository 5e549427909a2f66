package org.kvarter.ui.viewpoints;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;

/** Saved cameras keep what was cut away. */
class ViewpointsModelTest {

    private static final Section PLAN = new Section.Plane(1, 2, 5, 0, true, false);
    private static final Section BOX = new Section.Box(1, 2, 0, 10, 10, 10, 0);

    private final Session session = new Session();
    private final ViewpointsModel model = new ViewpointsModel(session);

    private Viewpoint saved(String name, Section cut) {
        session.sectionProperty().set(cut);
        model.save(new Viewpoint(name, 0, 0, 10, 0, -30));
        return session.viewpoints().get(session.viewpoints().size() - 1);
    }

    @Test
    void aCameraIsSavedWithItsSectionAndOpensWithIt() {
        Viewpoint whole = saved("whole", null);
        Viewpoint plan = saved("plan", PLAN);
        assertThat(plan.section()).isEqualTo(PLAN);
        model.open(whole);
        assertThat(session.sectionProperty().get()).isNull();
        model.open(plan);
        assertThat(session.sectionProperty().get()).isEqualTo(PLAN);
        session.undo().undo();
        assertThat(session.sectionProperty().get()).isNull();
    }

    @Test
    void aSectionMadeByHandGoesAlongToACameraWithoutOne() {
        Viewpoint whole = saved("whole", null);
        Viewpoint plan = saved("plan", PLAN);
        session.sectionProperty().set(BOX);
        model.open(whole);
        assertThat(session.sectionProperty().get()).isEqualTo(BOX);
        model.open(plan);
        assertThat(session.sectionProperty().get()).isEqualTo(PLAN);
    }

    @Test
    void replacingTakesTheSectionOfNowAndRenamingKeepsIt() {
        Viewpoint plan = saved("plan", PLAN);
        model.rename(plan, "Plan 1");
        assertThat(session.viewpoints().get(0).section()).isEqualTo(PLAN);
        session.sectionProperty().set(BOX);
        model.replace(session.viewpoints().get(0), new Viewpoint("", 5, 5, 5, 5, 5));
        assertThat(session.viewpoints()).singleElement().isEqualTo(new Viewpoint("Plan 1", 5, 5, 5, 5, 5, BOX));
    }
}
