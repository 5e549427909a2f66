package org.kvarter.tables.format;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvSource;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * EnergyPlus weather (EPW): eight header lines, then 35 fields an hour, as the EnergyPlus Auxiliary Programs manual lists them. Hours are 1 to 24 in
 * standard time and name the end of their interval; missing values are the numbers of that list. Files of months of several years are moved to one.
 */
final class Epw implements TableFormat {

    static final int HEADERS = 8;

    /** Fields 6 to 33 of the data dictionary; sky cover is given in tenths. */
    private static final List<WeatherColumn> COLUMNS = List.of(
            new WeatherColumn(6, "dry bulb temperature", Quantities.TEMPERATURE, "°C", 99.9), new WeatherColumn(7, "dew point temperature", Quantities.DEW_POINT, "°C", 99.9),
            new WeatherColumn(8, "relative humidity", Quantities.HUMIDITY, "%", 999), new WeatherColumn(9, "atmospheric station pressure", Quantities.PRESSURE, "Pa", 999_999),
            new WeatherColumn(10, "extraterrestrial horizontal radiation", "", "Wh/m²", 9999), new WeatherColumn(11, "extraterrestrial direct normal radiation", "", "Wh/m²", 9999),
            new WeatherColumn(12, "horizontal infrared radiation intensity", Quantities.INFRARED_RADIATION, "Wh/m²", 9999),
            new WeatherColumn(13, "global horizontal radiation", Quantities.GLOBAL_RADIATION, "Wh/m²", 9999), new WeatherColumn(14, "direct normal radiation", Quantities.DIRECT_RADIATION, "Wh/m²", 9999),
            new WeatherColumn(15, "diffuse horizontal radiation", Quantities.DIFFUSE_RADIATION, "Wh/m²", 9999), new WeatherColumn(16, "global horizontal illuminance", "", "lux", 999_900),
            new WeatherColumn(17, "direct normal illuminance", "", "lux", 999_900), new WeatherColumn(18, "diffuse horizontal illuminance", "", "lux", 999_900),
            new WeatherColumn(19, "zenith luminance", "", "cd/m²", 9999), new WeatherColumn(20, "wind direction", Quantities.WIND_DIRECTION, "°", 999),
            new WeatherColumn(21, "wind speed", Quantities.WIND_SPEED, "m/s", 999), new WeatherColumn(22, "total sky cover", Quantities.CLOUD_COVER, "tenths", 99),
            new WeatherColumn(23, "opaque sky cover", "", "tenths", 99), new WeatherColumn(24, "visibility", "", "km", 9999), new WeatherColumn(25, "ceiling height", "", "m", 99_999),
            new WeatherColumn(28, "precipitable water", "", "mm", 999), new WeatherColumn(29, "aerosol optical depth", "", "", 0.999), new WeatherColumn(30, "snow depth", Quantities.SNOW_DEPTH, "cm", 999),
            new WeatherColumn(31, "days since last snowfall", "", "", 99), new WeatherColumn(32, "albedo", "", "", 999), new WeatherColumn(33, "liquid precipitation depth", Quantities.PRECIPITATION, "mm", 999));

    private static final Texts TEXTS = Texts.in(Epw.class);

    @Override
    public String name() {
        return "EPW";
    }

    @Override
    public int score(String fileName, byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 2048), StandardCharsets.ISO_8859_1);
        return text.startsWith("LOCATION,") && text.contains("DESIGN CONDITIONS") ? 97 : fileName.endsWith(".epw") && text.startsWith("LOCATION") ? 90 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String fileName = String.valueOf(file.getFileName());
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, StandardCharsets.ISO_8859_1, ',')) {
            CsvRecord location = null;
            Set<String> years = new HashSet<>();
            long rows = -HEADERS;
            for (CsvRecord record : reader) {
                location = location == null ? record : location;
                if (rows++ >= 0 && record.getFieldCount() > 6) {
                    years.add(record.getField(0).strip());
                }
            }
            if (location == null || location.getFieldCount() < 9 || rows <= 0) {
                throw new TableException(TEXTS.get("epw.short", fileName));
            }
            String place = location.getField(1).strip();
            ZoneOffset offset = WeatherCursor.offset(location.getField(8));
            boolean typical = years.size() > 1 && rows <= 8784;
            TypicalYear year = typical || options.number(TableOptions.YEAR).isPresent() ? TypicalYear.of(options) : TypicalYear.AS_IS;
            List<TableNote> notes = new ArrayList<>();
            notes.add(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("epw.place", place, location.getField(6).strip(), location.getField(7).strip(), location.getField(4).strip())));
            notes.add(new TableNote(TableNote.Topic.TIME, TEXTS.get("epw.time", offset.getId().equals("Z") ? "UTC" : "UTC" + offset.getId())));
            if (year.year() != 0) {
                notes.add(year.note());
            }
            TableOptions used = year.into(options.with(TableOptions.ZONE, offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId()).with(TableOptions.LABEL, "end"));
            return List.of(new PlainTable(file, name(), place.isEmpty() ? fileName : place, columns(COLUMNS), used, notes, OptionalLong.of(rows),
                    () -> new WeatherCursor(file, HEADERS, COLUMNS, r -> time(r, year), offset)));
        } catch (IOException | SeriesException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    /** Time and the columns. */
    static List<TableColumn> columns(List<WeatherColumn> weather) {
        List<TableColumn> columns = new ArrayList<>();
        columns.add(TableColumn.known(0, "time", "", CellType.TIME, KnownMeaning.of(ColumnRole.TIME)));
        weather.forEach(w -> columns.add(w.column(columns.size())));
        return columns;
    }

    /** End of the hour: its number, of which the minutes say how much has passed where there are several records an hour. */
    private static LocalDateTime time(CsvRecord record, TypicalYear year) {
        try {
            int hour = Integer.parseInt(record.getField(3).strip());
            int minute = record.getFieldCount() > 4 && !record.getField(4).isBlank() ? (int) Double.parseDouble(record.getField(4).strip()) : 60;
            LocalDate day = LocalDate.of(Integer.parseInt(record.getField(0).strip()), Integer.parseInt(record.getField(1).strip()), Integer.parseInt(record.getField(2).strip()));
            if (hour < 0 || hour > 24 || minute < 0 || minute > 60) {
                return null;
            }
            // the day is moved before the hour is added: hour 24 of 31 December ends in the next year
            LocalDateTime start = year.move(day.atStartOfDay());
            return minute == 0 || minute == 60 ? start.plusHours(hour) : start.plusHours(hour - 1L).plusMinutes(minute);
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
