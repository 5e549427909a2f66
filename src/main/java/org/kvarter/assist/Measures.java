package org.kvarter.assist;

import java.util.List;
import java.util.Optional;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.tables.Unit.Dimension;
import org.kvarter.tables.Units;

/** What columns of numbers measure, in which unit, and whether they are read off meters. One thread. */
final class Measures {

    private final TableSource source;
    private final List<TableRow> rows;
    private final List<ColumnFacts> facts;
    private final ColumnUse[] uses;
    private final String title;

    /**
     * @param facts of all columns
     * @param uses  of the columns, as far as they are found; looked at when asked
     * @param title of the table
     */
    Measures(TableSource source, List<TableRow> rows, List<ColumnFacts> facts, ColumnUse[] uses, String title) {
        this.source = source;
        this.rows = rows;
        this.facts = facts;
        this.uses = uses;
        this.title = title;
    }

    /** What a column is of: by its name, by its unit where its name only says that it holds values, else its name. */
    String quantityOf(ColumnFacts f) {
        String name = f.column().name();
        boolean bare = RoleWords.fit(name, ColumnRole.VALUE) > 0 && Units.dimension(f.column().unit()).filter(d -> d == Dimension.ENERGY || d == Dimension.POWER).isPresent();
        return QuantityWords.find(name).orElse(bare ? "energy" : name.strip());
    }

    /** Numbers that stand for kinds of days, states and the like: there is nothing to measure. */
    static boolean isCode(ColumnFacts f) {
        return f.column().type() == CellType.INTEGER && f.distinct() <= 12 && f.column().unit().isEmpty()
                && PlainText.words(f.column().name()).matches(".*\\b(type|typ|tyyppi|product|produkt|tuote|status|flag|weekday|veckodag|wochentag|viikonpaiva|weekdag|holiday|helgdag|season|sasong|dst)|qn( \\d+)?");
    }

    /** The unit that a quantity without one most likely has; a person is told that it is assumed. */
    static String assumedUnit(String words, String quantity) {
        String folded = PlainText.words(words);
        Optional<Dimension> dimension = QuantityWords.dimension(quantity);
        for (String word : folded.split(" ")) {
            Optional<Dimension> named = word.length() > 1 ? Units.dimension(word) : Optional.empty();
            if (named.isPresent() && (named.get() == Dimension.ENERGY || named.get() == Dimension.POWER)) {
                return Units.usual(word);
            }
        }
        if (dimension.isEmpty()) {
            return "";
        }
        return switch (dimension.get()) {
            case ENERGY -> folded.matches(".*\\b(effekt|power|teho|leistung|vermogen)\\b.*") ? "kW" : "kWh";
            case TEMPERATURE, IRRADIANCE, SPEED, ANGLE, SHARE, VOLUME -> dimension.get().base();
            default -> "";
        };
    }

    /** What a table measures whose columns do not say it: by its title, its unit, or unknown. */
    String quantityOfTable(List<ColumnFacts> numbers) {
        Optional<Dimension> unit = numbers.stream().map(this::unitOf).filter(u -> !u.isEmpty()).findFirst().flatMap(Units::dimension);
        Optional<String> named = QuantityWords.find(title.replaceAll("[-_.]", " "));
        // a title that speaks of water above kilowatt-hours is the name of a company
        boolean contrary = unit.isPresent() && named.flatMap(QuantityWords::dimension).filter(d -> d != unit.get() && !(d == Dimension.ENERGY && unit.get() == Dimension.POWER)).isPresent();
        if (named.isPresent() && !contrary) {
            return named.get();
        }
        if (unit.isPresent() && unit.get() == Dimension.TEMPERATURE) {
            return Quantities.TEMPERATURE;
        }
        boolean energy = unit.isPresent() && (unit.get() == Dimension.ENERGY || unit.get() == Dimension.POWER);
        return energy ? "energy" : numbers.size() == 1 ? numbers.get(0).column().name() : title;
    }

    /** Unit of a column: its header's, or the first that stands in the rows. */
    private String unitOf(ColumnFacts f) {
        if (!f.column().unit().isEmpty()) {
            return f.column().unit();
        }
        for (int i = 0; i < uses.length; i++) {
            if (uses[i] != null && uses[i].role() == ColumnRole.UNIT && !facts.get(i).samples().isEmpty()) {
                return facts.get(i).samples().get(0);
            }
        }
        return "";
    }

    /** Whether a column counts on and on, as meters do: it hardly ever falls, and stands far above its steps. */
    boolean counts(ColumnFacts f, ColumnFacts place) {
        return named(f) || CountingMeters.is(rows, f, place == null ? -1 : place.column().index(), source.decimalComma());
    }

    /** Whether its name says that it counts. */
    static boolean named(ColumnFacts f) {
        return RoleWords.CUMULATIVE.matcher(PlainText.words(f.column().name())).matches();
    }
}
