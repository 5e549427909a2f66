package org.kvarter.tables.format;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kvarter.tables.TableOptions;

/**
 * The time zone that lines above a table's data state, its headers included: {@code Time zone: Europe/Stockholm}, {@code Tidszon;UTC+1}, {@code All times are in UTC}.
 * A name of the zone database counts wherever it stands, a short name or an offset where the line speaks of time. Stateless.
 */
final class ZoneAbove {

    private static final Pattern ID = Pattern.compile("\\b(Europe|America|Asia|Africa|Atlantic|Australia|Pacific|Indian|Antarctica|Arctic|Etc)/[A-Za-z_+\\-0-9/]+");
    private static final Pattern SPEAKS = Pattern.compile("(?iu)time ?zone|times? (are |is )?in|timestamps?|tidszon|tider|zeitzone|zeiten|aikavy\u00f6hyke|ajat|tijdzone|tijden|\\btz\\b|zone");
    private static final Pattern OFFSET = Pattern.compile("\\b(?:UTC|GMT)\\s*([+\\-\u2212\u00b1])\\s*(\\d{1,2})(?::?(\\d{2}))?\\b");
    private static final Pattern SHORT = Pattern.compile("\\b(UTC|GMT|CET|EET|WET)\\b");

    private ZoneAbove() {
    }

    /** {@code options} with the zone, where they have none and a line above the data states one. */
    static TableOptions into(TableOptions options, List<Object[]> rows, Grid grid) {
        return options.get(TableOptions.ZONE).isEmpty() ? find(rows.subList(0, Math.min(grid.dataRow(), rows.size())))
                .map(zone -> options.with(TableOptions.ZONE, zone)).orElse(options) : options;
    }

    /** Whether a line states a time zone. */
    static boolean isStated(Object[] row) {
        return zone(line(row)).isPresent();
    }

    private static String line(Object[] row) {
        StringBuilder line = new StringBuilder();
        for (Object cell : row) {
            line.append(cell == null ? "" : cell).append(' ');
        }
        return line.toString();
    }

    private static Optional<String> find(List<Object[]> above) {
        for (Object[] row : above) {
            Optional<String> zone = zone(line(row));
            if (zone.isPresent()) {
                return zone;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> zone(String line) {
        Matcher id = ID.matcher(line);
        if (id.find()) {
            return known(id.group());
        }
        if (!SPEAKS.matcher(line).find()) {
            return Optional.empty();
        }
        Matcher offset = OFFSET.matcher(line);
        if (offset.find()) {
            String sign = offset.group(1).equals("+") ? "+" : offset.group(1).equals("\u00b1") ? "" : "-";
            String minutes = offset.group(3) == null ? "00" : offset.group(3);
            return sign.isEmpty() ? Optional.of("UTC") : known(String.format(Locale.ROOT, "%s%02d:%s", sign, Integer.parseInt(offset.group(2)), minutes));
        }
        Matcher name = SHORT.matcher(line);
        return name.find() ? known(name.group(1)) : Optional.empty();
    }

    private static Optional<String> known(String zone) {
        try {
            return Optional.of(ZoneId.of(zone).getId());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
