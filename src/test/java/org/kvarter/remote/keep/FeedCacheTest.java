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

    private Path find(String name) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.getFileName().toString().equals(name)).findFirst().orElseThrow();
        }
    }
}
