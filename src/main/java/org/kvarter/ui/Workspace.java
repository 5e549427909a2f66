package org.kvarter.ui;

import org.kvarter.session.Session;
import org.kvarter.task.Tasks;
import org.kvarter.ui.kit.Motion;
import org.kvarter.ui.notice.Notices;
import org.kvarter.ui.settings.Settings;

/**
 * What every panel works with, made once by the composition root.
 *
 * @param session  the state
 * @param tasks    where long work runs
 * @param settings the person's choices
 * @param notices  messages over the twin
 * @param motion   how panels come and go
 */
public record Workspace(Session session, Tasks tasks, Settings settings, Notices notices, Motion motion) {

    /** A workspace with motion as the settings say. */
    public static Workspace of(Session session, Tasks tasks, Settings settings) {
        return new Workspace(session, tasks, settings, new Notices(), new Motion(settings.reducedMotionProperty()));
    }
}
