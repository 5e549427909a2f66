package org.kvarter.remote.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Moments;
import org.kvarter.remote.Paging;
import org.kvarter.remote.decode.Decoder;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a service for all pages of a feed. Within bounds: a time-out per page, a number of bytes for all pages, {@value #MOST_PAGES} pages.
 * Blocks its thread, which should be one for input and output; thread-safe.
 */
public final class FeedClient {

    /** Pages that are followed. */
    public static final int MOST_PAGES = 500;

    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(FeedClient.class);
    private static final Texts TEXTS = Texts.in(FeedClient.class);

    private final Exchange exchange;
    private final InstantSource time;

    /**
     * @param callbacks   runs the short callbacks of HTTP; not the executor on which {@link #fetch} blocks
     * @param credentials the secrets of this machine
     * @param time        tells how long a date in {@code Retry-After} is away
     */
    public FeedClient(Executor callbacks, Credentials credentials, InstantSource time) {
        this(callbacks, credentials, time, Duration.ofHours(1));
    }

    /** @param patience most that is waited for an answer, whatever a request says */
    public FeedClient(Executor callbacks, Credentials credentials, InstantSource time, Duration patience) {
        this.exchange = new Exchange(callbacks, credentials, patience);
        this.time = time;
    }

    /**
     * Asks once.
     *
     * @param known  what was given last time; heeded where one page is all
     * @param reader gets the pages, in order, on the calling thread
     * @throws FeedException where the service cannot be reached, refuses, or answers with what is no JSON
     */
    public Answer fetch(FeedRequest request, Validators known, PageReader reader, Progress progress) throws FeedException {
        URI first = FeedAddress.of(Moments.filled(FeedAddress.withKey(request.url()), time.instant()));
        String origin = FeedAddress.origin(first);
        PageTurner turner = new PageTurner(request.paging(), first);
        Validators asked = request.paging() instanceof Paging.None ? known : Validators.NONE;
        Validators given = Validators.NONE;
        List<String> remarks = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
        Quota quota = Quota.UNKNOWN;
        int lastBody = 0;
        long bytes = 0;
        int pages = 0;
        for (URI at = turner.first(); at != null;) {
            progress.checkCancelled();
            if (!seen.add(at)) {
                remarks.add(TEXTS.get("pages.loop", pages));
                break;
            }
            if (pages == MOST_PAGES) {
                remarks.add(TEXTS.get("pages.many", MOST_PAGES));
                break;
            }
            Exchange.Reply reply = exchange.get(at, origin, request, asked, request.maximumBytes() - bytes);
            if (reply.response().statusCode() == 304) {
                return new Answer(true, known, 0, 0, List.of(), quota(reply));
            }
            checkStatus(reply, request);
            quota = quota(reply);
            if (pages == 0) {
                clockSkew(reply).ifPresent(remarks::add);
            }
            int body = Arrays.hashCode(reply.body());
            if (pages > 0 && body == lastBody) {
                remarks.add(TEXTS.get("pages.same", pages));
                break;
            }
            lastBody = body;
            JsonNode page = Decoder.page(reply.body(), reply.header("Content-Type"), FeedAddress.shown(reply.at()));
            bytes += reply.body().length;
            int records = reader.read(page);
            if (pages == 0) {
                given = new Validators(reply.header("ETag"), reply.header("Last-Modified"));
            }
            pages++;
            at = turner.next(reply, page, records);
        }
        LOG.debug("Fetched {} pages of {}", pages, FeedAddress.shown(first));
        return new Answer(false, given, pages, bytes, remarks, quota);
    }

    /**
     * An answer as it came, such as a picture.
     *
     * @param at   address that answered in the end
     * @param type media type as the service said it; may be empty
     * @param body bytes, unpacked where they came compressed
     */
    public record Raw(URI at, String type, byte[] body) {
    }

    /**
     * Asks for one answer of any form, within the request's bounds of time and size.
     *
     * @throws FeedException where the service cannot be reached or refuses
     */
    public Raw raw(FeedRequest request) throws FeedException {
        URI address = FeedAddress.of(Moments.filled(FeedAddress.withKey(request.url()), time.instant()));
        Exchange.Reply reply = exchange.get(address, FeedAddress.origin(address), request, Validators.NONE, request.maximumBytes());
        checkStatus(reply, request);
        return new Raw(reply.at(), reply.header("Content-Type"), reply.body());
    }

    /** Says by how much the service's clock differs from this machine's, where that is more than the times of values can bear. */
    private Optional<String> clockSkew(Exchange.Reply reply) {
        try {
            Instant there = ZonedDateTime.parse(reply.header("Date"), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration ahead = Duration.between(time.instant(), there);
            return ahead.abs().compareTo(MOST_SKEW) <= 0 ? Optional.empty()
                    : Optional.of(TEXTS.get(ahead.isNegative() ? "clock.behind" : "clock.ahead", ahead.abs().toMinutes()));
        } catch (DateTimeException e) {
            return Optional.empty(); // it does not say
        }
    }

    private Quota quota(Exchange.Reply reply) {
        return Quota.of(reply::header, time.instant().getEpochSecond());
    }

    private void checkStatus(Exchange.Reply reply, FeedRequest request) throws FeedException {
        int status = reply.response().statusCode();
        String shown = FeedAddress.shown(reply.at());
        if (status >= 200 && status < 300) {
            return;
        }
        Duration after = RetryAfter.of(reply.header("Retry-After"), time.instant());
        if (status == 401 || status == 403) {
            throw FeedException.lasting(request.credential().isEmpty() ? TEXTS.get("status.denied", shown, status)
                    : TEXTS.get("status.deniedWith", shown, status, request.credential()));
        }
        if (status == 429) {
            throw FeedException.passing(TEXTS.get("status.tooMany", shown), after);
        }
        if (status >= 500 || status == 408 || status == 425) {
            throw FeedException.passing(TEXTS.get("status.server", shown, status), after);
        }
        if (status == 404 || status == 410) {
            throw FeedException.missing(TEXTS.get("status.notFound", shown, status));
        }
        String words = Decoder.report(reply.body());
        throw FeedException.lasting(words.isEmpty() ? TEXTS.get("status.other", shown, status) : TEXTS.get("status.words", shown, status, words));
    }

    /** Whether a text is a JSON pointer. */
    public static boolean isPointer(String text) {
        try {
            JsonPointer.compile(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
