package org.kvarter.assist;

import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.tables.TableColumn;

/** Finds the times that columns are named by: months in five languages, dates, moments. Stateless. */
final class TimesInHeaders {

    private static final int LEAST = 3;
    private static final List<Pattern> MONTHS = List.of(Pattern.compile("jan.*|tammi.*"), Pattern.compile("feb.*|helmi.*"), Pattern.compile("mars?|marz|maart|mrt|maalis.*|march"),
            Pattern.compile("apr.*|huhti.*"), Pattern.compile("maj|may|mai|mei|touko.*"), Pattern.compile("jun.*|kesa.*"), Pattern.compile("jul.*|heina.*"), Pattern.compile("aug.*|elo.*"),
            Pattern.compile("sep.*|syys.*"), Pattern.compile("o[ck]t.*|loka.*"), Pattern.compile("nov.*|marras.*"), Pattern.compile("de[cz].*|joulu.*"));
    private static final Pattern YEAR = Pattern.compile("(?:^|\\D)((?:19|20)\\d{2})(?:\\D|$)");
    private static final Pattern NUMBERED = Pattern.compile("((?:19|20)\\d{2})[-/. ]?(0?[1-9]|1[0-2])");
    private static final Pattern NAMED = Pattern.compile("(\\p{L}{3,}) ?'?((?:19|20)?\\d{2})?|((?:19|20)\\d{2}) (\\p{L}{3,})");

    private TimesInHeaders() {
    }

    /**
     * Times by column number, as local ISO texts; empty where fewer than three columns are named by times.
     *
     * @param title may state the year of months without one
     */
    static Map<Integer, String> of(List<TableColumn> columns, String title) {
        Matcher stated = YEAR.matcher(title);
        int year = stated.find() ? Integer.parseInt(stated.group(1)) : TimeGuess.ASSUMED_YEAR;
        Map<Integer, String> times = new LinkedHashMap<>();
        for (TableColumn column : columns) {
            String header = column.headers().isEmpty() ? column.name() : column.headers().get(column.headers().size() - 1);
            time(header.strip(), year).or(() -> time(column.name(), year)).ifPresent(t -> times.put(column.index(), t));
        }
        boolean distinct = times.values().stream().distinct().count() == times.size();
        return times.size() >= LEAST && distinct && 2 * times.size() >= columns.size() ? times : Map.of();
    }

    private static Optional<String> time(String header, int year) {
        Matcher numbered = NUMBERED.matcher(header);
        if (numbered.matches()) {
            return Optional.of(YearMonth.of(Integer.parseInt(numbered.group(1)), Integer.parseInt(numbered.group(2))).atDay(1).toString());
        }
        Matcher named = NAMED.matcher(PlainText.folded(header).replaceAll("[-._/]", " "));
        if (named.matches()) {
            String word = named.group(1) == null ? named.group(4) : named.group(1);
            String stated = named.group(1) == null ? named.group(3) : named.group(2);
            for (int month = 0; month < MONTHS.size(); month++) {
                if (MONTHS.get(month).matcher(word).matches()) {
                    int of = stated == null ? year : Integer.parseInt(stated) + (stated.length() == 2 ? 2000 : 0);
                    return Optional.of(YearMonth.of(of, month + 1).atDay(1).toString());
                }
            }
            return Optional.empty();
        }
        return header.length() < 8 ? Optional.empty() : TimeFormat.recognise(List.of(header)).flatMap(f -> f.parse(header))
                .map(w -> w.local().equals(w.local().toLocalDate().atStartOfDay()) && w.offset().isEmpty() ? w.local().toLocalDate().toString()
                        : text(w.local()) + w.offset().map(Object::toString).orElse(""));
    }

    private static String text(LocalDateTime local) {
        return local.toString();
    }
}
