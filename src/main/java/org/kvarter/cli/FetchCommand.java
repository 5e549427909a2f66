package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.random.RandomGenerator;
import org.kvarter.project.ProjectException;
import org.kvarter.project.ProjectStore;
import org.kvarter.remote.FeedException;
import org.kvarter.remote.FeedJson;
import org.kvarter.remote.FeedRow;
import org.kvarter.remote.FeedRows;
import org.kvarter.remote.FeedSource;
import org.kvarter.remote.RowIssue;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.http.FeedClient;
import org.kvarter.remote.poll.Fetch;
import org.kvarter.task.Progress;
import org.kvarter.task.Tasks;
import org.kvarter.text.Figures;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvarter fetch PROJECT}: asks the feeds of a project, or the feed a file describes, once and tells what came. */
@Command(name = "fetch", mixinStandardHelpOptions = true)
final class FetchCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(FetchCommand.class);
    private static final int TRIES = 3;
    private static final int TOLD_ISSUES = 10;
    /** Nobody waits longer for one try than this, whatever a service asks for. */
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    @Mixin
    private Common common;

    @Option(names = "--feed", paramLabel = "NAME")
    private String feed;

    @Parameters(arity = "1", paramLabel = "PROJECT|FEED")
    private Path file;

    @Override
    public Integer call() throws CommandException {
        List<FeedSource> wanted = feeds().stream().filter(f -> feed == null || f.title().equals(feed) || f.id().equals(feed)).toList();
        if (wanted.isEmpty()) {
            throw common.wrong(feed == null ? TEXTS.get("fetch.none", file) : TEXTS.get("fetch.unknown", file, feed));
        }
        ObjectNode root = Json.object();
        ArrayNode list = root.putArray("feeds");
        boolean failed = false;
        try (Tasks tasks = Tasks.start(Runnable::run)) {
            Credentials credentials = new Credentials(common.program().configurationFolder().resolve("credentials.json"), System::getenv);
            Fetch fetch = new Fetch(new FeedClient(tasks.poll(), credentials, InstantSource.system()), InstantSource.system(),
                    new org.kvarter.remote.mqtt.MqttBroker(credentials));
            for (FeedSource source : wanted) {
                try {
                    Fetch.Outcome outcome = fetch.patiently(source, TRIES, wait -> Thread.sleep(shorter(wait).toMillis()), RandomGenerator.getDefault(),
                            Progress.NONE);
                    failed |= outcome.rows().rows().isEmpty() && outcome.rows().records() > 0;
                    tell(source, outcome, list);
                } catch (FeedException e) {
                    failed = true;
                    common.err().println(TEXTS.get("fetch.failed", source.title(), e.getMessage()));
                    list.addObject().put("id", source.id()).put("title", source.title()).put("error", e.getMessage());
                }
            }
        }
        if (common.json()) {
            Json.print(root, common.out());
        }
        return failed ? 1 : 0;
    }

    private static Duration shorter(Duration wait) {
        return wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait;
    }

    private List<FeedSource> feeds() throws CommandException {
        try {
            if (ProjectStore.isProject(file)) {
                return new ProjectStore(common.program().temporaryFolder()).open(file, Progress.NONE).document().feeds();
            }
            return List.of(FeedJson.read(file));
        } catch (ProjectException | FeedException e) {
            throw new CommandException(e.getMessage());
        }
    }

    private void tell(FeedSource source, Fetch.Outcome outcome, ArrayNode list) {
        FeedRows rows = outcome.rows();
        int values = (int) rows.rows().stream().filter(r -> Double.isFinite(r.value())).count();
        int places = (int) rows.rows().stream().filter(FeedRow::hasPlace).count();
        String newest = rows.rows().stream().map(FeedRow::time).max(Instant::compareTo).map(Instant::toString).orElse("");
        if (common.json()) {
            ObjectNode node = list.addObject().put("id", source.id()).put("title", source.title()).put("records", rows.records())
                    .put("count", rows.rows().size()).put("values", values).put("places", places).put("newest", newest)
                    .put("unit", unit(source, rows)).put("pages", outcome.answer().pages()).put("bytes", outcome.answer().bytes());
            ArrayNode array = node.putArray("rows");
            rows.rows().forEach(row -> add(array.addObject(), row));
            ArrayNode issues = node.putArray("issues");
            rows.issues().forEach(i -> issues.addObject().put("record", i.record()).put("message", i.message()));
            ArrayNode remarks = node.putArray("remarks");
            rows.remarks().forEach(remarks::add);
            return;
        }
        PrintWriter out = common.out();
        out.println(TEXTS.get("fetch.done", source.title(), Figures.of(rows.rows().size()), Figures.of(rows.records()), Figures.of(values),
                Figures.of(places), outcome.answer().pages(), newest));
        PrintWriter err = common.err();
        rows.remarks().forEach(err::println);
        rows.issues().stream().limit(TOLD_ISSUES).map(FetchCommand::sentence).forEach(err::println);
        if (rows.issues().size() > TOLD_ISSUES) {
            err.println(TEXTS.get("fetch.more", rows.issues().size() - TOLD_ISSUES));
        }
    }

    private static String unit(FeedSource source, FeedRows rows) {
        return rows.unit().isEmpty() ? source.mapping().unit() : rows.unit();
    }

    private static void add(ObjectNode node, FeedRow row) {
        node.put("id", row.id()).put("name", row.name()).put("time", row.time().toString());
        if (Double.isFinite(row.value())) {
            node.put("value", row.value());
        } else {
            node.putNull("value");
        }
        node.put("unit", row.unit());
        if (row.hasPlace()) {
            node.put("longitude", row.longitude()).put("latitude", row.latitude());
        }
    }

    private static String sentence(RowIssue issue) {
        return TEXTS.get("fetch.issue", issue.record(), issue.message());
    }
}
