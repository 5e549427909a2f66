package org.kvarter.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.keep.FeedHistory;
import org.kvarter.remote.map.FeedProposer;
import org.kvarter.remote.map.Proposal;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.series.SeriesTable;
import org.kvarter.task.Progress;

/** Files that others made, served by a real server and taken as proposed; the counts are those that were taken independently. */
class RealFeedsTest {

    @TempDir
    Path folder;

    private FakeService service;
    private FeedClient client;

    @BeforeEach
    void start() throws IOException {
        service = new FakeService();
        client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private static Path real(String file) {
        return Stream.of("../../shared/realdata", "../shared/realdata").map(Path::of).map(f -> f.resolve(file)).filter(Files::isRegularFile).findFirst()
                .orElse(Path.of("missing"));
    }

    private String serve(String file) throws IOException {
        Path at = real(file);
        assumeTrue(Files.isRegularFile(at), "the real files are not here");
        byte[] bytes = Files.readAllBytes(at);
        service.at("/feed", e -> {
            e.sendResponseHeaders(200, bytes.length); // no type at all, as some servers do
            e.getResponseBody().write(bytes);
        });
        return service.url("/feed");
    }

    private FeedRows rows(FeedMapping mapping, String url) throws FeedException {
        FeedSource feed = new FeedSource("real", "Real", FeedRequest.of(url), mapping, FeedTarget.POINTS, false);
        return new Fetch(client, InstantSource.system()).once(feed, Validators.NONE, Progress.NONE).rows();
    }

    private List<Proposal> look(String url) throws FeedException {
        List<JsonNode> pages = new ArrayList<>();
        client.fetch(FeedRequest.of(url), Validators.NONE, page -> {
            pages.add(page);
            return 0;
        }, Progress.NONE);
        return FeedProposer.look(pages.get(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        sensors-api/items.geojson             | /features            | 9    | 9    | 9
        sensors-api/example-normalized.jsonld |                      | 1    | 1    | 1
        sensors-api/dataBatchPost.json        | /requests            | 30   | 30   | 4
        energy/tmy_45.000_8.000_2005_2023.json | /outputs/tmy_hourly | 8760 | 8760 | 8760
        energy/pvgis_hourly_Timeseries_45.000_8.000_SA2_10kWp_CIS_5_2a_2013_2014.json | /outputs/hourly | 10 | 10 | 10
        energy/example_project_combined.json  | /features            | 19   | 19   | 19
        energy/TypeElements_TABULA_DE.json    |                      | 657  | 657  | 0
        mobility/station_status.json          | /data/stations       | 10   | 10   | 0
        mobility/station_information.json     | /data/stations       | 10   | 8    | 7
        mobility/lamassu-station_information.json | /data/stations   | 2    | 2    | 2
        mobility/GUID50409331.json            | /features            | 1    | 1    | 1
        """)
    void loadWithTheirCounts(String file, String records, int count, int named, int places) throws Exception {
        String url = serve(file);
        Proposal best = look(url).get(0);
        assertThat(best.mapping().records()).isEqualTo(records == null ? "" : records);
        FeedRows rows = rows(best.mapping(), url);
        assertThat(rows.records()).isEqualTo(count);
        assertThat(rows.rows()).as("records that name themselves: two Helsinki stations do not").hasSize(named);
        assertThat(rows.rows().stream().filter(FeedRow::hasPlace).count()).isEqualTo(places);
    }

    @Test
    void aYearOfWeatherBecomesASeriesByTheHour() throws Exception {
        String url = serve("energy/tmy_45.000_8.000_2005_2023.json");
        FeedMapping mapping = new FeedMapping("/outputs/tmy_hourly", FeedMapping.Layout.LIST, "", "", "/time(UTC)", "", "/T2m", "", "°C", "", "", "", "T2m");
        FeedRows rows = rows(mapping, url);
        assertThat(rows.issues()).isEmpty();
        assertThat(rows.rows().get(0).time()).isEqualTo(Instant.parse("2018-01-01T00:00:00Z"));
        assertThat(rows.rows().get(0).value()).isEqualTo(2.04);
        FeedHistory history = new FeedHistory();
        history.add(rows.rows());
        SeriesTable table = history.table("s", "S", "T2m", "°C", ZoneOffset.UTC, java.time.Duration.ofMinutes(5), Instant.EPOCH).orElseThrow();
        assertThat(table.axis().step()).isEqualTo(java.time.Duration.ofHours(1));
        assertThat(table.places()).isEqualTo(1);
        assertThat(history.size()).isEqualTo(8760);
    }

    @Test
    void anAirQualityStationStandsInMadrid() throws Exception {
        String url = serve("sensors-api/example-normalized.jsonld");
        FeedRow row = rows(look(url).get(0).mapping(), url).rows().get(0);
        assertThat(row.longitude()).isEqualTo(-3.712247222222222);
        assertThat(row.latitude()).isEqualTo(40.423852777777775);
        assertThat(row.value()).as("temperature is known by name").isEqualTo(12.2);
        assertThat(row.time()).isEqualTo(Instant.parse("2016-03-15T11:00:00Z"));
    }
}
