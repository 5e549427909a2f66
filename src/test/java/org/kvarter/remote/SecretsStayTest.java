package org.kvarter.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kvarter.remote.FakeService.json;
import static org.kvarter.remote.FakeService.status;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kvarter.importing.pipeline.ImportListener;
import org.kvarter.importing.pipeline.ImportPipeline;
import org.kvarter.importing.pipeline.ImportRequest;
import org.kvarter.importing.pipeline.ImportResult;
import org.kvarter.model.District;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectSource;
import org.kvarter.project.ProjectStore;
import org.kvarter.remote.http.Credential;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.keep.FeedCache;
import org.kvarter.remote.layer.Area;
import org.kvarter.remote.layer.LayerFetcher;
import org.kvarter.remote.layer.LayerQuery;
import org.kvarter.remote.layer.LayerSource;
import org.kvarter.remote.poll.FeedPoller;
import org.kvarter.remote.poll.FeedSnapshot;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlStore;
import org.kvarter.session.Session;
import org.kvarter.session.loading.SessionDocument;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.slf4j.LoggerFactory;

/**
 * Every kind of credential against a service that repeats it wherever it can: in links, in values, in attributes, in an error, in an address it sends on
 * to. What it answers is shown, logged, cached, written to a project and a package, and imported; the secret is nowhere.
 */
class SecretsStayTest {

    private static final String SECRET = "s3cr&t \"Key/+42";
    private static final Instant NOON = Instant.parse("2026-01-15T12:00:00Z");

    @TempDir
    Path folder;

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private Level before;
    private FakeService service;
    private Credentials credentials;
    private FeedClient client;
    private String place = "";

    @BeforeEach
    void start() throws Exception {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        before = root.getLevel();
        root.setLevel(Level.ALL);
        log.start();
        root.addAppender(log);
        service = new FakeService();
        credentials = new Credentials(folder.resolve("config/credentials.json"), v -> null);
        client = new FeedClient(Runnable::run, credentials, () -> NOON);
    }

    @AfterEach
    void stop() {
        root.detachAppender(log);
        root.setLevel(before);
        service.close();
    }

    /** A way on which what a service answered gets somewhere. */
    private interface Way {
        Object take(SecretsStayTest t, FeedRequest request) throws Exception;
    }

    static Stream<Arguments> all() {
        Map<String, Way> ways = new java.util.LinkedHashMap<>();
        for (int status : new int[] {400, 401, 403, 404, 429, 500}) {
            ways.put("an error " + status, (t, r) -> t.failure("/error" + status, r));
        }
        ways.put("an answer that is no JSON", (t, r) -> t.failure("/broken", r));
        ways.put("an address it is sent on to", (t, r) -> t.failure("/moved", r));
        ways.put("a scheme it is sent on to", (t, r) -> t.failure("/elsewhere", r));
        ways.put("rows, series and state of a feed", (t, r) -> t.polled(r));
        ways.put("the feed's cache", (t, r) -> {
            t.polled(r);
            return text(t.folder.resolve("cache"));
        });
        ways.put("a project file", (t, r) -> t.written(r, "p.kvarter.json"));
        ways.put("a package", (t, r) -> t.written(r, "p.kvarter"));
        ways.put("a layer's file", (t, r) -> text(t.fetched(r, new LayerQuery.Items(t.url("/items"), "")).getParent()));
        ways.put("a document's file", (t, r) -> text(t.fetched(r, new LayerQuery.Document(t.url("/items"), ".geojson")).getParent()));
        ways.put("an imported layer", (t, r) -> t.imported(t.fetched(r, new LayerQuery.Document(t.url("/items"), ".geojson"))));
        ways.put("settings of a layer's source", (t, r) -> t.source(r, new LayerQuery.Items(t.url("/items"), "")).settings(Map.of(), NOON));
        ways.put("the list of credentials", (t, r) -> t.credentials.all() + text(t.folder.resolve("config")));
        return Stream.of(Credential.Scheme.values()).flatMap(s -> ways.entrySet().stream().map(w -> Arguments.of(s, w.getKey(), w.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("all")
    void isNowhere(Credential.Scheme scheme, String name, Way way) throws Exception {
        place = scheme == Credential.Scheme.PATH ? "?k=" + FeedAddress.WRITTEN_KEY : "";
        String parameter = switch (scheme) {
            case HEADER -> "X-City";
            case QUERY -> "city";
            case BASIC -> "anna";
            default -> "";
        };
        credentials.put(new Credential("town", FeedAddress.origin(java.net.URI.create(service.url("/"))), scheme, parameter, SECRET, ""));
        serve(scheme == Credential.Scheme.BASIC ? basic() : "");
        Object taken = way.take(this, new FeedRequest(url("/feed"), List.of(), "town", new Paging.NextLink("/links"), 60, 5, 100_000));
        assertHidden(name, String.valueOf(taken));
        assertHidden("log", logged());
        assertThat(String.valueOf(taken)).as("%s says something", name).isNotBlank();
        if (!name.contains("settings") && !name.contains("list")) {
            assertThat(sent).as("it was sent").anyMatch(s -> s.contains(URLEncoder.encode(SECRET, StandardCharsets.UTF_8).replace("+", "%20")) || s.contains(SECRET) || s.contains(basic()));
        }
    }

    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

    /** An address with the place of the key, where that is how it is sent. */
    private String url(String path) {
        return service.url(path) + place;
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString(("anna:" + SECRET).getBytes(StandardCharsets.UTF_8));
    }

    /** Everything is repeated in every form it may have. */
    private void serve(String authorization) {
        String quoted = SECRET.replace("\"", "\\\"");
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        String repeated = quoted + " " + encoded + " " + encoded.replace("+", "%20") + " " + authorization;
        FakeService.Answer row = json("{\"values\":[{\"id\":\"a\",\"name\":\"" + repeated + "\",\"v\":1}],\"links\":[{\"rel\":\"next\",\"href\":\"/next?city=" + encoded + "&page=2\"}]}");
        service.at("/feed", noted(row)).at("/next", noted(json("{\"values\":[{\"id\":\"b\",\"name\":\"b\",\"v\":2}],\"links\":[]}")));
        service.at("/items", noted(json("{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"id\":1,\"properties\":{\"name\":\"n\",\"link\":\"http://x/?city=" + encoded + "\",\"note\":\""
                + repeated + "\"},\"geometry\":{\"type\":\"Point\",\"coordinates\":[18.001,59.301]}}],\"links\":[]}")));
        for (int status : new int[] {400, 401, 403, 404, 429, 500}) {
            service.at("/error" + status, noted(status(status, "text/plain", repeated, "X-Echo", encoded)));
        }
        service.at("/broken", noted(json("{\"" + repeated + "\": nonsense")));
        service.at("/moved", noted(status(302, "text/plain", "", "Location", "/error500?city=" + encoded)));
        service.at("/elsewhere", noted(status(302, "text/plain", "", "Location", "ftp://x/?city=" + encoded)));
    }

    private FakeService.Answer noted(FakeService.Answer answer) {
        return e -> {
            sent.add(e.getRequestURI() + " " + e.getRequestHeaders().values());
            answer.to(e);
        };
    }

    private String failure(String path, FeedRequest like) {
        FeedRequest request = new FeedRequest(url(path), List.of(), like.credential(), Paging.NONE, 60, 5, 100_000);
        try {
            client.fetch(request, org.kvarter.remote.http.Validators.NONE, page -> 0, Progress.NONE);
            throw new AssertionError("it was to fail");
        } catch (FeedException e) {
            StringBuilder all = new StringBuilder();
            for (Throwable at = e; at != null; at = at.getCause()) {
                all.append(at).append('\n');
            }
            return all.toString();
        }
    }

    private FeedSource feed(FeedRequest request) {
        return new FeedSource("f", "Power", request, new FeedMapping("/values", FeedMapping.Layout.LIST, "/id", "/name", "", "", "/v", "", "kW", "", "", "", "power"), FeedTarget.POINTS, false);
    }

    private Object polled(FeedRequest request) {
        List<FeedSnapshot> told = new ArrayList<>();
        InstantSource clock = () -> NOON;
        List<Runnable> due = new ArrayList<>();
        FeedPoller.Parts parts = new FeedPoller.Parts(new Fetch(client, clock), new FeedCache(folder.resolve("cache")), (delay, task) -> {
            due.add(task);
            return () -> { };
        }, clock, () -> 0L);
        new FeedPoller(feed(request), ZoneOffset.UTC, parts, told::add).start();
        due.remove(0).run();
        FeedSnapshot last = told.get(told.size() - 1);
        assertThat(last.rows()).as("both pages are read: %s", last.state()).hasSize(2);
        return told + "" + last.rows() + last.state() + last.issues() + last.remarks();
    }

    private Object written(FeedRequest request, String name) throws Exception {
        Path layer = fetched(request, new LayerQuery.Items(url("/items"), ""));
        Session session = new Session();
        session.feeds().add(feed(request));
        ProjectDocument document = SessionDocument.of(session);
        ProjectSource source = new ProjectSource(layer.toString(), "", "", List.of(),
                source(request, new LayerQuery.Items(url("/items"), "")).settings(Map.of(), NOON), List.of(), List.of());
        Path file = Files.createDirectories(folder.resolve("written")).resolve(name);
        polled(request);
        new ProjectStore(folder.resolve("unpacked"), new FeedCache(folder.resolve("cache"))).save(document.withSources(List.of(source), List.of()), file, Progress.NONE);
        return text(file.getParent());
    }

    private LayerSource source(FeedRequest request, LayerQuery query) {
        return new LayerSource("Roads", query, List.of(), request.credential(), "© Town", new Area(18.0, 59.3, 18.01, 59.305));
    }

    private Path fetched(FeedRequest request, LayerQuery query) throws Exception {
        return new LayerFetcher(client, folder.resolve("services"), () -> NOON).fetch(source(request, query), Progress.NONE).file();
    }

    private Object imported(Path file) {
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            ImportResult result = ImportPipeline.over(ImportPipeline.discover(), tasks).run(List.of(ImportRequest.of(file)), District.EMPTY, ImportListener.NONE, Progress.NONE);
            return result.layers().stream().map(l -> l.layer().source() + "" + l.layer().diagnostics() + l.layer().features().attributes().row(0)).toList();
        }
    }

    static Stream<Arguments> databases() {
        return Stream.of("postgresql://anna@127.0.0.1:1/town", "trino://anna@127.0.0.1:1/lake/s?SSL=false", "postgresql://anna:%s@127.0.0.1:1/town", "jdbc:postgresql://127.0.0.1:1/town?password=%s",
                "jdbc:trino://anna:%s@127.0.0.1:1/lake", "postgresql://127.0.0.1:1/town?options=%s", "postgresql://127.0.0.1:1/%s\"'").map(Arguments::of);
    }

    /** Passwords of databases: not in addresses, not in what fails, not in the log. */
    @ParameterizedTest
    @MethodSource("databases")
    void passwordsOfDatabases(String address) {
        boolean told = address.contains("%s");
        StringBuilder taken = new StringBuilder();
        try {
            SqlAddress parsed = SqlAddress.parse(address.replace("%s", "s3cretKey42"));
            taken.append(parsed).append(parsed.text()).append(parsed.server());
            try (SqlStore store = SqlStore.at(parsed, () -> java.util.Optional.of("s3cretKey42"))) {
                store.list();
                taken.append(store.address());
            }
        } catch (StoreException e) {
            for (Throwable at = e; at != null; at = at.getCause()) {
                taken.append(at).append('\n');
            }
        }
        if (!told || !address.contains("/%s")) {
            assertThat(taken.toString()).isNotBlank().doesNotContain("s3cretKey42");
        }
        assertThat(logged()).doesNotContain("s3cretKey42");
    }

    private String logged() {
        StringBuilder all = new StringBuilder();
        for (ILoggingEvent event : List.copyOf(log.list)) {
            if (!event.getLoggerName().startsWith("com.sun.net.httpserver") && !event.getLoggerName().startsWith("sun.net.httpserver")) { // the service's own
                all.append(event.getFormattedMessage()).append(event.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(event.getThrowableProxy())).append('\n');
            }
        }
        return all.toString();
    }

    private static void assertHidden(String what, String text) {
        String encoded = URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        for (String form : List.of(SECRET, SECRET.replace("\"", "\\\""), encoded, encoded.replace("+", "%20"), basic(), "Key/+42", "Key%2F%2B42")) {
            assertThat(text).as(what).doesNotContain(form);
        }
    }

    private static String text(Path place) throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                if (bytes.length > 1 && bytes[0] == 'P' && bytes[1] == 'K') {
                    try (ZipFile zip = new ZipFile(file.toFile())) {
                        for (var entry : Collections.list(zip.entries())) {
                            all.append(entry.getName()).append('\n').append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                        }
                    }
                } else {
                    all.append(file.getFileName()).append('\n').append(new String(bytes, StandardCharsets.UTF_8));
                }
            }
        }
        return all.toString();
    }
}
