package org.kvarter.remote.http;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/**
 * How much a service still answers, by its {@code RateLimit-*} headers (draft-ietf-httpapi-ratelimit-headers, in both of its spellings) or the
 * older {@code X-RateLimit-*} ones.
 *
 * @param remaining requests left; negative where it is not told
 * @param reset     until there are new ones; zero where it is not told
 */
public record Quota(long remaining, Duration reset) {

    /** Nothing is told. */
    public static final Quota UNKNOWN = new Quota(-1, Duration.ZERO);

    /** Numbers of seconds beyond this are a time since 1970. */
    private static final long EPOCH = 1_000_000_000L;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** @param header values by name, empty where there is none */
    static Quota of(UnaryOperator<String> header, long nowSeconds) {
        String combined = header.apply("RateLimit");
        OptionalLong remaining = number(combined, "(?:r|remaining)");
        OptionalLong reset = number(combined, "(?:t|reset)");
        for (String prefix : new String[] {"RateLimit-", "X-RateLimit-", "X-Rate-Limit-"}) {
            remaining = remaining.isPresent() ? remaining : whole(header.apply(prefix + "Remaining"));
            reset = reset.isPresent() ? reset : whole(header.apply(prefix + "Reset"));
        }
        if (remaining.isEmpty()) {
            return UNKNOWN;
        }
        long seconds = reset.orElse(0);
        Duration until = Duration.ofSeconds(Math.max(0, seconds >= EPOCH ? seconds - nowSeconds : seconds));
        return new Quota(remaining.getAsLong(), until.compareTo(LONGEST) > 0 ? LONGEST : until);
    }

    private static OptionalLong whole(String text) {
        String first = text.split("[,;]")[0].strip();
        return first.matches("\\d{1,12}(\\.\\d+)?") ? OptionalLong.of((long) Math.ceil(Double.parseDouble(first))) : OptionalLong.empty();
    }

    private static OptionalLong number(String text, String name) {
        var found = java.util.regex.Pattern.compile("(?:^|[,;\\s])" + name + "\\s*=\\s*(\\d{1,12})").matcher(text);
        return found.find() ? OptionalLong.of(Long.parseLong(found.group(1))) : OptionalLong.empty();
    }

    /**
     * The interval that what is left lasts for: the feed's own, longer where it would use up the rest before there is more.
     *
     * @param requests a poll costs, at least 1
     */
    public Duration stretched(Duration interval, int requests) {
        if (remaining < 0 || reset.isZero()) {
            return interval;
        }
        long polls = remaining / Math.max(1, requests);
        Duration needed = polls == 0 ? reset : reset.dividedBy(polls);
        return needed.compareTo(interval) > 0 ? needed : interval;
    }
}
