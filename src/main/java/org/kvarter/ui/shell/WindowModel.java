package org.kvarter.ui.shell;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.kvarter.ui.study.Study;

/** Which panels are out. Not part of the session: it is not saved and not undone. */
public final class WindowModel {

    private final ObjectProperty<Study> study = new SimpleObjectProperty<>(this, "study", Study.SUN_HOURS);
    private final ObjectProperty<LeftPanel> left = new SimpleObjectProperty<>(this, "left");
    private final BooleanProperty inspector = new SimpleBooleanProperty(this, "inspector", true);
    private final BooleanProperty filter = new SimpleBooleanProperty(this, "filter", false);
    private final BooleanProperty timeline = new SimpleBooleanProperty(this, "timeline", false);
    private final BooleanProperty kpis = new SimpleBooleanProperty(this, "kpis", false);
    private final BooleanProperty chart = new SimpleBooleanProperty(this, "chart", false);

    /** Whether the key figures stand over the twin. */
    public BooleanProperty kpisProperty() {
        return kpis;
    }

    /** The panel on the left; {@code null} for none. */
    public ObjectProperty<LeftPanel> leftProperty() {
        return left;
    }

    /** Which study the panel of studies shows. */
    public ObjectProperty<Study> studyProperty() {
        return study;
    }

    /** Whether the inspector comes out when something is selected. */
    public BooleanProperty inspectorProperty() {
        return inspector;
    }

    public BooleanProperty filterProperty() {
        return filter;
    }

    public BooleanProperty timelineProperty() {
        return timeline;
    }

    /** Whether the chart stands above the timeline. */
    public BooleanProperty chartProperty() {
        return chart;
    }

    /** Brings a panel out, or puts it away where it is out. */
    public void toggle(LeftPanel panel) {
        left.set(left.get() == panel ? null : panel);
    }

    /** Puts all panels away, as when nothing is open any more. */
    public void putAllAway() {
        left.set(null);
        filter.set(false);
        timeline.set(false);
        kpis.set(false);
    }
}
