package org.kvarter.ui.feeds;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.poll.FeedSnapshot;
import org.kvarter.text.Texts;
import org.kvarter.ui.kit.Numbers;

/**
 * How a feed's state is said.
 *
 * @param zone in which times are said
 * @param now  today's times are said without their day
 */
record FeedWords(ZoneId zone, Instant now) {

    private static final Texts TEXTS = Texts.in(FeedWords.class);

    /** Two words for a chip. */
    String chip(FeedState state) {
        if (state instanceof FeedState.Live) {
            return TEXTS.get("chip.live");
        }
        if (state instanceof FeedState.Stale stale) {
            return TEXTS.get("chip.stale", time(stale.since()));
        }
        if (state instanceof FeedState.Failed) {
            return TEXTS.get("chip.failed");
        }
        return TEXTS.get(state instanceof FeedState.Paused ? "chip.paused" : "chip.waiting");
    }

    /** The line below: what there is, or why there is not. */
    String detail(FeedSource feed, FeedState state, FeedSnapshot snapshot) {
        if (state instanceof FeedState.Failed failed) {
            return failed.why() + failed.next().map(n -> " " + TEXTS.get("next", time(n))).orElse("");
        }
        String places = TEXTS.get("places", snapshot == null ? 0 : snapshot.rows().size()) + " · "
                + (feed.request().isPushed() ? TEXTS.get("pushed") : every(feed.request().interval()));
        if (state instanceof FeedState.Stale stale && !stale.why().isEmpty()) {
            return stale.why() + stale.next().map(n -> " " + TEXTS.get("next", time(n))).orElse("");
        }
        if (state instanceof FeedState.Paused paused) {
            return TEXTS.get("places", snapshot == null ? 0 : snapshot.rows().size()) + paused.since().map(s -> " · " + TEXTS.get("since", time(s))).orElse("");
        }
        return state instanceof FeedState.Live live
                ? places + " · " + time(live.at()) + live.slowed().map(s -> " · " + TEXTS.get("slowed", about(s))).orElse("") + remarks(snapshot) : places;
    }

    private static String remarks(FeedSnapshot snapshot) {
        return snapshot == null || snapshot.remarks().isEmpty() ? "" : "\n" + String.join(" ", snapshot.remarks());
    }

    private static String about(Duration wait) {
        return wait.toSeconds() < 120 ? TEXTS.get("duration.seconds", wait.toSeconds()) : wait.toMinutes() < 120
                ? TEXTS.get("duration.minutes", wait.toMinutes()) : TEXTS.get("duration.hours", wait.toHours());
    }

    static String every(Duration interval) {
        long seconds = interval.toSeconds();
        return seconds % 3600 == 0 ? TEXTS.get("every.hours", seconds / 3600) : seconds % 60 == 0 ? TEXTS.get("every.minutes", seconds / 60)
                : TEXTS.get("every.seconds", seconds);
    }

    String time(Instant at) {
        ZonedDateTime there = at.atZone(zone);
        boolean today = there.toLocalDate().equals(now.atZone(zone).toLocalDate());
        boolean thisYear = there.getYear() == now.atZone(zone).getYear();
        String pattern = today ? "HH:mm" : thisYear ? "d MMM HH:mm" : "d MMM yyyy";
        return DateTimeFormatter.ofPattern(pattern, Locale.getDefault(Locale.Category.DISPLAY)).format(there);
    }

    /** A value with its unit. */
    static String value(double value, String unit) {
        return Double.isFinite(value) ? Numbers.with(Numbers.measured(value), unit) : "–";
    }

    static String styleClass(FeedState state) {
        return "feed-" + state.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
