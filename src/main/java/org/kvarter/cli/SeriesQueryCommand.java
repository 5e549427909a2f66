package org.kvarter.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.kvarter.project.ProjectStore;
import org.kvarter.series.SeriesValues.Aggregation;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.TimeWindow;
import org.kvarter.series.csv.CsvLine;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.StoreException;
import org.kvarter.task.Tasks;
import org.kvarter.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code kvarter series query PROJECT|STORE ID}: one value per place over a window, or with {@code --place} those places over time. CSV on standard
 * output, or one JSON object.
 */
@Command(name = "query", mixinStandardHelpOptions = true)
final class SeriesQueryCommand implements Callable<Integer> {

    private static final Texts TEXTS = Texts.in(SeriesQueryCommand.class);
    private static final long MOST_STEPS = 2_000_000;

    @Mixin
    private Common common;

    @Option(names = "--from", paramLabel = "TIME")
    private String from;

    @Option(names = "--to", paramLabel = "TIME")
    private String to;

    @Option(names = "--step", paramLabel = "DURATION")
    private Duration step;

    @Option(names = "--place", paramLabel = "KEY")
    private List<String> places = List.of();

    @Option(names = "--aggregate", paramLabel = "HOW")
    private Aggregation aggregation;

    @Parameters(index = "0", arity = "1", paramLabel = "PROJECT|STORE")
    private Path file;

    @Parameters(index = "1", arity = "1", paramLabel = "ID")
    private String id;

    @Override
    public Integer call() throws CommandException {
        ProjectStore projects = new ProjectStore(common.program().temporaryFolder());
        try (Tasks tasks = Tasks.start(Runnable::run); SeriesStores stores = common.stores(tasks)) {
            SeriesPlace place = SeriesPlace.of(file, projects);
            SeriesPlace.Found found = place.find(stores, id);
            PersonalPlaces personal = place.project().isEmpty() ? PersonalPlaces.NONE : PersonalPlaces.of(place.project().get(), found.id(), stores, tasks);
            if (!personal.keys().isEmpty()) {
                common.err().println(personal.reason());
            }
            TimeAxis axis = found.series().axis();
            Instant start = from == null ? axis.start() : time(from, axis.zone());
            Instant end = to == null ? axis.end() : time(to, axis.zone());
            if (!end.isAfter(start)) {
                throw common.wrong(TEXTS.get("series.window"));
            }
            Aggregation how = aggregation == null ? Aggregation.usual(found.series().unit()) : aggregation;
            if (places.isEmpty()) {
                slice(found, new TimeWindow(start, end), how, personal);
            } else {
                trace(found, new TimeWindow(start, end), how, personal);
            }
            return 0;
        } catch (StoreException e) {
            throw new CommandException(e.getMessage());
        } finally {
            projects.forgetUnpacked();
        }
    }

    private Instant time(String text, ZoneId zone) {
        for (String full : new String[] {text, text + "T00:00"}) {
            try {
                return full.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)$") ? OffsetDateTime.parse(full).toInstant() : LocalDateTime.parse(full).atZone(zone).toInstant();
            } catch (DateTimeException e) {
                continue; // perhaps a day
            }
        }
        throw common.wrong(TEXTS.get("series.time", text, LocalDate.EPOCH));
    }

    private void slice(SeriesPlace.Found found, TimeWindow window, Aggregation how, PersonalPlaces personal) throws StoreException {
        String[] keys = found.store().keys(found.series().id());
        double[] values = found.store().slice(found.series().id(), window, how);
        ObjectNode root = Json.object();
        ObjectNode byKey = root.put("id", found.id()).put("unit", found.series().unit()).put("start", window.start().toString())
                .put("end", window.end().toString()).putObject("values");
        if (!common.json()) {
            common.out().println("place," + CsvLine.quoted(found.series().unit().isEmpty() ? "value" : found.series().unit()));
        }
        for (int p = 0; p < keys.length; p++) {
            values[p] = personal.keys().contains(keys[p]) ? Double.NaN : values[p];
            if (!common.json()) {
                common.out().println(CsvLine.quoted(keys[p]) + "," + number(values[p]));
            } else if (Double.isNaN(values[p])) {
                byKey.putNull(keys[p]);
            } else {
                byKey.put(keys[p], values[p]);
            }
        }
        if (common.json()) {
            Json.print(root, common.out());
        }
    }

    private void trace(SeriesPlace.Found found, TimeWindow window, Aggregation how, PersonalPlaces personal) throws StoreException, CommandException {
        List<String> keys = Arrays.asList(found.store().keys(found.series().id()));
        int[] numbers = new int[places.size()];
        for (int i = 0; i < numbers.length; i++) {
            if (personal.keys().contains(places.get(i))) {
                throw new CommandException(places.get(i) + ": " + personal.reason());
            }
            numbers[i] = keys.indexOf(places.get(i));
            if (numbers[i] < 0) {
                throw new CommandException(TEXTS.get("series.noPlace", found.id(), places.get(i)));
            }
        }
        Duration every = step == null ? found.series().axis().step() : step;
        if (every.toMillis() < 1 || Duration.between(window.start(), window.end()).dividedBy(every) > MOST_STEPS) {
            throw common.wrong(TEXTS.get("series.step", MOST_STEPS));
        }
        double[][] traces = found.store().trace(found.series().id(), numbers, window, every, how);
        if (common.json()) {
            ObjectNode root = Json.object().put("id", found.id()).put("unit", found.series().unit()).put("start", window.start().toString())
                    .put("step", every.toString());
            ObjectNode byKey = root.putObject("traces");
            for (int t = 0; t < traces.length; t++) {
                ArrayNode values = byKey.putArray(places.get(t));
                Arrays.stream(traces[t]).forEach(v -> Json.addNumber(values, v));
            }
            Json.print(root, common.out());
            return;
        }
        common.out().println("time," + String.join(",", places.stream().map(CsvLine::quoted).toList()));
        for (int i = 0; i < traces[0].length; i++) {
            int at = i;
            common.out().println(window.start().plus(every.multipliedBy(i)) + ","
                    + String.join(",", Arrays.stream(traces).map(t -> number(t[at])).toList()));
        }
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : Float.toString((float) value);
    }
}
