package org.kvarter.tables.format;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.kvarter.series.csv.Numbers;
import org.kvarter.series.csv.TimeFormat;
import org.kvarter.tables.CellType;

/**
 * What the cells of a column hold.
 *
 * @param type    of most of them
 * @param pattern how its times are written; empty where they are no texts
 */
record CellTypes(CellType type, String pattern) {

    private static final Pattern CLOCK = Pattern.compile("\\d{1,2}[:.]\\d{2}([:.]\\d{2})?(\\s*[AaPp][Mm])?|\\d{1,2}([:.]\\d{2})?\\s*[-–]\\s*\\d{1,2}([:.]\\d{2})?");
    private static final Pattern TRUTH = Pattern.compile("(?i)true|false|yes|no|ja|nej|nein|nee|kyllä|ei|x");
    private static final int TIMES_TRIED = 60;

    /** Looks at cells; missing ones say nothing. */
    static CellTypes of(List<Object> cells, boolean decimalComma) {
        int numbers = 0;
        int whole = 0;
        int texts = 0;
        int truths = 0;
        int times = 0;
        int present = 0;
        java.util.ArrayList<String> words = new java.util.ArrayList<>();
        for (Object cell : cells) {
            if (cell == null || cell instanceof String s && Numbers.isMissing(s)) {
                continue;
            }
            present++;
            if (cell instanceof Number n) {
                numbers++;
                whole += n.doubleValue() == Math.rint(n.doubleValue()) ? 1 : 0;
            } else if (cell instanceof Boolean) {
                truths++;
            } else if (cell instanceof LocalDateTime || cell instanceof Instant || cell instanceof LocalDate) {
                times++;
            } else {
                String text = cell.toString().strip();
                words.add(text);
                double value = Numbers.parse(text, decimalComma);
                if (Double.isNaN(value)) {
                    texts++;
                } else {
                    numbers++;
                    whole += value == Math.rint(value) && text.indexOf('.') < 0 && text.indexOf(',') < 0 ? 1 : 0;
                }
            }
        }
        if (present == 0) {
            return new CellTypes(CellType.EMPTY, "");
        }
        if (2 * times > present) {
            return new CellTypes(CellType.TIME, "");
        }
        if (2 * truths > present || words.size() == present && words.stream().allMatch(w -> TRUTH.matcher(w).matches())) {
            return new CellTypes(CellType.TRUTH, "");
        }
        if (words.size() == present) {
            // notes below the last row are no times; a few of them change nothing
            List<String> timely = words.stream().filter(w -> Character.isDigit(w.charAt(0))).toList();
            Optional<TimeFormat> time = 5 * timely.size() >= 4 * words.size() ? TimeFormat.recognise(spread(timely)).map(f -> monthFirst(f, timely)) : Optional.empty();
            // digits alone are a time only in our age: 04300518 is a number of something
            boolean digits = time.isPresent() && time.get().name().startsWith("yyyyMM");
            if (time.isPresent() && (!digits || timely.stream().allMatch(w -> w.startsWith("19") || w.startsWith("20")))) {
                return new CellTypes(CellType.TIME, time.get().name());
            }
            if (texts > 0 && words.stream().allMatch(w -> CLOCK.matcher(w).matches())) {
                return new CellTypes(CellType.CLOCK, "");
            }
        }
        // 0430 and 00123 are names, not numbers; a single 0 is one
        boolean named = words.stream().anyMatch(w -> w.length() > 1 && w.matches("0\\d+"));
        if (!named && numbers > 2 * (present - numbers)) {
            return new CellTypes(whole == numbers ? CellType.INTEGER : CellType.NUMBER, "");
        }
        return new CellTypes(CellType.TEXT, "");
    }

    /** Where day and month cannot be told apart, the order in which the times lie closer together. */
    private static TimeFormat monthFirst(TimeFormat format, List<String> words) {
        if (!format.name().startsWith("d/M/")) {
            return format;
        }
        TimeFormat other = TimeFormat.of("M/d/" + format.name().substring(4));
        List<String> some = spread(words);
        return some.stream().allMatch(w -> other.parse(w).isPresent()) && span(other, some) < span(format, some) ? other : format;
    }

    private static long span(TimeFormat format, List<String> words) {
        java.util.LongSummaryStatistics seconds = words.stream().flatMap(w -> format.parse(w).stream()).mapToLong(w -> w.local().toEpochSecond(java.time.ZoneOffset.UTC)).summaryStatistics();
        return seconds.getMax() - seconds.getMin();
    }

    /** Some from all over the list: the first and the last may tell days from months where others do not. */
    private static List<String> spread(List<String> words) {
        if (words.size() <= TIMES_TRIED) {
            return words;
        }
        return java.util.stream.IntStream.range(0, TIMES_TRIED).mapToObj(i -> words.get((int) ((long) i * (words.size() - 1) / (TIMES_TRIED - 1)))).toList();
    }
}
