package org.kvarter.remote.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.Paging;
import org.kvarter.task.Progress;

/** The client against a real server that behaves well and badly. */
class FeedClientTest {

    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    Path folder;

    private final List<JsonNode> pages = new ArrayList<>();
    private FakeService service;
    private Credentials credentials;
    private FeedClient client;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        service = new FakeService();
        credentials = new Credentials(folder.resolve("config/credentials.json"), Map.of("CITY_TOKEN", "from-outside")::get);
        client = new FeedClient(Runnable::run, credentials, () -> NOW);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private Answer fetch(FeedRequest request) throws FeedException {
        return client.fetch(request, Validators.NONE, page -> {
            pages.add(page);
            return page.isArray() ? page.size() : page.path("items").size();
        }, Progress.NONE);
    }

    private FeedRequest request(String path) {
        return new FeedRequest(service.url(path), List.of(), "", Paging.NONE, 60, 1, 4096);
    }

    private FeedException failure(FeedRequest request) {
        FeedException e = catchThrowableOfType(FeedException.class, () -> fetch(request));
        assertThat(e).as("a sentence is told").isNotNull();
        assertThat(e.getMessage()).matches("(?s).*[.?]").doesNotContain("{").doesNotContain("Exception");
        return e;
    }

    @Test
    void readsOnePage() throws FeedException {
        service.at("/a", json("[{\"id\":1},{\"id\":2}]"));
        Answer answer = fetch(request("/a"));
        assertThat(answer.pages()).isEqualTo(1);
        assertThat(pages.get(0)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "500 | true  | trouble of its own (500)",
        "503 | true  | trouble of its own (503)",
        "404 | false | is not there (404)",
        "401 | false | asks for a credential",
        "418 | false | does not answer the request (418)"})
    void saysWhatAStatusMeans(int status, boolean passing, String words) {
        service.at("/a", status(status, "text/plain", "no"));
        FeedException e = failure(request("/a"));
        assertThat(e.isPassing()).isEqualTo(passing);
        assertThat(e).hasMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "'Thu, 15 Jan 2026 12:02:00 GMT', 120", "99999, 3600", "soon, -1", "'Thu, 15 Jan 2026 11:00:00 GMT', 0"})
    void heedsRetryAfter(String header, long seconds) {
        service.at("/a", status(429, "text/plain", "", "Retry-After", header));
        FeedException e = failure(request("/a"));
        assertThat(e.isPassing()).isTrue();
        assertThat(e.retryAfter().map(Duration::toSeconds).orElse(-1L)).isEqualTo(seconds);
    }

    @Test
    void givesUpWaitingForHeadAndForBody() {
        service.at("/silent", service.silence()).at("/stalled", service.stall());
        for (String path : List.of("/silent", "/stalled")) {
            FeedException e = failure(request(path));
            assertThat(e).hasMessageContaining("did not answer within 1 seconds");
            assertThat(e.isPassing()).isTrue();
        }
    }

    @Test
    void survivesResetAndCutAndClosedPorts() throws IOException {
        service.at("/cut", FakeService.cut("[{\"id\":1},")).at("/half", json("[{\"id\":1},{\"i"));
        assertThat(failure(request("/cut"))).hasMessageContaining("ended in the middle");
        assertThat(failure(request("/half"))).hasMessageContaining("ended in the middle");
        FeedException reset = failure(FeedRequest.of(service.resetting()));
        assertThat(reset.isPassing()).isTrue();
        assertThat(reset).hasMessageContaining("127.0.0.1");
        int closed = free();
        assertThat(failure(FeedRequest.of("http://127.0.0.1:" + closed + "/"))).hasMessageContaining("cannot be reached");
    }

    private static int free() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void stopsABodyOfABillionBytes(boolean announced) {
        service.at("/a", FakeService.endless(announced));
        long before = System.nanoTime();
        FeedException e = failure(new FeedRequest(service.url("/a"), List.of(), "", Paging.NONE, 60, 30, 1 << 20));
        assertThat(e).hasMessageContaining("is larger than the");
        assertThat(e.isPassing()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void unpacksGzipWithinTheBound() throws Exception {
        service.at("/small", gzip("[1,2,3]")).at("/bomb", gzip("[" + "1,".repeat(100_000) + "1]"));
        fetch(request("/small"));
        assertThat(pages.get(0)).hasSize(3);
        assertThat(failure(request("/bomb"))).hasMessageContaining("is larger than");
    }

    private static FakeService.Answer gzip(String body) {
        return e -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
                out.write(body.getBytes(StandardCharsets.UTF_8));
            }
            e.getResponseHeaders().set("Content-Encoding", "gzip");
            e.sendResponseHeaders(200, packed.size());
            e.getResponseBody().write(packed.toByteArray());
        };
    }

    @Test
    void tellsAPageForPeopleFromMislabelledJson() throws FeedException {
        service.at("/page", status(200, "text/html; charset=utf-8", "<html>hello</html>")).at("/json", status(200, "text/html", " [1]"))
                .at("/text", json("hello")).at("/none", json("")).at("/deep", json("[".repeat(1500) + "]".repeat(1500)))
                .at("/bad", json("[{\"a\":1}\n,{a:2}]"));
        assertThat(failure(request("/page"))).hasMessageContaining("text/html instead of data");
        assertThat(failure(request("/text"))).hasMessageContaining("is no JSON");
        assertThat(failure(request("/none"))).hasMessageContaining("answered with nothing");
        assertThat(failure(request("/deep"))).hasMessageContaining("nested more deeply");
        assertThat(failure(request("/bad"))).hasMessageContaining("damaged at line 2");
        assertThat(fetch(request("/json")).pages()).isEqualTo(1);
    }

    @Test
    void followsNextLinksInTheBodyAndInTheHeader() throws FeedException {
        service.inTurn("/body", json("{\"items\":[1,2],\"links\":{\"next\":\"/body?page=2\"}}"), json("{\"items\":[3],\"links\":{\"next\":null}}"))
                .inTurn("/head", status(200, "application/json", "[1,2]", "Link", "<" + service.url("/x") + ">; rel=\"prev\", </head?p=2>; rel=\"next\""),
                        json("[3]"));
        assertThat(fetch(request("/body").withPaging(new Paging.NextLink("/links/next"))).pages()).isEqualTo(2);
        assertThat(fetch(request("/head").withPaging(new Paging.LinkHeader())).pages()).isEqualTo(2);
        assertThat(service.asked()).containsExactly("/body", "/body?page=2", "/head", "/head?p=2");
    }

    @Test
    void countsPagesAndOffsetsUntilTheEnd() throws FeedException {
        service.inTurn("/n", json("[1,2]"), json("[3,4]"), json("[]")).inTurn("/o", json("[1,2]"), json("[3]"));
        assertThat(fetch(request("/n?q=a").withPaging(new Paging.PageNumber("page", 1))).pages()).isEqualTo(3);
        assertThat(fetch(request("/o").withPaging(new Paging.Offset("$skip", "$top", 2))).pages()).isEqualTo(2);
        assertThat(service.asked()).containsExactly("/n?q=a&page=1", "/n?q=a&page=2", "/n?q=a&page=3", "/o?%24skip=0&%24top=2", "/o?%24skip=2&%24top=2");
    }

    @Test
    void leavesPagesThatGoInCircles() throws FeedException {
        service.inTurn("/c", json("{\"items\":[1],\"next\":\"/c?2\"}"), json("{\"items\":[2],\"next\":\"/c\"}")).at("/same", json("[1,2]"));
        Answer circle = fetch(request("/c").withPaging(new Paging.NextLink("/next")));
        assertThat(circle.pages()).isEqualTo(2);
        assertThat(circle.remarks()).filteredOn(r -> !r.contains("clock")).singleElement().asString().contains("lead back");
        Answer same = fetch(request("/same").withPaging(new Paging.PageNumber("page", 0)));
        assertThat(same.pages()).isEqualTo(1);
        assertThat(same.remarks()).filteredOn(r -> !r.contains("clock")).singleElement().asString().contains("same page again");
    }

    @Test
    void boundsAllPagesTogether() {
        service.at("/p", e -> json("[\"" + "x".repeat(1500) + e.getRequestURI().getQuery() + "\"]").to(e));
        assertThat(failure(request("/p").withPaging(new Paging.PageNumber("page", 0)))).hasMessageContaining("is larger than");
    }

    @Test
    void asksWhetherAnythingHasChanged() throws FeedException {
        service.at("/a", e -> {
            boolean known = "\"v1\"".equals(e.getRequestHeaders().getFirst("If-None-Match"))
                    && "Thu, 15 Jan 2026 10:00:00 GMT".equals(e.getRequestHeaders().getFirst("If-Modified-Since"));
            (known ? status(304, "text/plain", "") : status(200, "application/json", "[1]", "ETag", "\"v1\"", "Last-Modified",
                    "Thu, 15 Jan 2026 10:00:00 GMT")).to(e);
        });
        Answer first = fetch(request("/a"));
        Answer second = client.fetch(request("/a"), first.validators(), page -> 0, Progress.NONE);
        assertThat(second.unchanged()).isTrue();
        assertThat(second.validators()).isEqualTo(first.validators());
    }

    @Test
    void followsRedirectsToTheWebOnly() throws FeedException {
        service.at("/moved", status(302, "text/plain", "", "Location", "/there")).at("/there", json("[1]"))
                .at("/file", status(302, "text/plain", "", "Location", "file:///etc/passwd"))
                .at("/round", status(301, "text/plain", "", "Location", "/round"));
        assertThat(fetch(request("/moved")).pages()).isEqualTo(1);
        assertThat(failure(request("/file"))).hasMessageContaining("not followed (file)");
        assertThat(failure(request("/round"))).hasMessageContaining("again and again");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "ftp://a.b/c            | Only http and https",
        "file:///etc/passwd     | Only http and https",
        "http:///x              | Only http and https",
        "https://me:pw@a.b/c    | user name or password",
        "https://a.b/c?apikey=1 | holds a key (apikey)",
        "https://a.b/ c         | is not an address"})
    void refusesAddresses(String url, String words) {
        assertThat(failure(FeedRequest.of(url))).hasMessageContaining(words).hasMessageNotContaining("pw").hasMessageNotContaining("apikey=1");
    }

    @ParameterizedTest
    @CsvSource({"Authorization, is a secret", "X-Api-Key, is a secret", "Host, set by Kvarter", "A B, not written"})
    void refusesHeaders(String name, String words) {
        service.at("/a", json("[]"));
        FeedRequest asked = new FeedRequest(service.url("/a"), List.of(new FeedRequest.Header(name, "v")), "", Paging.NONE, 60, 1, 4096);
        assertThat(failure(asked)).hasMessageContaining(words);
    }

    @Test
    void sendsCredentialsToTheirServiceAlone() throws Exception {
        List<String> seen = new ArrayList<>();
        try (FakeService other = new FakeService()) {
            other.at("/b", e -> {
                seen.add("other " + e.getRequestHeaders().getFirst("Authorization"));
                json("[2]").to(e);
            });
            service.at("/a", e -> {
                seen.add("own " + e.getRequestHeaders().getFirst("Authorization"));
                status(307, "text/plain", "", "Location", other.url("/b")).to(e);
            });
            String origin = service.url("").replaceFirst("/$", "");
            credentials.put(new Credential("city", origin, Credential.Scheme.BASIC, "anna", "s3cret", ""));
            fetch(request("/a").withCredential("city"));
            assertThat(seen).containsExactly("own Basic YW5uYTpzM2NyZXQ=", "other null");
            FeedRequest elsewhere = FeedRequest.of(other.url("/b")).withCredential("city");
            assertThat(failure(elsewhere)).hasMessageContaining("is not given to").hasMessageNotContaining("s3cret");
            assertThat(seen).hasSize(2);
        }
    }

    @Test
    void sendsKeysInHeaderAndQueryAndFromTheEnvironment() throws Exception {
        List<String> seen = new ArrayList<>();
        service.at("/a", e -> {
            seen.add(e.getRequestURI().getQuery() + " " + e.getRequestHeaders().getFirst("X-Key") + " " + e.getRequestHeaders().getFirst("Authorization"));
            json("[1]").to(e);
        });
        String origin = service.url("").replaceFirst("/$", "");
        credentials.put(new Credential("head", origin, Credential.Scheme.HEADER, "X-Key", "k", ""));
        credentials.put(new Credential("query", origin, Credential.Scheme.QUERY, "key", "a b", ""));
        credentials.put(new Credential("outside", origin, Credential.Scheme.BEARER, "", "", "CITY_TOKEN"));
        for (String name : List.of("head", "query", "outside")) {
            fetch(request("/a").withCredential(name));
        }
        assertThat(seen).containsExactly("null k null", "key=a b null null", "null null Bearer from-outside");
        assertThat(failure(request("/a").withCredential("city bikes"))).hasMessageContaining("KVARTER_CREDENTIAL_CITY_BIKES");
    }
}
