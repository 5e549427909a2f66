package org.kvarter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kvarter.project.ProjectDocument;
import org.kvarter.project.ProjectStore;
import org.kvarter.remote.FakeService;
import org.kvarter.remote.FeedMapping;
import org.kvarter.remote.FeedRequest;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.FeedTarget;
import org.kvarter.remote.Paging;
import org.kvarter.task.Progress;

/** Fetching from the command line: exit codes, standard output and standard error. */
class FetchCommandTest {

    @TempDir
    Path folder;

    private FakeService service;

    @BeforeEach
    void start() throws IOException {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
        service = new FakeService();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private NoWindow.Ran run(Object... arguments) {
        return new NoWindow(folder).run(arguments);
    }

    private FeedSource feed(String id, String title, String path) {
        FeedMapping mapping = new FeedMapping("/stations", FeedMapping.Layout.LIST, "/id", "", "/at", "", "/bikes", "", "", "/lat", "/lon", "", "bikes");
        return new FeedSource(id, title, FeedRequest.of(service.url(path)), mapping, FeedTarget.POINTS, false);
    }

    private Path project(FeedSource... feeds) throws Exception {
        Path file = folder.resolve("kvarter.json");
        new ProjectStore(folder.resolve("tmp")).save(ProjectDocument.EMPTY.withFeeds(List.of(feeds)), file, Progress.NONE);
        return file;
    }

    private static final String STATIONS = "{\"stations\":[{\"id\":\"a\",\"at\":1768471200,\"bikes\":4,\"lat\":59.3,\"lon\":18.0},"
            + "{\"id\":\"b\",\"at\":1768471200,\"bikes\":\"many\",\"lat\":59.4,\"lon\":18.1}]}";

    @Test
    void tellsWhatCame() throws Exception {
        service.at("/s", FakeService.json(STATIONS));
        NoWindow.Ran ran = run("fetch", project(feed("f1", "Bikes", "/s")));
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Bikes: 2 rows of 2 records, 1 with a value, 2 with a place").contains("2026-01-15T10:00:00Z");
        assertThat(ran.err()).contains("Record 1: many at /bikes is not a number.");
    }

    @Test
    void givesRowsAsOneJsonObjectAndFailsWhereOneFeedFails() throws Exception {
        service.at("/s", FakeService.json(STATIONS)).at("/gone", FakeService.status(404, "text/plain", "no"));
        NoWindow.Ran ran = run("fetch", "--json", project(feed("f1", "Bikes", "/s"), feed("f2", "Gone", "/gone")));
        assertThat(ran.exit()).isEqualTo(1);
        JsonNode root = new ObjectMapper().readTree(ran.out());
        assertThat(root.at("/feeds/0/rows/0/value").asDouble()).isEqualTo(4);
        assertThat(root.at("/feeds/0/rows/1/value").isNull()).isTrue();
        assertThat(root.at("/feeds/1/error").asText()).contains("is not there (404)");
    }

    @Test
    void takesOneFeedByNameAndRefusesUnknownOnes() throws Exception {
        service.at("/s", FakeService.json(STATIONS));
        Path project = project(feed("f1", "Bikes", "/s"), feed("f2", "Gone", "/gone"));
        assertThat(run("fetch", project, "--feed", "Bikes").exit()).isZero();
        NoWindow.Ran unknown = run("fetch", project, "--feed", "Cars");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no feed called Cars");
        assertThat(run("fetch").exit()).isEqualTo(2);
    }

    @Test
    void readsADescriptionFile() throws Exception {
        service.at("/s", FakeService.json(STATIONS));
        Path file = Files.writeString(folder.resolve("bikes.json"), """
                {"format": "kvarter-feed", "id": "bikes", "title": "Bikes", "request": {"url": "%s"},
                 "mapping": {"records": "/stations", "id": "/id", "value": "/bikes"}}""".formatted(service.url("/s")));
        NoWindow.Ran ran = run("fetch", file);
        assertThat(ran.exit()).isZero();
        assertThat(ran.out()).contains("Bikes: 2 rows");
        assertThat(run("fetch", Files.writeString(folder.resolve("x.json"), "{\"a\":1}")).err()).contains("is not a description of a feed");
        assertThat(run("fetch", folder.resolve("missing.json")).exit()).isEqualTo(1);
    }

    @Test
    void aProjectGivesItsFeedsBack() throws Exception {
        FeedSource paged = new FeedSource("p", "Paged", feed("p", "", "/s").request().withPaging(new Paging.Offset("$skip", "$top", 50)),
                feed("p", "", "/s").mapping(), new FeedTarget("buildings", "name"), true);
        Path file = project(paged);
        assertThat(new ProjectStore(folder.resolve("tmp")).open(file, Progress.NONE).document().feeds()).containsExactly(paged);
    }
}
