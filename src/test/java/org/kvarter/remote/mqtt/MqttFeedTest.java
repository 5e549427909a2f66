package org.kvarter.remote.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.map.Proposal;
import org.kvarter.remote.poll.FeedPoller;
import org.kvarter.remote.poll.FeedRun;
import org.kvarter.remote.poll.FeedSnapshot;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.remote.poll.Timer;
import org.kvarter.task.Progress;

/** Feeds from a real broker, which dies and comes back, refuses, and shows a certificate nobody knows. */
class MqttFeedTest {

    private static final FeedMapping PLAIN = new FeedMapping("", FeedMapping.Layout.LIST, "/place", "", "", "UTC", "/value", "", "kW", "", "", "", "power");

    @TempDir
    Path folder;

    private final List<FeedSnapshot> told = new CopyOnWriteArrayList<>();
    private ScheduledExecutorService threads;
    private Credentials credentials;
    private FeedPoller.Parts parts;
    private RealBroker broker;
    private FeedRun run = null;

    @BeforeEach
    void start() throws IOException {
        threads = Executors.newScheduledThreadPool(4);
        credentials = new Credentials(folder.resolve("credentials.json"), v -> null);
        MqttBroker mqtt = new MqttBroker(credentials);
        Fetch fetch = new Fetch(new FeedClient(Runnable::run, credentials, InstantSource.system()), InstantSource.system(), mqtt);
        // every wait a twentieth: what is tested is the order of things, not patience
        Timer timer = (delay, work) -> {
            var due = threads.schedule(work, delay.toMillis() / 20, TimeUnit.MILLISECONDS);
            return () -> due.cancel(false);
        };
        parts = new FeedPoller.Parts(fetch, new FeedCache(folder.resolve("feeds")), timer, InstantSource.system(), () -> 0, mqtt);
        broker = new RealBroker();
    }

    @AfterEach
    void stop() {
        if (run != null) {
            run.stop();
        }
        broker.close();
        threads.shutdown();
    }

    private FeedSource feed(String topic, FeedMapping mapping) {
        return feed(broker.url(), topic, mapping, "");
    }

    private static FeedSource feed(String url, String topic, FeedMapping mapping, String credential) {
        FeedRequest request = new FeedRequest(url, List.of(), credential, null, 60, 5, 0, topic);
        return new FeedSource("m", "M", request, mapping, FeedTarget.POINTS, false);
    }

    private void run(FeedSource feed) {
        run = FeedRun.of(feed, ZoneOffset.UTC, parts, told::add);
        run.start();
    }

    private FeedSnapshot await(Predicate<FeedSnapshot> wanted) throws InterruptedException {
        for (int i = 0; i < 400; i++) {
            for (FeedSnapshot snapshot : told) {
                if (wanted.test(snapshot)) {
                    return snapshot;
                }
            }
            Thread.sleep(25);
        }
        throw new AssertionError("never came; told were " + told.stream().map(s -> s.state() + " " + s.rows()).toList());
    }

    private static boolean has(FeedSnapshot snapshot, String place, double value) {
        return snapshot.rows().stream().anyMatch(r -> r.id().equals(place) && r.value() == value);
    }

    @Test
    void messagesBecomeValuesOfThePlacesInTheirTopics() throws Exception {
        broker.start(null);
        broker.publish("district/a/power", "1.5", true);
        run(feed("district/{place}/power", PLAIN));
        await(s -> has(s, "a", 1.5));
        broker.publish("district/b/power", "7", false);
        broker.publish("district/b/heat", "99", false);
        FeedSnapshot both = await(s -> has(s, "b", 7) && has(s, "a", 1.5));
        assertThat(both.state()).isInstanceOf(FeedState.Live.class);
        assertThat(both.rows()).extracting(FeedRow::unit).containsOnly("kW");
        assertThat(both.series()).isPresent();
        assertThat(both.rows()).as("another topic").noneMatch(r -> r.value() == 99);
    }

    @Test
    void sensorThingsTellsItsObservations() throws Exception {
        broker.start(null);
        run(feed("v1.1/Datastreams({place})/Observations", new FeedMapping("", FeedMapping.Layout.LIST, "/place", "", "/phenomenonTime", "UTC", "/result", "",
                "", "", "", "", "")));
        await(s -> s.state() instanceof FeedState.Waiting);
        for (int i = 0; i < 40 && told.stream().noneMatch(s -> has(s, "42", 21)); i++) {
            broker.publish("v1.1/Datastreams(42)/Observations", "{\"phenomenonTime\":\"2026-01-15T10:00:00Z\",\"result\":21}", false);
            Thread.sleep(100);
        }
        assertThat(await(s -> has(s, "42", 21)).rows().get(0).time()).isEqualTo(Instant.parse("2026-01-15T10:00:00Z"));
    }

    @Test
    void aBrokerThatDiesIsComeBackToAndNothingIsLostMeanwhile() throws Exception {
        broker.start(null);
        broker.publish("district/a/power", "1", true);
        run(feed("district/{place}/power", PLAIN));
        await(s -> has(s, "a", 1));
        broker.kill();
        FeedSnapshot stale = await(s -> s.state() instanceof FeedState.Stale t && !t.why().isEmpty());
        assertThat(((FeedState.Stale) stale.state()).why()).contains("127.0.0.1");
        assertThat(has(stale, "a", 1)).isTrue();
        told.clear();
        broker.start(null);
        broker.publish("district/a/power", "2", true);
        FeedSnapshot again = await(s -> has(s, "a", 2) && s.state() instanceof FeedState.Live);
        assertThat(again.series().orElseThrow().places()).isEqualTo(1);
    }

    @Test
    void lastMessagesAreThereBeforeTheBrokerIs() throws Exception {
        broker.start(null);
        broker.publish("district/a/power", "1", true);
        FeedSource feed = feed("district/{place}/power", PLAIN);
        run(feed);
        await(s -> has(s, "a", 1));
        run.stop();
        broker.kill();
        told.clear();
        run(feed);
        FeedSnapshot kept = await(s -> has(s, "a", 1) && s.state() instanceof FeedState.Stale t && !t.why().isEmpty());
        assertThat(((FeedState.Stale) kept.state()).next()).isPresent();
    }

    @Test
    void aMessageOfAnotherFormCostsItselfAndIsSaid() throws Exception {
        broker.start(null);
        broker.publish("district/a/power", "{\"value\":3}", true);
        run(feed("district/{place}/power", PLAIN));
        await(s -> has(s, "a", 3));
        broker.publish("district/a/power", "{\"power\":4}", false);
        FeedSnapshot odd = await(s -> s.state() instanceof FeedState.Stale t && t.why().contains("/value") || s.issues().stream().anyMatch(i -> i.message().contains("/value")));
        assertThat(odd.series()).isPresent();
        broker.publish("district/a/power", "{\"value\":5}", false);
        await(s -> has(s, "a", 5) && s.state() instanceof FeedState.Live);
    }

    @Test
    void aWrongPasswordIsSaidWithTheCredentialsNameAndNotTheSecret() throws Exception {
        broker.start("sensor");
        String origin = "mqtt://127.0.0.1:" + broker.port();
        credentials.put(new Credential("right", origin, Credential.Scheme.BASIC, "sensor", "secret", ""));
        credentials.put(new Credential("wrong", origin, Credential.Scheme.BASIC, "sensor", "hunter2", ""));
        MqttBroker mqtt = new MqttBroker(credentials);
        mqtt.open(feed(broker.url(), "a/{place}", PLAIN, "right").request(), null).close();
        assertThatThrownBy(() -> mqtt.open(feed(broker.url(), "a/{place}", PLAIN, "wrong").request(), null)).isInstanceOfSatisfying(FeedException.class, e -> {
            assertThat(e).hasMessageContaining("wrong").hasMessageNotContaining("hunter2");
            assertThat(e.isPassing()).isFalse();
        });
        assertThatThrownBy(() -> mqtt.open(feed(broker.url(), "a/{place}", PLAIN, "").request(), null)).isInstanceOf(FeedException.class)
                .hasMessageContaining("credential");
    }

    @Test
    void aCertificateNobodyKnowsIsRefused() throws Exception {
        Path store = folder.resolve("broker.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "b", "-keyalg", "RSA",
                "-dname", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        assertThat(Files.size(store)).isPositive();
        int port = RealBroker.free();
        broker.with("ssl_port", Integer.toString(port)).with("jks_path", store.toString()).with("key_store_type", "pkcs12")
                .with("key_store_password", "changeit").with("key_manager_password", "changeit").start(null);
        assertThatThrownBy(() -> new MqttBroker(credentials).open(feed("mqtts://127.0.0.1:" + port, "a/{place}", PLAIN, "").request(), null))
                .isInstanceOfSatisfying(FeedException.class, e -> {
                    assertThat(e).hasMessageContaining("certificate is not trusted");
                    assertThat(e.isPassing()).isFalse();
                });
    }

    @Test
    void lookingAtABrokerProposesPlaceAndValue() throws Exception {
        broker.start(null);
        broker.publish("district/a/power", "1.5", true);
        broker.publish("district/b/power", "2.5", true);
        Proposal best = parts.fetch().look(feed("district/{place}/power", FeedMapping.EMPTY).request(), Progress.NONE).proposals().get(0);
        assertThat(best.mapping().id()).isEqualTo("/place");
        assertThat(best.mapping().value()).isEqualTo("/value");
        assertThat(best.count()).isEqualTo(2);
    }

    @Test
    void onlyTheNamedSchemesAreFetched() {
        for (String url : List.of("ftp://x.example/", "file:///etc/passwd", "ws://x.example", "jar:http://x.example!/", "mqtt://u:p@x.example")) {
            assertThatThrownBy(() -> org.kvarter.remote.FeedAddress.of(FeedRequest.of(url))).isInstanceOf(FeedException.class);
        }
        assertThatThrownBy(() -> new FeedClient(Runnable::run, credentials, InstantSource.system()).raw(FeedRequest.of("mqtt://x.example")))
                .isInstanceOf(FeedException.class);
    }

    @Test
    void waitsGrow() {
        assertThat(Duration.ofSeconds(4)).isEqualTo(org.kvarter.remote.poll.Backoff.DEFAULT.delay(3, FeedException.passing("x", (Duration) null), Duration.ZERO, () -> 0));
    }
}
