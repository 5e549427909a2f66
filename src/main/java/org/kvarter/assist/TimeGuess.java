package org.kvarter.assist;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/** Finds the columns that say when. One use. */
final class TimeGuess {

    /** Year that is taken where a table states none: one without a leap day. */
    static final int ASSUMED_YEAR = 2025;

    private static final Texts TEXTS = Texts.in(TimeGuess.class);

    private final TableSource source;
    private final List<ColumnFacts> facts;
    private final List<TableRow> rows;
    private TimeRules rules;
    private boolean found;

    TimeGuess(TableSource source, List<ColumnFacts> facts, List<TableRow> rows, TimeRules rules) {
        this.source = source;
        this.facts = facts;
        this.rows = rows;
        this.rules = rules;
    }

    /** Whether the table has times. */
    boolean found() {
        return found;
    }

    /** Gives columns their roles; the rules by which they are read. */
    TimeRules find(BiConsumer<ColumnUse, String> use) {
        ColumnFacts time = written();
        if (time != null) {
            found = true;
            rules = rules.withPattern(time.column().timePattern());
            String name = PlainText.words(time.column().name());
            boolean utcClock = facts.stream().filter(f -> f.column().type() == CellType.CLOCK).anyMatch(f -> PlainText.words(f.column().name()).matches(".*\\b(utc|gmt)\\b.*"));
            // the German weather service names its hours so and PVGIS writes its own so, both in UTC
            if (time.column().timePattern().equals("yyyyMMdd:HHmm") || name.matches(".*\\b(utc|gmt)\\b.*|mess datum") || utcClock) {
                rules = rules.withZone("UTC");
            }
            use.accept(ColumnUse.of(time.column().name(), ColumnRole.TIME), TEXTS.get("guess.time", time.samples().isEmpty() ? "" : time.samples().get(0)));
            clock(time, use);
            label(time, name);
            return rules;
        }
        if (counted(use) || parts(use)) {
            found = true;
        }
        return rules;
    }

    private ColumnFacts written() {
        ColumnFacts best = null;
        int score = -1;
        for (ColumnFacts f : facts) {
            if (f.column().type() != CellType.TIME || f.present() < 0.5 * rows.size()) {
                continue;
            }
            String words = PlainText.words(f.column().name());
            int fit = RoleWords.fit(f.column().name(), ColumnRole.TIME);
            // dates that tell something of places, such as when they were built or changed, are no times of rows
            boolean other = words.matches(".*(created|updated|skapad|uppdaterad|modified|registr|built|byggd|birth|installed).*") || f.distinct() == 1 && rows.size() > 3 && fit < 2;
            // a row that names both ends is known by its beginning
            int here = other ? -1 : 2 + fit - (RoleWords.END.matcher(words).matches() ? 2 : 0);
            if (here > score) {
                best = f;
                score = here;
            }
        }
        return best;
    }

    private void clock(ColumnFacts time, BiConsumer<ColumnUse, String> use) {
        boolean dateOnly = !time.samples().isEmpty() && time.samples().stream().allMatch(s -> !s.contains(":") && s.length() <= 11 || s.endsWith("T00:00"));
        if (!dateOnly) {
            return;
        }
        facts.stream().filter(f -> f.column().type() == CellType.CLOCK).findFirst().ifPresentOrElse(
                f -> use.accept(ColumnUse.of(f.column().name(), ColumnRole.CLOCK), TEXTS.get("guess.clock")),
                () -> facts.stream().filter(f -> f.column().type() == CellType.INTEGER && f.least() >= 0 && f.most() <= 24 && f.distinct() > 20
                        && RoleWords.fit(f.column().name(), ColumnRole.HOUR) > 1).findFirst().ifPresent(f -> {
                            use.accept(ColumnUse.of(f.column().name(), ColumnRole.CLOCK), TEXTS.get("guess.clock"));
                            rules = f.least() == 1 && f.most() == 24 ? rules.withLabel(TimeRules.Label.END) : rules;
                        }));
    }

    /** The end of intervals: by the column's name, or because the table begins one step after midnight. */
    private void label(ColumnFacts time, String name) {
        if (RoleWords.END.matcher(name).matches()) {
            rules = rules.withLabel(TimeRules.Label.END);
            return;
        }
        if (rules.label() == TimeRules.Label.END || RoleWords.fit(time.column().name(), ColumnRole.TIME) > 1 && name.matches(".*(start|from|fran|von|van|begin|alku).*")) {
            return;
        }
        ImportRecipe probe = new ImportRecipe(1, "", "", "", "", null, null, List.of(ColumnUse.of(time.column().name(), ColumnRole.TIME)), rules.withZone("UTC"), null, null, "", "", false);
        TimeReader reader = new TimeReader(probe, source, TimeReader.Learned.NOTHING);
        List<Long> times = new ArrayList<>();
        for (TableRow row : rows) {
            long at = reader.read(row, 0);
            if (at != TimeReader.NONE && (times.isEmpty() || at != times.get(times.size() - 1))) {
                times.add(at);
            }
            if (times.size() == 30) {
                break;
            }
        }
        if (times.size() > 3 && time.samples().stream().noneMatch(s -> s.endsWith("Z") || s.matches(".*[+-]\\d{2}:?\\d{2}$"))) {
            long step = times.get(1) - times.get(0);
            long clock = Math.floorMod(times.get(0), 86_400L);
            boolean steady = step > 0 && step <= 3600 && times.get(2) - times.get(1) == step;
            if (steady && clock == step && LocalTime.ofSecondOfDay(clock).isBefore(LocalTime.of(1, 1))) {
                rules = rules.withLabel(TimeRules.Label.END);
            }
        }
    }

    /** Seconds or milliseconds since 1970, or days as spreadsheets count. */
    private boolean counted(BiConsumer<ColumnUse, String> use) {
        for (ColumnFacts f : facts) {
            if (!f.isNumeric() || RoleWords.fit(f.column().name(), ColumnRole.TIME) == 0 && !PlainText.words(f.column().name()).matches(".*(epoch|unix).*")) {
                continue;
            }
            TimeRules.Form form = f.least() > 3e11 && f.most() < 5e12 ? TimeRules.Form.EPOCH_MILLIS
                    : f.least() > 3e8 && f.most() < 5e9 ? TimeRules.Form.EPOCH_SECONDS
                    : f.least() > 15_000 && f.most() < 80_000 && f.distinct() > 1 && f.rising() > 0.5 ? TimeRules.Form.SPREADSHEET_DAYS : null;
            if (form != null) {
                rules = rules.withForm(form);
                use.accept(ColumnUse.of(f.column().name(), ColumnRole.TIME), TEXTS.get("guess.counted." + form));
                return true;
            }
        }
        return false;
    }

    /** Year, month, day and hour in columns of their own. */
    private boolean parts(BiConsumer<ColumnUse, String> use) {
        ColumnFacts year = part(ColumnRole.YEAR, 1900, 2200);
        ColumnFacts month = part(ColumnRole.MONTH, 1, 12);
        ColumnFacts day = part(ColumnRole.DAY, 1, 31);
        ColumnFacts hour = part(ColumnRole.HOUR, 0, 24);
        // years that follow each other up to our days: the years in which houses were built do not
        boolean yearly = year != null && month == null && year.distinct() > 1 && year.distinct() == year.most() - year.least() + 1 && year.most() >= 1990;
        if (!yearly && (month == null || year == null && hour == null && day == null)) {
            return false;
        }
        for (ColumnFacts f : new ColumnFacts[] {year, month, day, hour}) {
            if (f != null) {
                ColumnRole role = f == year ? ColumnRole.YEAR : f == month ? ColumnRole.MONTH : f == day ? ColumnRole.DAY : ColumnRole.HOUR;
                use.accept(ColumnUse.of(f.column().name(), role), TEXTS.get("guess.name"));
            }
        }
        rules = rules.withForm(TimeRules.Form.PARTS).withYear(year == null ? ASSUMED_YEAR : 0);
        if (hour != null && hour.least() == 1 && hour.most() == 24) {
            rules = rules.withLabel(TimeRules.Label.END);
        }
        return true;
    }

    private ColumnFacts part(ColumnRole role, double least, double most) {
        return facts.stream().filter(f -> f.column().type() == CellType.INTEGER && f.least() >= least && f.most() <= most && RoleWords.fit(f.column().name(), role) > 1)
                .findFirst().orElse(null);
    }
}
