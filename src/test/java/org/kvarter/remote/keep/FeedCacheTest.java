package org.kvarter.remote.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Validators;

class FeedCacheTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    Path folder;

    private static FeedSource feed(String url) {
        return new FeedSource("f-1", "F", FeedRequest.of(url), FeedMapping.EMPTY, FeedTarget.POINTS, false);
    }

    private static FeedRow row(String id, double value) {
        return new FeedRow(id, "Quay", NOON, value, "°C", 18.5, 59.25);
    }

    private void write(FeedSource feed, FeedRow... rows) {
        FeedHistory history = new FeedHistory();
        List<FeedRow> fresh = history.add(List.of(rows));
        new FeedCache(folder).write(feed, new CachedFeed(NOON, new Validators("\"e\"", ""), List.of(rows), history), fresh);
    }

    @Test
    void givesBackWhatItWasGiven() {
        FeedSource feed = feed("https://a.b/c");
        write(feed, row("a", 1.5), row("b", Double.NaN));
        CachedFeed back = new FeedCache(folder).read(feed).orElseThrow();
        assertThat(back.rows()).containsExactly(row("a", 1.5), row("b", Double.NaN));
        assertThat(back.fetched()).isEqualTo(NOON);
        assertThat(back.validators()).isEqualTo(new Validators("\"e\"", ""));
        assertThat(back.history().size()).isEqualTo(1);
    }

    @Test
    void anotherAddressUnderTheSameIdSeesNothing() {
        write(feed("https://a.b/c"), row("a", 1));
        assertThat(new FeedCache(folder).read(feed("https://a.b/other"))).isEmpty();
    }

    @Test
    void aTornFileCountsAsNeverFetchedAndATornHistoryCostsItsLastLine() throws IOException {
        FeedSource feed = feed("https://a.b/c");
        write(feed, row("a", 1));
        Path history = find("history.tsv");
        Files.writeString(history, "1768471200000\t2.5\ta\n17684", StandardOpenOption.APPEND);
        assertThat(new FeedCache(folder).read(feed).orElseThrow().history().size()).isEqualTo(2);
        Files.writeString(find("latest.json"), "{\"rows\":[{");
        assertThat(new FeedCache(folder).read(feed)).isEmpty();
    }

    @Test
    void anotherMachineTakesOverWhatItHasNotFetchedItself() throws IOException {
        FeedSource feed = feed("https://a.b/c");
        assertThat(new FeedCache(folder).files(feed)).isEmpty();
        write(feed, row("a", 1.5), row("b", 2));
        Path carried = new FeedCache(folder).files(feed).get("latest.json").getParent();
        FeedCache elsewhere = new FeedCache(folder.resolve("elsewhere"));
        elsewhere.adopt(feed, carried);
        CachedFeed taken = elsewhere.read(feed).orElseThrow();
        assertThat(taken.rows()).containsExactly(row("a", 1.5), row("b", 2));
        assertThat(taken.history().size()).isEqualTo(2);
        assertThat(taken.validators()).as("asked anew").isEqualTo(new Validators("", ""));
        write(feed, row("a", 9));
        elsewhere.adopt(feed, carried);
        assertThat(elsewhere.read(feed).orElseThrow().rows()).as("what it has itself stays").hasSize(2);
        elsewhere.adopt(feed("https://a.b/other"), folder.resolve("nothing"));
        assertThat(elsewhere.read(feed("https://a.b/other"))).isEmpty();
    }

    private Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.getFileName().toString().equals(name)).findFirst().orElseThrow();
        }
    }
}
