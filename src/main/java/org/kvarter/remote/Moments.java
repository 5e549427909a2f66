package org.kvarter.remote;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Moments in addresses, which are filled in anew at every poll, in UTC: {@code {now}}, {@code {hour}} (the full one) and {@code {today}}, with
 * hours or days added or taken away and a pattern of {@link DateTimeFormatter}, as in {@code {today-1d:yyyyMMddHHmm}}. Without a pattern they are
 * ISO 8601 to the second.
 */
public final class Moments {

    private static final Pattern MOMENT = Pattern.compile("\\{(now|hour|today)(?:([+-]\\d{1,4})([hd]))?(?::([A-Za-z'._-]{1,40}))?\\}");

    private Moments() {
    }

    /** The address at a time. What is no moment stays as it is. */
    public static String filled(String url, Instant now) {
        Matcher matcher = MOMENT.matcher(url);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(filled, Matcher.quoteReplacement(text(matcher, now)));
        }
        return matcher.appendTail(filled).toString();
    }

    /** Whether an address holds any. */
    public static boolean areIn(String url) {
        return MOMENT.matcher(url).find();
    }

    private static String text(Matcher moment, Instant now) {
        Instant at = now.truncatedTo(moment.group(1).equals("today") ? ChronoUnit.DAYS : moment.group(1).equals("hour") ? ChronoUnit.HOURS
                : ChronoUnit.SECONDS);
        if (moment.group(2) != null) {
            long count = Long.parseLong(moment.group(2));
            at = at.plus(moment.group(3).equals("d") ? Duration.ofDays(count) : Duration.ofHours(count));
        }
        try {
            return moment.group(4) == null ? at.toString()
                    : DateTimeFormatter.ofPattern(moment.group(4), Locale.ROOT).withZone(ZoneOffset.UTC).format(at);
        } catch (DateTimeException | IllegalArgumentException e) {
            return moment.group();
        }
    }
}
