package org.kvarter.remote.poll;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.Paging;
import org.kvarter.remote.http.Answer;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Quota;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.map.FeedMapper;
import org.kvarter.remote.map.Sample;
import org.kvarter.task.Progress;
import org.kvarter.text.Texts;

/** Asks a service once and takes the rows; blocks its thread. Thread-safe. */
public final class Fetch {

    /** How long a broker is listened to where nothing comes. */
    private static final Duration LISTENED = Duration.ofSeconds(12);
    private static final Texts TEXTS = Texts.in(Fetch.class);

    private final FeedClient client;
    private final InstantSource time;
    private final Broker broker;

    public Fetch(FeedClient client, InstantSource time) {
        this(client, time, Broker.NONE);
    }

    /** @param broker listens to feeds that are told rather than asked for */
    public Fetch(FeedClient client, InstantSource time, Broker broker) {
        this.client = client;
        this.time = time;
        this.broker = broker;
    }

    /**
     * What came of it.
     *
     * @param at     when
     * @param answer of the service
     * @param rows   taken; none where nothing has changed
     */
    public record Outcome(Instant at, Answer answer, FeedRows rows) {
    }

    /** Waits between tries; tests do not. */
    public interface Pause {
        /** Waits for about {@code duration}. */
        void pause(Duration duration) throws InterruptedException;
    }

    /** Asks once. */
    public Outcome once(FeedSource feed, Validators known, Progress progress) throws FeedException {
        Instant at = time.instant();
        FeedMapper mapper = new FeedMapper(feed.mapping(), at, onlyPlace(feed));
        if (feed.request().isPushed()) {
            mapper.read(heard(feed.request(), progress));
            return new Outcome(at, new Answer(false, Validators.NONE, 1, 0, List.of(), Quota.UNKNOWN), mapper.result());
        }
        Answer answer = client.fetch(feed.request(), known, mapper::read, progress);
        FeedRows rows = answer.unchanged() ? FeedRows.NONE : mapper.result();
        return new Outcome(at, answer, new FeedRows(rows.records(), rows.rows(), rows.issues(), answer.remarks()));
    }

    /** Asks for the first page alone, to see what is in it. */
    public Sample look(FeedRequest request, Progress progress) throws FeedException {
        if (request.isPushed()) {
            return new Sample(heard(request, progress));
        }
        List<Sample> pages = new ArrayList<>();
        client.fetch(request.withPaging(Paging.NONE), Validators.NONE, page -> {
            pages.add(new Sample(page));
            return 1;
        }, progress);
        return pages.get(0);
    }

    private ArrayNode heard(FeedRequest request, Progress progress) throws FeedException {
        ArrayNode page = FeedJson.MAPPER.createArrayNode();
        FeedSubscriber.listen(broker, request, LISTENED, progress::isCancelled).forEach(page::add);
        if (page.isEmpty()) {
            throw FeedException.passing(TEXTS.get("silence", request.topic(), LISTENED.toSeconds()), (Duration) null);
        }
        return page;
    }

    /** Asks up to {@code tries} times while the trouble may pass, waiting longer each time. */
    public Outcome patiently(FeedSource feed, int tries, Pause pause, RandomGenerator chance, Progress progress) throws FeedException {
        for (int failures = 1;; failures++) {
            try {
                return once(feed, Validators.NONE, progress);
            } catch (FeedException e) {
                if (!e.isPassing() || failures >= tries) {
                    throw e;
                }
                try {
                    pause.pause(Backoff.DEFAULT.delay(failures, e, Duration.ZERO, chance));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw e;
                }
            }
        }
    }

    private static String onlyPlace(FeedSource feed) {
        String quantity = feed.mapping().quantity();
        return quantity.isEmpty() ? feed.title() : quantity;
    }

    /** The last row of each place, in the order in which places first came. */
    public static List<FeedRow> latest(List<FeedRow> rows) {
        Map<String, FeedRow> latest = new LinkedHashMap<>();
        for (FeedRow row : rows) {
            latest.merge(row.id(), row, (a, b) -> b.time().isBefore(a.time()) ? a : b);
        }
        return new ArrayList<>(latest.values());
    }
}
