package org.kvarter.remote.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.Paging;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;

/** A feed's life by the hands of a clock that the test turns. */
class FeedPollerTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final RandomGenerator HALFWAY = () -> Long.MAX_VALUE; // nextDouble is just below 1/2

    @TempDir
    Path folder;

    private FakeService service;
    private Instant now = NOON;
    private final List<FeedSnapshot> told = new ArrayList<>();
    private Instant due;
    private Runnable work;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        service = new FakeService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private FeedSource feed(boolean paused) {
        FeedMapping mapping = new FeedMapping("", FeedMapping.Layout.LIST, "/id", "", "", "", "/v", "", "kW", "", "", "", "power");
        return new FeedSource("f", "Power", new FeedRequest(service.url("/f"), List.of(), "", Paging.NONE, 60, 2, 10_000), mapping, FeedTarget.POINTS, paused);
    }

    private FeedPoller poller(boolean paused) {
        InstantSource clock = () -> now;
        Timer hands = (delay, task) -> {
            due = now.plus(delay);
            work = task;
            return () -> work = null;
        };
        Credentials none = new Credentials(folder.resolve("none.json"), v -> null);
        FeedPoller.Parts parts = new FeedPoller.Parts(new Fetch(new FeedClient(Runnable::run, none, clock), clock), new FeedCache(folder), hands, clock, HALFWAY);
        return new FeedPoller(feed(paused), ZoneOffset.UTC, parts, told::add);
    }

    /** Turns the clock to what is due and does it. */
    private Duration turn() {
        Duration waited = Duration.between(now, due);
        now = due;
        Runnable doing = work;
        work = null;
        doing.run();
        return waited;
    }

    private FeedSnapshot last() {
        return told.get(told.size() - 1);
    }

    @Test
    void livesStalesAndLivesAgainWithPatience() {
        service.inTurn("/f", json("[{\"id\":\"a\",\"v\":1}]"), status(500, "text/plain", ""), status(500, "text/plain", ""),
                status(503, "text/plain", "", "Retry-After", "90"), json("[{\"id\":\"a\",\"v\":2}]"));
        poller(false).start();
        turn();
        assertThat(told).extracting(s -> s.state().getClass().getSimpleName()).containsExactly("Waiting", "Live");
        assertThat(turn()).isEqualTo(Duration.ofSeconds(60));
        assertThat(last().state()).isInstanceOfSatisfying(FeedState.Stale.class, stale -> {
            assertThat(stale.since()).isEqualTo(NOON);
            assertThat(stale.why()).contains("trouble of its own (500)");
            assertThat(stale.next()).contains(due);
        });
        assertThat(last().rows()).extracting(FeedRow::value).containsExactly(1.0);
        assertThat(turn()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(turn()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(turn()).as("the service asked for it").isEqualTo(Duration.ofSeconds(90));
        assertThat(last().state()).isEqualTo(new FeedState.Live(now));
        assertThat(last().series().orElseThrow().trace(0)).startsWith(1f).endsWith(2f);
    }

    @Test
    void failsWithTheReasonAndIsAskedNoMoreOftenThanItsInterval() {
        service.at("/f", json("{\"gone\":[]}"));
        poller(false).start();
        turn();
        assertThat(last().state()).isInstanceOfSatisfying(FeedState.Failed.class, failed -> assertThat(failed.why()).contains("no list of records"));
        assertThat(turn()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void comesBackFromTheCacheAsStaleSinceThen() {
        service.inTurn("/f", json("[{\"id\":\"a\",\"v\":7}]"), status(500, "text/plain", ""));
        FeedPoller before = poller(false);
        before.start();
        turn();
        before.stop();
        now = NOON.plus(Duration.ofDays(3));
        told.clear();
        poller(false).start();
        turn();
        assertThat(told.get(0).state()).isEqualTo(new FeedState.Stale(NOON, "", Optional.of(now)));
        assertThat(last().state()).isInstanceOfSatisfying(FeedState.Stale.class, stale -> {
            assertThat(stale.since()).isEqualTo(NOON);
            assertThat(stale.why()).isNotEmpty();
        });
        assertThat(last().rows()).extracting(FeedRow::value).containsExactly(7.0);
        assertThat(last().series()).isPresent();
    }

    @Test
    void aPausedFeedShowsItsCacheAndAsksNobody() {
        service.at("/f", json("[{\"id\":\"a\",\"v\":7}]"));
        FeedPoller before = poller(false);
        before.start();
        turn();
        before.stop();
        told.clear();
        FeedPoller paused = poller(true);
        paused.start();
        turn();
        paused.poke();
        assertThat(told).singleElement().satisfies(s -> assertThat(s.state()).isEqualTo(new FeedState.Paused(Optional.of(NOON))));
        assertThat(service.asked()).hasSize(1);
        assertThat(work).isNull();
    }

    @Test
    void nothingIsToldAfterTheEnd() {
        service.at("/f", json("[]"));
        FeedPoller poller = poller(false);
        poller.start();
        Runnable late = work;
        poller.stop();
        assertThat(work).isNull();
        late.run();
        assertThat(told).isEmpty();
        assertThat(service.asked()).isEmpty();
    }

    @Test
    void anUnchangedAnswerIsFreshAndItsValuesHoldNow() {
        service.at("/f", e -> (e.getRequestHeaders().getFirst("If-None-Match") == null
                ? status(200, "application/json", "[{\"id\":\"a\",\"v\":7}]", "ETag", "\"1\"") : status(304, "text/plain", "")).to(e));
        poller(false).start();
        turn();
        turn();
        assertThat(last().state()).isEqualTo(new FeedState.Live(NOON.plusSeconds(60)));
        assertThat(last().rows()).extracting(FeedRow::time).containsExactly(NOON.plusSeconds(60));
    }
}
