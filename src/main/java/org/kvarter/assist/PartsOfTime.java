package org.kvarter.assist;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.kvarter.series.csv.Numbers;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;

/**
 * Local times of which year, month, day and hour stand in columns of their own, some of them perhaps nowhere: the year is then that of the
 * rules and goes on where months begin anew; days are counted where hours begin anew. Hour 24 is the end of the day. One use, one thread.
 */
final class PartsOfTime {

    private final int year;
    private final int month;
    private final int day;
    private final int hour;
    private final boolean comma;
    private int countedYear;
    private int lastMonth;
    private int countedDay = 1;
    private double lastHour = -1;

    PartsOfTime(ImportRecipe recipe, TableSource source) {
        this.year = TimeReader.index(recipe, source, ColumnRole.YEAR);
        this.month = TimeReader.index(recipe, source, ColumnRole.MONTH);
        this.day = TimeReader.index(recipe, source, ColumnRole.DAY);
        this.hour = TimeReader.index(recipe, source, ColumnRole.HOUR);
        this.comma = source.decimalComma();
        this.countedYear = recipe.time().year();
    }

    /** The row's local time; {@code null} where a number is missing or impossible. */
    LocalDateTime read(TableRow row) {
        double y = number(row, year, countedYear);
        double m = number(row, month, 1);
        double d = number(row, day, Double.NaN);
        double h = number(row, hour, 0);
        if (!(m >= 1 && m <= 12) || !(h >= 0 && h <= 24) || Double.isNaN(y)) {
            return null;
        }
        boolean newMonth = lastMonth != 0 && m != lastMonth;
        if (year < 0 && lastMonth != 0 && m < lastMonth) {
            y = ++countedYear;
        }
        if (day < 0) {
            countedDay = month >= 0 && newMonth ? 1 : hour >= 0 && h <= lastHour ? countedDay + 1 : countedDay;
            d = countedDay;
        }
        lastMonth = (int) m;
        lastHour = h;
        if (!(y >= 1 && y <= 9999) || !(d >= 1 && d <= LocalDate.of((int) y, (int) m, 1).lengthOfMonth())) {
            return null;
        }
        return LocalDate.of((int) y, (int) m, (int) d).atStartOfDay().plusSeconds(Math.round(h * 3600));
    }

    private double number(TableRow row, int column, double otherwise) {
        if (column < 0) {
            return otherwise;
        }
        Object cell = row.cell(column);
        return cell instanceof Number n ? n.doubleValue() : cell == null ? Double.NaN : Numbers.parse(cell.toString().strip(), comma);
    }
}
