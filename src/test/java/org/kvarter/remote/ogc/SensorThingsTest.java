package org.kvarter.remote.ogc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.http.Validators;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.remote.service.Offer;
import org.kvarter.remote.service.Service;
import org.kvarter.remote.service.ServiceFinder;
import org.kvarter.remote.service.ServiceKind;
import org.kvarter.task.Progress;

/** OGC SensorThings 1.1 of a real server, Fraunhofer's FROST: 90 masts from west to east, 60 of them with a thermometer, 30 with an ear. */
class SensorThingsTest {

    private static final int MASTS = 90;
    private static final int PAGE = 40;
    private static final int COURSE = 100;
    private static final String NOISE = "Noise & O'Hara's";

    @TempDir
    static Path folder;

    private static FrostServer server;
    private static FeedClient client;

    @BeforeAll
    static void start() throws Exception {
        client = new FeedClient(Runnable::run, new Credentials(folder.resolve("none.json"), v -> null), InstantSource.system());
        server = new FrostServer(folder, PAGE);
        for (int i = 0; i < MASTS; i++) {
            server.put("/Things", mast(i));
        }
        for (int hour = 1; hour < COURSE; hour++) {
            server.put("/Datastreams(1)/Observations", observation(Instant.parse("2026-01-15T00:00:00Z").plusSeconds(3600L * hour), hour));
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    private static String observation(Instant time, double value) {
        return "{\"phenomenonTime\":\"" + time + "\",\"result\":" + value + "}";
    }

    private static String mast(int i) {
        
        String property = i % 3 == 0 && i > 0 ? NOISE : "Temperature";
        return String.format(Locale.ROOT, "{\"name\":\"Mast %1$d\",\"description\":\"d\",\"Locations\":[{\"name\":\"Kajen %1$d\",\"description\":\"d\",\"encodingType\":\"application/geo+json\","
                + "\"location\":{\"type\":\"Point\",\"coordinates\":[%2$.4f,59.33]}}],\"Datastreams\":[{\"name\":\"Stream %1$d\",\"description\":\"d\",\"observationType\":\"OM_Measurement\","
                + "\"unitOfMeasurement\":{\"name\":\"u\",\"symbol\":\"%3$s\",\"definition\":\"u\"},\"ObservedProperty\":{\"name\":\"%4$s\",\"definition\":\"p\",\"description\":\"d\"},"
                + "\"Sensor\":{\"name\":\"s\",\"description\":\"d\",\"encodingType\":\"t\",\"metadata\":\"m\"},\"Observations\":[%5$s]}]}", i, 18 + 0.001 * i, property.equals(NOISE) ? "dB" : "°C", property,
                observation(Instant.parse("2026-01-15T00:00:00Z"), i));
    }

    private static Service find(Area about) throws FeedException {
        return new ServiceFinder(client).find(new FeedRequest(server.url(), List.of(), "", null, 60, 20, 0), about, Progress.NONE);
    }

    private static FeedRows rows(Service service, String title) throws FeedException {
        Offer.Readings offer = (Offer.Readings) service.offers().stream().filter(o -> o.title().equals(title)).findFirst().orElseThrow(() -> new AssertionError(service.offers().toString()));
        return new Fetch(client, InstantSource.system()).once(new FeedSource("f", "F", offer.request(), offer.mapping(), FeedTarget.POINTS, false), Validators.NONE, Progress.NONE).rows();
    }

    private static Service findInEnglish(Area about) throws FeedException {
        Locale before = Locale.getDefault(Locale.Category.DISPLAY);
        try {
            Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
            return find(about);
        } finally {
            Locale.setDefault(Locale.Category.DISPLAY, before);
        }
    }

    /** From the address without a version: each property once, then each datastream, of all pages. */
    @Test
    void isFoundWithAllItsDatastreams() throws Exception {
        Service service = findInEnglish(null);
        assertThat(service.kind()).isEqualTo(ServiceKind.SENSOR_THINGS);
        assertThat(service.offers()).hasSize(2 + MASTS);
        assertThat(service.offers()).extracting(Offer::detail).contains("61 datastreams °C", "29 datastreams dB");
    }

    @Test
    void lastValuesOfAPropertyComeOfAllPagesWithPlaceUnitAndTime() throws Exception {
        FeedRows rows = rows(findInEnglish(null), "Temperature, last values");
        assertThat(rows.issues()).isEmpty();
        assertThat(rows.rows()).hasSize(61).allMatch(FeedRow::hasPlace).allMatch(r -> r.unit().equals("°C"));
        FeedRow first = rows.rows().stream().filter(r -> r.name().equals("Stream 0")).findFirst().orElseThrow();
        assertThat(first.value()).as("the last of a hundred").isEqualTo(COURSE - 1);
        assertThat(first.time()).isEqualTo(Instant.parse("2026-01-15T00:00:00Z").plusSeconds(3600L * (COURSE - 1)));
        FeedRow fourth = rows.rows().stream().filter(r -> r.name().equals("Stream 4")).findFirst().orElseThrow();
        assertThat(new double[] {fourth.value(), fourth.longitude(), fourth.latitude()}).containsExactly(4, 18.004, 59.33);
    }

    @Test
    void aPropertyWithEverySignInItsNameIsAskedFor() throws Exception {
        assertThat(rows(findInEnglish(null), NOISE + ", last values").rows()).hasSize(29);
    }

    /** The server itself leaves out what is elsewhere. */
    @Test
    void ofAnAreaComeTheStreamsInIt() throws Exception {
        Service service = findInEnglish(new Area(18.0095, 59.32, 18.0205, 59.34));
        assertThat(service.offers()).extracting(Offer::title).contains("Stream 10", "Stream 20").doesNotContain("Stream 9", "Stream 21").hasSize(2 + 11);
        assertThat(rows(service, "Temperature, last values").rows()).hasSize(11 - 3);
        assertThat(findInEnglish(new Area(17, 58, 17.1, 58.1)).offers()).as("nothing there: then all of it").hasSize(2 + MASTS);
    }

    @Test
    void theCourseOfAStreamComesWholeThoughItIsMoreThanAPage() throws Exception {
        FeedRows rows = rows(findInEnglish(null), "Stream 0");
        assertThat(rows.rows()).hasSize(COURSE);
        assertThat(rows.rows()).extracting(FeedRow::value).contains(0.0, 50.0, 99.0);
    }

    @Test
    void whatIsAskedWronglyIsToldInTheServersWords() {
        FeedRequest wrong = new FeedRequest(server.url() + "/v1.1/Datastreams?$filter=nothing%20eq%201", List.of(), "", null, 60, 20, 0);
        assertThatThrownBy(() -> client.raw(wrong)).isInstanceOf(FeedException.class).hasMessageContaining("400").hasMessageContaining("nothing");
        FeedRequest missing = new FeedRequest(server.url() + "/v1.1/Things(9999)", List.of(), "", null, 60, 20, 0);
        assertThatThrownBy(() -> client.raw(missing)).isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isMissing()).isTrue());
    }
}
