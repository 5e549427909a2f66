package org.kvarter.ui.study;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import org.kvarter.session.Clock;
import org.kvarter.session.Session;
import org.kvarter.study.sun.SunRule;
import org.kvarter.ui.stage.SunModel;

/** Plays the shadows of a rule's day once: the clock runs over the hours in which the sun counts, then stands. JavaFX thread only. */
public final class SunSweep {

    private static final double SECONDS = 24;
    private static final Duration SLACK = Duration.ofMinutes(15);

    private final Session session;
    private final SunModel sun;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper(this, "playing");
    private final ChangeListener<Instant> watch = (o, was, is) -> follow(is);
    private final ChangeListener<Boolean> stopped = (o, was, is) -> {
        if (!is) {
            end();
        }
    };
    private Instant begin;
    private Instant finish;
    private Duration speedBefore;

    SunSweep(Session session, SunModel sun) {
        this.session = session;
        this.sun = sun;
    }

    ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    /** Begins to play; what plays already is played from its beginning. */
    void play(SunRule rule) {
        stop();
        Clock clock = session.clock();
        ZoneId zone = clock.zoneProperty().get();
        sun.setStudio(false);
        sun.setDate(rule.day());
        Instant[] day = hours(rule, zone);
        begin = day[0];
        finish = day[1];
        speedBefore = clock.speedProperty().get();
        clock.setWithinRange(begin);
        clock.speedProperty().set(Duration.ofMillis((long) (Duration.between(begin, finish).toMillis() / SECONDS)));
        playing.set(true);
        clock.timeProperty().addListener(watch);
        clock.playingProperty().addListener(stopped);
        clock.playingProperty().set(true);
    }

    /** From a little before the sun counts to a little after. */
    private Instant[] hours(SunRule rule, ZoneId zone) {
        Instant from = rule.day().atTime(rule.from()).atZone(zone).toInstant();
        Instant to = rule.day().atStartOfDay(zone).plusMinutes(rule.toMinute()).toInstant();
        double[] place = sun.place().orElse(null);
        if (place != null) {
            var steps = org.kvarter.study.sun.SunPath.of(rule, zone, place[1], place[0]).steps();
            if (!steps.isEmpty()) {
                Instant rise = steps.get(0).time().toInstant().minus(SLACK);
                Instant set = steps.get(steps.size() - 1).time().toInstant().plus(SLACK);
                return new Instant[] {rise.isAfter(from) ? rise : from, set.isBefore(to) ? set : to};
            }
        }
        return new Instant[] {from, to};
    }

    private void follow(Instant now) {
        if (now.isAfter(finish) || now.isBefore(begin)) {
            stop();
        }
    }

    /** Lets the clock stand where it is. */
    void stop() {
        if (playing.get()) {
            session.clock().playingProperty().set(false);
        }
    }

    private void end() {
        session.clock().timeProperty().removeListener(watch);
        session.clock().playingProperty().removeListener(stopped);
        session.clock().speedProperty().set(speedBefore);
        playing.set(false);
    }
}
