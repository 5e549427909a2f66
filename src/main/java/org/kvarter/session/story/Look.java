package org.kvarter.session.story;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.kvarter.model.FeatureKey;
import org.kvarter.model.LayerStyle;
import org.kvarter.model.Section;
import org.kvarter.scenario.Pair;
import org.kvarter.scenario.ScenarioBook;
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
 * @param compared what it is shown beside; {@code null} while it is shown alone
 * @param chosen   the selected features
 * @param live     whether the clock follows the real time
 * @param section  what is cut away; {@code null} for nothing
 */
public record Look(Map<String, LayerStyle> styles, String overlay, Instant time, Clock.Step step, Duration speed, boolean studio,
                   String scenario, Pair compared, Set<FeatureKey> chosen, boolean live, Section section) {

    public Look {
        styles = Map.copyOf(styles);
        chosen = Set.copyOf(chosen);
    }

    /** The session as it is. */
    public static Look of(Session session) {
        return new Look(session.styles(), session.activeOverlayProperty().get(), session.clock().time(), session.clock().stepProperty().get(),
                session.clock().speedProperty().get(), session.studioLightProperty().get(), session.scenarios().active(),
                session.scenarios().compared(), session.selection(), session.clock().liveProperty().get(),
                session.sectionProperty().get());
    }

    /** This look with nothing chosen, as an audience is shown what no step chooses. */
    public Look withNothingChosen() {
        return new Look(styles, overlay, time, step, speed, studio, scenario, compared, Set.of(), live, section);
    }

    /** Shows another scenario, alone or beside another, where that is not shown already. */
    static void showScenario(Session session, String id, Pair beside) {
        ScenarioBook book = session.scenarios().withActive(id).withCompared(beside);
        if (!book.equals(session.scenarios())) {
            session.scenariosProperty().set(book);
        }
    }

    /** Puts the session back. */
    public void restore(Session session) {
        session.clock().playingProperty().set(false);
        Set.copyOf(session.styles().keySet()).stream().filter(id -> !styles.containsKey(id))
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
        showScenario(session, scenario, compared);
        session.activeOverlayProperty().set(overlay);
        choose(session, chosen);
        session.sectionProperty().set(section);
        follow(session, live);
    }

    /** Selects features, where they are not selected already. */
    static void choose(Session session, Set<FeatureKey> wanted) {
        if (!wanted.equals(session.selection())) {
            session.selection().retainAll(wanted);
            session.selection().addAll(wanted);
        }
    }

    /** Lets the clock follow the real time, where something is asked live. */
    static void follow(Session session, boolean wanted) {
        session.clock().liveProperty().set(wanted && session.clock().liveOfferedProperty().get());
    }
}
