package org.kvarter.ui.viewpoints;

import java.util.ArrayList;
import java.util.List;
import org.kvarter.model.Section;
import org.kvarter.model.Viewpoint;
import org.kvarter.session.Session;
import org.kvarter.session.SetProperty;
import org.kvarter.text.Texts;
import org.kvarter.ui.section.SectionModel;

/** The saved cameras and what can be done with them; each step can be undone. */
public final class ViewpointsModel {

    private static final Texts TEXTS = Texts.in(ViewpointsModel.class);

    private final Session session;

    public ViewpointsModel(Session session) {
        this.session = session;
    }

    /** A name for the next one that no other has. */
    public String freshName() {
        List<String> taken = session.viewpoints().stream().map(Viewpoint::name).toList();
        int number = taken.size() + 1;
        while (taken.contains(TEXTS.get("name", number))) {
            number++;
        }
        return TEXTS.get("name", number);
    }

    /**
     * Cuts the twin as a saved camera has it. A cut that no saved camera has was made by hand, and goes along to a camera that has none.
     */
    public void open(Viewpoint viewpoint) {
        Section now = session.sectionProperty().get();
        boolean byHand = now != null && session.viewpoints().stream().noneMatch(v -> now.equals(v.section()));
        if (viewpoint.section() != null || !byHand) {
            SectionModel.cut(session, viewpoint.section());
        }
    }

    /** Adds a camera at the end, with what is cut away now. */
    public void save(Viewpoint viewpoint) {
        List<Viewpoint> after = new ArrayList<>(session.viewpoints());
        after.add(viewpoint.withSection(session.sectionProperty().get()));
        set("undo.save", viewpoint.name(), after);
    }

    /** Gives a camera another name; a blank one is ignored. */
    public void rename(Viewpoint viewpoint, String name) {
        if (!name.isBlank() && !name.trim().equals(viewpoint.name())) {
            replace("undo.rename", viewpoint, viewpoint.withName(name.trim()));
        }
    }

    /** Puts another camera under a name, with what is cut away now. */
    public void replace(Viewpoint viewpoint, Viewpoint camera) {
        replace("undo.replace", viewpoint, camera.withName(viewpoint.name()).withSection(session.sectionProperty().get()));
    }

    private void replace(String key, Viewpoint before, Viewpoint after) {
        List<Viewpoint> list = new ArrayList<>(session.viewpoints());
        int at = list.indexOf(before);
        if (at >= 0) {
            list.set(at, after);
            set(key, before.name(), list);
        }
    }

    /** Moves a camera by some places in the list. */
    public void move(Viewpoint viewpoint, int by) {
        List<Viewpoint> list = new ArrayList<>(session.viewpoints());
        int from = list.indexOf(viewpoint);
        int to = Math.max(0, Math.min(list.size() - 1, from + by));
        if (from >= 0 && to != from) {
            list.remove(from);
            list.add(to, viewpoint);
            set("undo.move", viewpoint.name(), list);
        }
    }

    /** Forgets a camera. */
    public void delete(Viewpoint viewpoint) {
        List<Viewpoint> list = new ArrayList<>(session.viewpoints());
        if (list.remove(viewpoint)) {
            set("undo.delete", viewpoint.name(), list);
        }
    }

    private void set(String key, String name, List<Viewpoint> after) {
        List<Viewpoint> before = List.copyOf(session.viewpoints());
        session.undo().perform(new SetProperty<>(TEXTS.get(key, name), "viewpoints:" + System.identityHashCode(after), before,
                List.copyOf(after), list -> session.viewpoints().setAll(list)));
    }
}
