package org.kvarter.series.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was imported and taken back goes out of its store; what any saved project names, or was there before, stays. */
class StoreLedgerTest {

    @TempDir
    private Path folder;
    private SeriesStores stores;

    @BeforeEach
    void twoSeries() throws StoreException {
        stores = SeriesStores.ofFiles(Runnable::run);
        for (String id : List.of("before", "new")) {
            try (SeriesWriter writer = stores.file(folder.resolve("s.duckdb")).writer(NewSeries.of(id, id, "heat", "kWh", ZoneId.of("UTC")))) {
                writer.value("a", Instant.EPOCH, 1, Quality.MEASURED);
                writer.value("a", Instant.EPOCH.plusSeconds(3600), 2, Quality.MEASURED);
                writer.finish();
            }
        }
        stores.ledger().made(of("new"));
    }

    private SeriesOrigin.InStore of(String id) {
        return new SeriesOrigin.InStore(folder.resolve("x/../s.duckdb").toString(), id);
    }

    private List<String> ids() throws StoreException {
        return stores.file(folder.resolve("s.duckdb")).list().stream().map(StoredSeries::id).toList();
    }

    private List<SeriesOrigin> all(String ids) {
        return ids == null ? List.of() : Stream.of(ids.split(" ")).map(id -> (SeriesOrigin) of(id)).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // what project A, then project B, then A again was saved with; what is open then; what is left
        "-|-|-||before",
        "before new|-|-||before new",
        "before new|-|before||before",
        "before new|new|before||before new",
        "-|-|-|new|before new",
        "before|before|-||before"})
    void onlyWhatNobodyNamesGoes(String a, String b, String again, String open, String left) throws StoreException {
        save("a.json", a);
        save("b.json", b);
        save("a.json", again);
        stores.tidy(all(open));
        assertThat(ids()).containsExactlyInAnyOrder(left.split(" "));
        stores.close();
    }

    private void save(String project, String named) {
        if (!named.equals("-")) {
            stores.ledger().saved(folder.resolve(project), all(named));
        }
    }

    @Test
    void whatCannotBeTakenOutNowIsTriedAgain() {
        StoreLedger ledger = new StoreLedger();
        ledger.made(of("x"));
        assertThat(ledger.left(List.of(), series -> false)).isEmpty();
        assertThat(ledger.left(List.of(), series -> true)).hasSize(1);
        assertThat(ledger.left(List.of(), series -> true)).isEmpty();
        stores.close();
    }
}
