package org.kvarter.session.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.kvarter.model.LayerStyle;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;

/**
 * Everything of the session that a step changes, so that it can be put back.
 *
 * @param styles  of all layers
 * @param overlay id of the active one, may be empty
 * @param time    the clock's
 * @param step    the clock's
 * @param speed   the clock's
 * @param studio   whether the sun stands still
 * @param scenario id of the one that is shown, empty for the district as it is
 */
public record Look(Map<String, LayerStyle> styles, String overlay, Instant time, Clock.Step step, Duration speed, boolean studio,
                   String scenario) {

    public Look {
        styles = Map.copyOf(styles);
    }

    /** The session as it is. */
    public static Look of(Session session) {
        return new Look(session.styles(), session.activeOverlayProperty().get(), session.clock().time(), session.clock().stepProperty().get(),
                session.clock().speedProperty().get(), session.studioLightProperty().get(), session.scenarios().active());
    }

    /** Shows another scenario, where it is another one. */
    static void showScenario(Session session, String id) {
        if (!session.scenarios().active().equals(id)) {
            session.scenariosProperty().set(session.scenarios().withActive(id));
        }
    }

    /** Puts the session back. */
    public void restore(Session session) {
        session.clock().playingProperty().set(false);
        java.util.Set.copyOf(session.styles().keySet()).stream().filter(id -> !styles.containsKey(id))
                .forEach(id -> session.styles().remove(id));
        styles.forEach((id, style) -> {
            if (!style.equals(session.style(id))) {
                session.styles().put(id, style);
            }
        });
        session.clock().stepProperty().set(step);
        session.clock().speedProperty().set(speed);
        session.clock().setWithinRange(time);
        session.studioLightProperty().set(studio);
        showScenario(session, scenario);
        session.activeOverlayProperty().set(overlay);
    }
}
