package org.kvarter.series.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.kvarter.series.SeriesException;

/** Recognises counts at sites and trips between zones in a CSV file, by the names of its columns and what stands in them. Stateless. */
public final class FlowSniffer {

    private static final int HEAD_BYTES = 64 * 1024;

    private FlowSniffer() {
    }

    /**
     * What a table looks like.
     *
     * @param format how it is proposed to be read
     * @param rows   its first rows, without the header
     */
    public record Look(FlowFormat format, List<List<String>> rows) {
    }

    /**
     * Looks at a file's head; empty where it holds neither counts nor trips, or cannot be read.
     *
     * @param zone zone proposed for local times
     */
    public static Optional<Look> look(Path file, ZoneId zone) {
        try (InputStream in = CsvSource.open(file)) {
            byte[] head = in.readNBytes(HEAD_BYTES);
            if (head.length == 0) {
                return Optional.empty();
            }
            Charset charset = CsvSniffer.charset(head);
            char delimiter = CsvSniffer.delimiter(new String(head, charset));
            List<List<String>> rows = CsvSniffer.rows(file, charset, delimiter);
            for (int header = 0; header < Math.min(5, rows.size() - 1); header++) {
                Optional<FlowFormat> format = propose(file, rows, header, charset, delimiter, zone);
                if (format.isPresent()) {
                    return Optional.of(new Look(format.get(), List.copyOf(rows.subList(header + 1, rows.size()))));
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException | SeriesException e) {
            return Optional.empty();
        }
    }

    private static Optional<FlowFormat> propose(Path file, List<List<String>> rows, int header, Charset charset, char delimiter, ZoneId zone) {
        List<String> names = rows.get(header).stream().map(String::strip).toList();
        List<List<String>> data = rows.subList(header + 1, rows.size());
        if (names.size() < 3 || data.isEmpty()) {
            return Optional.empty();
        }
        boolean decimalComma = delimiter != ',' && data.stream().flatMap(List::stream).anyMatch(c -> c.strip().matches("[-+]?[\\d\\s\u00a0\u202f']*\\d,\\d+"));
        IntPredicate numbers = column -> CsvSniffer.isNumeric(data, column, decimalComma);
        Optional<TimeFormat> time = Optional.empty();
        int timeColumn = -1;
        for (int column = 0; column < Math.min(8, names.size()) && time.isEmpty(); column++) {
            time = TimeFormat.recognise(CsvSniffer.samples(data, 0, column));
            timeColumn = time.isPresent() ? column : -1;
        }
        CsvFormat csv = new CsvFormat(charset.name(), delimiter, decimalComma, header, CsvFormat.Layout.LONG, timeColumn, -1, -1, zone.getId(),
                time.map(TimeFormat::name).orElse(TimeFormat.ISO), CsvFormat.Label.INTERVAL_START, "");
        Set<Integer> taken = new HashSet<>(Set.of(timeColumn));
        IntPredicate noTime = column -> TimeFormat.recognise(CsvSniffer.samples(data, 0, column)).isEmpty();
        int origin = take(names, FlowWords.ORIGIN, taken, noTime);
        int destination = take(names, FlowWords.DESTINATION, taken, noTime);
        if (origin >= 0 && destination >= 0) {
            return longTable(csv, FlowFormat.Kind.TRIPS, names, taken, origin, destination, numbers);
        }
        taken.remove(origin);
        taken.remove(destination);
        boolean named = FlowWords.COUNTED_FILE.matcher(file.getFileName().toString()).find();
        int site = take(names, FlowWords.SITE, taken, c -> true);
        int direction = take(names, FlowWords.DIRECTION, taken, c -> true);
        if (site < 0 && (direction >= 0 || named)) {
            site = take(names, FlowWords.SITE_ID, taken, c -> true);
        }
        if (site >= 0) {
            Optional<FlowFormat> counts = longTable(csv, FlowFormat.Kind.COUNTS, names, taken, site, direction, numbers);
            boolean sure = direction >= 0 || named || counts.map(f -> f.mode() >= 0 || f.x() >= 0 && f.y() >= 0).orElse(false);
            return sure ? counts : Optional.empty();
        }
        return timeColumn < 0 ? Optional.empty() : wide(csv, names, named);
    }

    private static Optional<FlowFormat> longTable(CsvFormat csv, FlowFormat.Kind kind, List<String> names, Set<Integer> taken, int place, int other,
                                                  IntPredicate numbers) {
        int mode = take(names, FlowWords.MODE, taken, c -> !numbers.test(c));
        int x = take(names, FlowWords.EAST, taken, numbers);
        int y = take(names, FlowWords.NORTH, taken, numbers);
        int count = take(names, FlowWords.COUNT, taken, numbers);
        if (count < 0) {
            count = take(names, Pattern.compile(".*"), taken, numbers);
        }
        CsvFormat keyed = csv.asLong(csv.timeColumn(), place, count);
        return count < 0 ? Optional.empty() : Optional.of(new FlowFormat(kind, keyed, place, other, mode, x < 0 || y < 0 ? -1 : x,
                x < 0 || y < 0 ? -1 : y, names));
    }

    /** Wide where the columns' names carry directions or classes, or the file's name says that it counts. */
    private static Optional<FlowFormat> wide(CsvFormat csv, List<String> names, boolean named) {
        long telling = IntStream.range(0, names.size()).filter(c -> c != csv.timeColumn()).mapToObj(names::get)
                .map(n -> FlowKey.ofHeader(n, FlowWords::isDirection, FlowWords::isMode)).filter(k -> !k.other().isEmpty()).count();
        boolean counts = telling > 0.6 * (names.size() - 1) && (named || telling > 1 && names.stream().anyMatch(n -> n.contains("|")));
        return counts ? Optional.of(new FlowFormat(FlowFormat.Kind.COUNTS, csv.asWide(csv.timeColumn()), -1, -1, -1, -1, -1, names))
                : Optional.empty();
    }

    private static int take(List<String> names, Pattern words, Set<Integer> taken, IntPredicate suits) {
        for (boolean whole : new boolean[] {true, false}) {
            for (int column = 0; column < names.size(); column++) {
                String name = names.get(column).toLowerCase(Locale.ROOT).replace('_', ' ').strip();
                boolean is = words.matcher(name).matches() && (!whole || !name.contains(" "));
                if (is && !taken.contains(column) && suits.test(column)) {
                    taken.add(column);
                    return column;
                }
            }
        }
        return -1;
    }

    /** The columns of a table of sites: their ids, coordinates, and directions where it has them. */
    static Optional<SiteColumns> sites(List<String> names) {
        Set<Integer> taken = new HashSet<>();
        List<String> lower = new ArrayList<>(names);
        int x = take(lower, FlowWords.EAST, taken, c -> true);
        int y = take(lower, FlowWords.NORTH, taken, c -> true);
        int site = take(lower, FlowWords.SITE, taken, c -> true);
        site = site >= 0 ? site : take(lower, FlowWords.SITE_ID, taken, c -> true);
        int direction = take(lower, FlowWords.DIRECTION, taken, c -> true);
        int name = take(lower, Pattern.compile("(?iu).*(name|namn|gata|street|strasse|straße|adress|address).*"), taken, c -> true);
        return x < 0 || y < 0 || site < 0 ? Optional.empty() : Optional.of(new SiteColumns(site, direction, name, x, y));
    }

    /**
     * Columns of a table of sites, −1 where there is none.
     *
     * @param site      id
     * @param direction word for a direction
     * @param name      what people call it
     * @param x         easting or longitude
     * @param y         northing or latitude
     */
    record SiteColumns(int site, int direction, int name, int x, int y) {
    }
}
