package org.kvarter.remote.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;
import org.kvarter.remote.FeedAddress;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Paging;
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
        this.exchange = new Exchange(callbacks, credentials);
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
        URI first = FeedAddress.of(request.url());
        String origin = FeedAddress.origin(first);
        PageTurner turner = new PageTurner(request.paging(), first);
        Validators asked = request.paging() instanceof Paging.None ? known : Validators.NONE;
        Validators given = Validators.NONE;
        List<String> remarks = new ArrayList<>();
        Set<URI> seen = new HashSet<>();
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
                return new Answer(true, known, 0, 0, List.of());
            }
            checkStatus(reply, request);
            int body = Arrays.hashCode(reply.body());
            if (pages > 0 && body == lastBody) {
                remarks.add(TEXTS.get("pages.same", pages));
                break;
            }
            lastBody = body;
            JsonNode page = parse(reply);
            bytes += reply.body().length;
            int records = reader.read(page);
            if (pages == 0) {
                given = new Validators(reply.header("ETag"), reply.header("Last-Modified"));
            }
            pages++;
            at = turner.next(reply, page, records);
        }
        LOG.debug("Fetched {} pages of {}", pages, FeedAddress.shown(first));
        return new Answer(false, given, pages, bytes, remarks);
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
        throw FeedException.lasting(status == 404 || status == 410 ? TEXTS.get("status.notFound", shown, status)
                : TEXTS.get("status.other", shown, status));
    }

    private static JsonNode parse(Exchange.Reply reply) throws FeedException {
        String shown = FeedAddress.shown(reply.at());
        String type = reply.header("Content-Type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
        byte first = firstSign(reply.body());
        if (first != '{' && first != '[') {
            boolean named = type.isEmpty() || type.endsWith("json");
            throw FeedException.lasting(reply.body().length == 0 ? TEXTS.get("json.empty", shown)
                    : named ? TEXTS.get("json.none", shown) : TEXTS.get("json.type", shown, type));
        }
        try {
            JsonNode page = FeedJson.MAPPER.readTree(reply.body());
            if (page == null || page.isMissingNode()) {
                throw FeedException.lasting(TEXTS.get("json.empty", shown));
            }
            return page;
        } catch (JsonEOFException e) {
            throw FeedException.passing(TEXTS.get("truncated", shown), e);
        } catch (StreamConstraintsException e) {
            throw FeedException.lasting(TEXTS.get("json.deep", shown));
        } catch (JsonProcessingException e) {
            throw FeedException.lasting(TEXTS.get("json.damaged", shown, e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                    e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
        } catch (IOException e) {
            throw FeedException.passing(TEXTS.get("connection", shown), e);
        }
    }

    private static byte firstSign(byte[] body) {
        int at = body.length >= 3 && (body[0] & 255) == 0xEF && (body[1] & 255) == 0xBB && (body[2] & 255) == 0xBF ? 3 : 0;
        while (at < body.length && (body[at] == ' ' || body[at] == '\n' || body[at] == '\r' || body[at] == '\t')) {
            at++;
        }
        return at < body.length ? body[at] : 0;
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
