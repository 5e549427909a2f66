package org.kvarter.remote;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a service is asked.
 *
 * @param url             http or https address, or mqtt or mqtts address of a broker, without user name, password or key
 * @param headers         further headers, none of them secret
 * @param credential      name of a credential kept on this machine; empty for none
 * @param paging          how further pages are found
 * @param intervalSeconds seconds between polls, 5 … 86,400
 * @param timeoutSeconds  seconds a page may take, 1 … 300
 * @param maximumBytes    of all pages together, at least 1,024 and at most {@link #MOST_BYTES}
 * @param topic           of a broker: topics with the place and what else tells messages apart in braces, as in
 *                        {@code district/{place}/power}; empty for a service that is asked
 */
public record FeedRequest(String url, List<Header> headers, String credential, Paging paging, int intervalSeconds, int timeoutSeconds,
                          long maximumBytes, String topic) {

    /** The most a feed may ask for, bytes. */
    public static final long MOST_BYTES = 256L << 20;

    private static final int INTERVAL = 300;
    private static final int TIMEOUT = 20;
    private static final long BYTES = 32L << 20;

    /**
     * A header of the request.
     *
     * @param name  as in {@code Accept-Language}
     * @param value plain text
     */
    public record Header(String name, String value) {
        public Header {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(value, "value");
        }
    }

    public FeedRequest {
        Objects.requireNonNull(url, "url");
        headers = headers == null ? List.of() : List.copyOf(headers);
        credential = Objects.requireNonNullElse(credential, "");
        paging = Objects.requireNonNullElse(paging, Paging.NONE);
        intervalSeconds = intervalSeconds == 0 ? INTERVAL : Math.max(5, Math.min(86_400, intervalSeconds));
        timeoutSeconds = timeoutSeconds == 0 ? TIMEOUT : Math.max(1, Math.min(300, timeoutSeconds));
        maximumBytes = maximumBytes == 0 ? BYTES : Math.max(1024, Math.min(MOST_BYTES, maximumBytes));
        topic = Objects.requireNonNullElse(topic, "").strip();
    }

    /** A service that is asked. */
    public FeedRequest(String url, List<Header> headers, String credential, Paging paging, int intervalSeconds, int timeoutSeconds, long maximumBytes) {
        this(url, headers, credential, paging, intervalSeconds, timeoutSeconds, maximumBytes, "");
    }

    /** Asks an address as it is, every five minutes. */
    public static FeedRequest of(String url) {
        return new FeedRequest(url, List.of(), "", Paging.NONE, INTERVAL, TIMEOUT, BYTES);
    }

    /** Whether a broker tells it, rather than a service being asked. */
    public boolean isPushed() {
        String scheme = url.strip().toLowerCase(java.util.Locale.ROOT);
        return scheme.startsWith("mqtt:") || scheme.startsWith("mqtts:");
    }

    public Duration interval() {
        return Duration.ofSeconds(intervalSeconds);
    }

    public FeedRequest withPaging(Paging other) {
        return new FeedRequest(url, headers, credential, other, intervalSeconds, timeoutSeconds, maximumBytes, topic);
    }

    public FeedRequest withUrl(String other) {
        return new FeedRequest(other, headers, credential, paging, intervalSeconds, timeoutSeconds, maximumBytes, topic);
    }

    public FeedRequest withHeaders(List<Header> other) {
        return new FeedRequest(url, other, credential, paging, intervalSeconds, timeoutSeconds, maximumBytes, topic);
    }

    public FeedRequest withTopic(String other) {
        return new FeedRequest(url, headers, credential, paging, intervalSeconds, timeoutSeconds, maximumBytes, other);
    }

    public FeedRequest withCredential(String other) {
        return new FeedRequest(url, headers, other, paging, intervalSeconds, timeoutSeconds, maximumBytes, topic);
    }

    public FeedRequest withInterval(int seconds) {
        return new FeedRequest(url, headers, credential, paging, seconds, timeoutSeconds, maximumBytes, topic);
    }
}
