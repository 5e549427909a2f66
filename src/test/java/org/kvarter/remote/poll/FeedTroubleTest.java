package org.kvarter.remote.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedState;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.Paging;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;

/** Whatever may go wrong between two polls: what was there stays, is said to be old, and goes on when the trouble is over. */
class FeedTroubleTest {

    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");
    private static final String GOOD = "[{\"id\":\"a\",\"v\":%d}]";

    @TempDir
    Path folder;

    private FakeService service;
    private Instant now = NOON;
    private final List<FeedSnapshot> told = new ArrayList<>();
    private Instant due;
    private Runnable work;
    private Credentials credentials;

    @BeforeEach
    void start() throws Exception {
        service = new FakeService();
        credentials = new Credentials(folder.resolve("credentials.json"), v -> null);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private FeedSource feed(String url, String credential) {
        FeedMapping mapping = new FeedMapping("", FeedMapping.Layout.LIST, "/id", "", "", "", "/v", "", "kW", "", "", "", "power");
        return new FeedSource("f", "Power", new FeedRequest(url, List.of(), credential, Paging.NONE, 60, 2, 10_000), mapping, FeedTarget.POINTS, false);
    }

    private FeedPoller.Parts parts() {
        InstantSource clock = () -> now;
        Timer hands = (delay, task) -> {
            due = now.plus(delay);
            work = task;
            return () -> work = null;
        };
        return new FeedPoller.Parts(new Fetch(new FeedClient(Runnable::run, credentials, clock), clock), new FeedCache(folder), hands, clock, () -> 0);
    }

    private FeedSnapshot turn() {
        now = due;
        Runnable doing = work;
        work = null;
        doing.run();
        return told.get(told.size() - 1);
    }

    private FakeService.Answer trouble(String kind) {
        return switch (kind) {
            case "cut" -> FakeService.cut("[{\"id\":\"a\",\"v\":7");
            case "half" -> json("[{\"id\":\"a\",\"v\":7},{\"id\"");
            case "slow" -> service.stall();
            case "silent" -> service.silence();
            case "429" -> status(429, "text/plain", "", "Retry-After", "120");
            case "500" -> status(500, "text/plain", "oops");
            case "moved" -> status(302, "text/plain", "", "Location", "file:///etc/passwd");
            case "renamed" -> json("[{\"key\":\"a\",\"value\":7}]");
            case "regrouped" -> json("{\"items\":[{\"id\":\"a\",\"v\":7}]}");
            case "empty" -> json("");
            case "page" -> status(200, "text/html", "<html>maintenance</html>");
            case "text" -> json("[{\"id\":\"a\",\"v\":\"n/a\"}]");
            default -> throw new IllegalArgumentException(kind);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"cut", "half", "slow", "silent", "429", "500", "moved", "renamed", "regrouped", "empty", "page"})
    void whatWasThereStaysIsSaidToBeOldAndGoesOn(String kind) {
        service.inTurn("/f", json(GOOD.formatted(1)), trouble(kind), json(GOOD.formatted(3)));
        FeedPoller poller = new FeedPoller(feed(service.url("/f"), ""), ZoneOffset.UTC, parts(), told::add);
        poller.start();
        turn();
        FeedSnapshot troubled = turn();
        assertThat(troubled.state()).isInstanceOfSatisfying(FeedState.Stale.class, stale -> {
            assertThat(stale.since()).isEqualTo(NOON);
            assertThat(stale.why()).isNotBlank();
            assertThat(stale.next()).isPresent();
        });
        assertThat(troubled.rows()).extracting(FeedRow::value).containsExactly(1.0);
        assertThat(new FeedCache(folder).read(troubled.feed()).orElseThrow().history().size()).as("on disk").isEqualTo(1);
        FeedSnapshot well = turn();
        assertThat(well.state()).isInstanceOf(FeedState.Live.class);
        assertThat(new FeedCache(folder).read(well.feed()).orElseThrow().history().size()).isEqualTo(2);
        poller.stop();
    }

    @Test
    void aValueThatIsNoneCostsItselfAndIsSaid() {
        service.inTurn("/f", json(GOOD.formatted(1)), trouble("text"));
        new FeedPoller(feed(service.url("/f"), ""), ZoneOffset.UTC, parts(), told::add).start();
        turn();
        FeedSnapshot odd = turn();
        assertThat(odd.issues()).singleElement().satisfies(i -> assertThat(i.message()).contains("n/a"));
        assertThat(odd.series().orElseThrow().trace(0)).startsWith(1f);
    }

    @Test
    void aQuotaSlowsThePollingDownAndTheStateSaysSo() {
        service.at("/f", status(200, "application/json", GOOD.formatted(1), "RateLimit-Remaining", "2", "RateLimit-Reset", "900"));
        new FeedPoller(feed(service.url("/f"), ""), ZoneOffset.UTC, parts(), told::add).start();
        FeedSnapshot live = turn();
        assertThat(live.state()).isEqualTo(new FeedState.Live(NOON, java.util.Optional.of(Duration.ofSeconds(450))));
        assertThat(due).isEqualTo(NOON.plusSeconds(450));
    }

    @Test
    void aClockThatIsWrongIsSaidBesideTheValues() {
        now = Instant.now().plus(Duration.ofHours(3));
        service.at("/f", json(GOOD.formatted(1)));
        new FeedPoller(feed(service.url("/f"), ""), ZoneOffset.UTC, parts(), told::add).start();
        FeedSnapshot live = turn();
        assertThat(live.state()).isInstanceOf(FeedState.Live.class);
        assertThat(live.remarks()).singleElement().asString().contains("behind this machine's").containsPattern("\\b(179|180)\\b");
        now = Instant.now();
        told.clear();
        new FeedPoller(feed(service.url("/f"), ""), ZoneOffset.UTC, parts(), told::add).start();
        assertThat(turn().remarks()).isEmpty();
    }

    @Test
    void aCertificateNobodyKnowsIsRefusedForGood() throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias", "s", "-keyalg", "RSA", "-dname",
                "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass", "changeit").redirectErrorStream(true).start();
        keytool.getInputStream().readAllBytes();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, "changeit".toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
        managers.init(keys, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", e -> json("[]").to(e));
        server.start();
        try {
            FeedClient client = new FeedClient(Runnable::run, credentials, InstantSource.system());
            assertThatThrownBy(() -> client.raw(FeedRequest.of("https://127.0.0.1:" + server.getAddress().getPort() + "/")))
                    .isInstanceOfSatisfying(FeedException.class, e -> assertThat(e.isPassing()).isFalse()).hasMessageContaining("certificate is not trusted");
        } finally {
            server.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUERY", "HEADER", "TOKEN", "BEARER", "BASIC", "PATH"})
    void noSecretIsInWhatIsToldOrKept(String scheme) throws Exception {
        List<String> seen = new java.util.concurrent.CopyOnWriteArrayList<>();
        service.at("/f", e -> {
            seen.add(e.getRequestURI() + " " + e.getRequestHeaders().getFirst("Authorization") + " " + e.getRequestHeaders().getFirst("X-Key"));
            status(seen.size() == 1 ? 200 : seen.size() == 2 ? 403 : 500, "application/json", seen.size() == 1 ? GOOD.formatted(1) : "no").to(e);
        });
        String origin = service.url("");
        credentials.put(new Credential("city", origin, Credential.Scheme.valueOf(scheme), scheme.equals("QUERY") ? "securityToken" : scheme.equals("HEADER") ? "X-Key" : "me",
                "hunter2", ""));
        new FeedPoller(feed(service.url(scheme.equals("PATH") ? "/f/{key}/now" : "/f"), "city"), ZoneOffset.UTC, parts(), told::add).start();
        turn();
        turn();
        turn();
        String expected = switch (scheme) {
            case "TOKEN" -> "Token hunter2";
            case "BEARER" -> "Bearer hunter2";
            case "BASIC" -> "Basic bWU6aHVudGVyMg==";
            case "PATH" -> "/f/hunter2/now";
            case "QUERY" -> "securityToken=hunter2";
            default -> "hunter2";
        };
        assertThat(seen.get(0)).contains(expected);
        assertThat(told).hasSizeGreaterThan(2).noneMatch(s -> s.toString().contains("hunter2"));
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1)).as(file.toString()).doesNotContain("hunter2");
            }
        }
    }
}
