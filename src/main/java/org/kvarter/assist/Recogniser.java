package org.kvarter.assist;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kvarter.series.csv.PlaceWords;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.tables.Units;
import org.kvarter.text.Texts;

/** Finds the roles of a table's columns. One use. */
final class Recogniser {

    private static final Texts TEXTS = Texts.in(Recogniser.class);

    private final TableSource source;
    private final List<TableRow> rows;
    private final List<ColumnFacts> facts = new ArrayList<>();
    private final Map<String, Integer> indices = new HashMap<>();
    private final ColumnUse[] uses;
    private final String[] why;
    private final List<String> reasons = new ArrayList<>();
    private final String title;
    private final Measures measures;
    private TimeRules time;
    private String crs = "";

    Recogniser(TableSource source, List<TableRow> rows, ZoneId zone) {
        this.source = source;
        this.rows = rows;
        this.title = Recognition.title(source);
        this.uses = new ColumnUse[source.columns().size()];
        this.measures = new Measures(source, rows, facts, uses, title);
        this.why = new String[uses.length];
        for (TableColumn column : source.columns()) {
            facts.add(ColumnFacts.of(column, rows, source.decimalComma()));
            indices.put(column.name(), column.index());
        }
        String stated = source.options().get(TableOptions.ZONE);
        this.time = TimeRules.in(stated.isEmpty() ? zone : ZoneId.of(stated))
                .withLabel(Recognition.statesEnd(source) ? TimeRules.Label.END : TimeRules.Label.START);
    }

    Recognition recognise() {
        Recognition.Layout layout;
        if (source.columns().stream().anyMatch(c -> c.meaning().isPresent())) {
            layout = stated();
        } else {
            TimeGuess times = new TimeGuess(source, facts, rows, time);
            time = times.find(this::use);
            coordinates();
            layout = times.found() ? timed() : attributes();
        }
        List<ColumnGuess> guesses = new ArrayList<>();
        List<ColumnUse> all = new ArrayList<>();
        for (TableColumn column : source.columns()) {
            int i = column.index();
            ColumnUse use = uses[i] == null ? ColumnUse.of(column.name(), ColumnRole.IGNORE) : uses[i];
            all.add(use);
            guesses.add(new ColumnGuess(column, use, why[i] == null ? TEXTS.get("guess.ignored") : why[i]));
        }
        ImportRecipe recipe = new ImportRecipe(ImportRecipe.VERSION, Recognition.id(title), title, source.file().toAbsolutePath().normalize().toString(),
                source.name(), source.options(), SourceShape.of(source), all, time, ValueRules.PLAIN, JoinRule.district().withCrs(crs), "", "", false);
        return new Recognition(guesses, layout, recipe, reasons);
    }

    private void use(ColumnUse use, String reason) {
        int index = indices.get(use.column());
        uses[index] = use;
        why[index] = reason;
    }

    private boolean isFree(ColumnFacts f) {
        return uses[f.column().index()] == null;
    }

    /** The format says what its columns are. */
    private Recognition.Layout stated() {
        boolean rowsOfPlaces = false;
        for (TableColumn column : source.columns()) {
            if (column.meaning().isPresent()) {
                KnownMeaning known = column.meaning().get();
                use(new ColumnUse(column.name(), known.role(), known.quantity(), column.unit(), known.place(), false), TEXTS.get("guess.stated", source.format()));
                rowsOfPlaces |= known.role() == ColumnRole.PLACE;
            }
        }
        reasons.add(TEXTS.get("guess.statedTable", source.format()));
        return rowsOfPlaces ? Recognition.Layout.ROWS : Recognition.Layout.QUANTITIES_IN_COLUMNS;
    }

    private void coordinates() {
        ColumnFacts east = best(ColumnRole.EAST, true);
        ColumnFacts north = best(ColumnRole.NORTH, true);
        if (east == null || north == null || east == north) {
            return;
        }
        boolean degrees = Math.abs(east.least()) <= 180 && Math.abs(east.most()) <= 180 && Math.abs(north.least()) <= 90 && Math.abs(north.most()) <= 90;
        crs = degrees ? "OGC:CRS84" : PlaceWords.crs(east.column().name(), north.column().name()).orElse("");
        use(ColumnUse.of(east.column().name(), ColumnRole.EAST), TEXTS.get(degrees ? "guess.degrees" : "guess.plane"));
        use(ColumnUse.of(north.column().name(), ColumnRole.NORTH), TEXTS.get(degrees ? "guess.degrees" : "guess.plane"));
    }

    /** The free column whose name fits a role best, by more than a word of it. */
    private ColumnFacts best(ColumnRole role, boolean numeric) {
        ColumnFacts best = null;
        int fit = 1;
        for (ColumnFacts f : facts) {
            int here = isFree(f) && (!numeric || f.isNumeric()) && f.present() > 0 ? RoleWords.fit(f.column().name(), role) : 0;
            if (here > fit) {
                best = f;
                fit = here;
            }
        }
        return best;
    }

    private Recognition.Layout timed() {
        for (ColumnRole role : List.of(ColumnRole.UNIT, ColumnRole.QUALITY, ColumnRole.QUANTITY)) {
            ColumnFacts found = best(role, false);
            if (found != null && found.column().type() == CellType.TEXT) {
                use(ColumnUse.of(found.column().name(), role), TEXTS.get("guess.name"));
            }
        }
        Optional<ColumnFacts> place = placeInRows();
        place.ifPresent(p -> use(ColumnUse.of(p.column().name(), ColumnRole.PLACE), TEXTS.get("guess.place", String.join(", ", p.samples()))));
        List<ColumnFacts> numbers = facts.stream().filter(f -> isFree(f) && (f.isNumeric() || f.column().type() == CellType.EMPTY && f.present() == 0)).toList();
        List<ColumnFacts> filled = numbers.stream().filter(ColumnFacts::isNumeric).filter(f -> !Measures.isCode(f)).toList();
        if (place.isPresent()) {
            filled.forEach(f -> valueInRows(f, place.get()));
            reasons.add(TEXTS.get("guess.rows", place.get().column().name()));
            return Recognition.Layout.ROWS;
        }
        if (twoHeaders(filled)) {
            reasons.add(TEXTS.get("guess.twoHeaders"));
            return Recognition.Layout.PLACES_IN_COLUMNS;
        }
        if (areQuantities(filled)) {
            for (ColumnFacts f : filled) {
                boolean bare = filled.size() == 1 && QuantityWords.find(f.column().name()).isEmpty();
                value(f, bare ? measures.quantityOfTable(filled) : measures.quantityOf(f), "", measures.counts(f, null));
            }
            reasons.add(TEXTS.get("guess.quantities", filled.size()));
            return Recognition.Layout.QUANTITIES_IN_COLUMNS;
        }
        PlacesInNames named = PlacesInNames.of(filled.stream().map(f -> f.column().name()).toList());
        String quantity = named.quantity().orElseGet(() -> measures.quantityOfTable(filled));
        for (int i = 0; i < filled.size(); i++) {
            value(filled.get(i), quantity, named.places().get(i), measures.counts(filled.get(i), null));
        }
        reasons.add(TEXTS.get("guess.places", filled.size()));
        return Recognition.Layout.PLACES_IN_COLUMNS;
    }

    /** A column that says whose row it is: by its name, or because times come again and words stand beside them. */
    private Optional<ColumnFacts> placeInRows() {
        boolean repeat = timesRepeat();
        ColumnFacts best = null;
        double score = 0;
        for (ColumnFacts f : facts) {
            CellType type = f.column().type();
            if (!isFree(f) || type == CellType.NUMBER || type == CellType.EMPTY || type == CellType.TIME || type == CellType.TRUTH) {
                continue;
            }
            int fit = RoleWords.fit(f.column().name(), ColumnRole.PLACE);
            boolean words = type == CellType.TEXT;
            if (!words && (fit < 2 || Measures.named(f) || !f.column().unit().isEmpty() || QuantityWords.find(f.column().name()).isPresent()) || words && fit == 0 && !repeat) {
                continue;
            }
            // the values of a place come again with other times
            double here = fit * 2 + (words ? 1 : 0) + (repeat && f.distinct() > 1 ? 1 : 0) - (f.isUnique() ? 3 : 0) - (f.distinct() == 1 && words && fit == 0 ? 2 : 0);
            if (here > score) {
                best = f;
                score = here;
            }
        }
        return Optional.ofNullable(best);
    }

    private boolean timesRepeat() {
        int column = -1;
        for (int i = 0; i < uses.length; i++) {
            column = uses[i] != null && uses[i].role() == ColumnRole.TIME ? i : column;
        }
        if (column < 0) {
            return false;
        }
        Set<String> times = new HashSet<>();
        int present = 0;
        for (TableRow row : rows) {
            if (!row.text(column).isEmpty()) {
                times.add(row.text(column));
                present++;
            }
        }
        // long tables may be sorted by place: then times come again only after a long while
        return times.size() < 0.7 * present;
    }

    private void valueInRows(ColumnFacts f, ColumnFacts place) {
        String name = f.column().name();
        Optional<String> quantity = QuantityWords.find(name);
        boolean area = quantity.isPresent() && quantity.get().equals(Quantities.AREA);
        if (area || f.column().type() == CellType.INTEGER && RoleWords.fit(name, ColumnRole.VALUE) == 0 && quantity.isEmpty() && f.column().unit().isEmpty()
                && PlainText.words(name).matches(".*(nr|id|kod|code|zip|year|ar|number|version)")) {
            use(new ColumnUse(name, ColumnRole.ATTRIBUTE, "", f.column().unit(), "", false), TEXTS.get("guess.attribute"));
            return;
        }
        boolean stated = has(ColumnRole.QUANTITY);
        boolean counting = measures.counts(f, place);
        value(f, stated && RoleWords.fit(name, ColumnRole.VALUE) > 0 ? "" : quantity.orElse(measures.quantityOfTable(List.of(f))), "", counting);
    }

    private boolean has(ColumnRole role) {
        for (ColumnUse use : uses) {
            if (use != null && use.role() == role) {
                return true;
            }
        }
        return false;
    }

    private void value(ColumnFacts f, String quantity, String place, boolean cumulative) {
        String unit = f.column().unit();
        String reason = TEXTS.get("guess.value", f.column().name());
        if (unit.isEmpty() && !has(ColumnRole.UNIT) && !quantity.isEmpty()) {
            unit = Measures.assumedUnit(f.column().name() + " " + title, quantity);
            reason = unit.isEmpty() ? TEXTS.get("guess.noUnit") : TEXTS.get("guess.assumedUnit", unit);
        }
        use(new ColumnUse(f.column().name(), ColumnRole.VALUE, quantity, unit, place, cumulative),
                cumulative ? TEXTS.get("guess.cumulative", f.samples().isEmpty() ? "" : f.samples().get(0)) : reason);
    }

    private boolean areQuantities(List<ColumnFacts> numbers) {
        Set<String> units = new HashSet<>();
        Set<String> quantities = new HashSet<>();
        int known = 0;
        for (ColumnFacts f : numbers) {
            units.add(f.column().unit());
            Optional<String> quantity = QuantityWords.find(f.column().name());
            known += quantity.isPresent() ? 1 : 0;
            quantity.ifPresent(quantities::add);
        }
        return units.size() > 1 && numbers.size() <= 60 || 2 * known >= numbers.size() && known > 0 && (quantities.size() > 1 || numbers.size() == 1)
                || numbers.size() == 1 && (RoleWords.fit(numbers.get(0).column().name(), ColumnRole.VALUE) > 0 || Measures.named(numbers.get(0)));
    }

    /** Two header rows of which one names quantities: the other names places. */
    private boolean twoHeaders(List<ColumnFacts> numbers) {
        int levels = numbers.stream().mapToInt(f -> f.column().headers().size()).max().orElse(0);
        int level = -1;
        long most = 0;
        for (int l = 0; l < levels; l++) {
            int at = l;
            long known = numbers.stream().filter(f -> QuantityWords.find(f.column().headers().get(at)).isPresent()).count();
            if (known > most) {
                most = known;
                level = l;
            }
        }
        if (levels < 2 || level < 0 || 2 * most < numbers.size()) {
            return false;
        }
        for (ColumnFacts f : numbers) {
            List<String> headers = f.column().headers();
            List<String> others = new ArrayList<>();
            for (int l = 0; l < headers.size(); l++) {
                if (l != level && !headers.get(l).isBlank() && Units.parse(headers.get(l).replaceAll("^[\\[(]|[\\])]$", "")).isEmpty()) {
                    others.add(headers.get(l));
                }
            }
            if (others.isEmpty()) {
                return false;
            }
            value(f, QuantityWords.usual(headers.get(level)), String.join(" ", others), measures.counts(f, null));
        }
        return true;
    }

    private Recognition.Layout attributes() {
        ColumnFacts place = null;
        int score = 0;
        for (ColumnFacts f : facts) {
            int fit = isFree(f) && f.present() > 0 && f.column().type() != CellType.NUMBER && f.column().type() != CellType.TRUTH ? RoleWords.fit(f.column().name(), ColumnRole.PLACE) : 0;
            int here = fit == 0 ? 0 : 2 * fit + (f.isUnique() ? 2 : 0) + (f.column().type() == CellType.TEXT ? 1 : 0);
            if (here > score) {
                place = f;
                score = here;
            }
        }
        if (place == null) {
            place = facts.stream().filter(f -> isFree(f) && f.column().type() == CellType.TEXT && f.isUnique()).findFirst().orElse(null);
        }
        if (place != null) {
            use(ColumnUse.of(place.column().name(), ColumnRole.PLACE), TEXTS.get("guess.place", String.join(", ", place.samples())));
            houseNumber(place);
        }
        Map<Integer, String> times = TimesInHeaders.of(facts.stream().filter(f -> isFree(f) && f.isNumeric()).map(ColumnFacts::column).toList(), title);
        List<ColumnFacts> timed = facts.stream().filter(f -> times.containsKey(f.column().index())).toList();
        String quantity = timed.isEmpty() ? "" : measures.quantityOfTable(timed);
        for (ColumnFacts f : timed) {
            value(f, quantity, "", measures.counts(f, null));
            uses[f.column().index()] = uses[f.column().index()].withTime(times.get(f.column().index())).withCumulative(false);
        }
        for (ColumnFacts f : facts) {
            if (isFree(f) && f.present() > 0) {
                use(new ColumnUse(f.column().name(), ColumnRole.ATTRIBUTE, "", f.column().unit(), "", false), TEXTS.get("guess.attribute"));
            }
        }
        reasons.add(timed.isEmpty() ? TEXTS.get("guess.attributes") : TEXTS.get("guess.timesInColumns", timed.size(), times.get(timed.get(0).column().index())));
        return timed.isEmpty() ? Recognition.Layout.ATTRIBUTES : Recognition.Layout.TIMES_IN_COLUMNS;
    }

    /** A house number in a column of its own belongs to the street beside it. */
    private void houseNumber(ColumnFacts place) {
        boolean street = PlainText.words(place.column().name()).matches(".*(adr|address|street|gata|gatu|katu|osoite|strasse|straat).*")
                && place.samples().stream().noneMatch(s -> s.matches(".*\\d.*"));
        if (!street) {
            return;
        }
        facts.stream().filter(f -> isFree(f) && PlainText.words(f.column().name()).matches("(hus|house|haus|huis|talo|gatu|street|katu)? ?(nr|no|nummer|number|numero|num)"))
                .findFirst().ifPresent(f -> use(ColumnUse.of(f.column().name(), ColumnRole.PLACE), TEXTS.get("guess.houseNumber")));
    }
}
