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
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.kvarter.series.SeriesException;
import org.kvarter.series.csv.CsvSource;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * Typical meteorological years 3 (Wilcox and Marion, Users Manual for TMY3 Data Sets, NREL/TP-581-43156): a line of the station, a line of names,
 * then hours 01:00 to 24:00 in standard time that name the end of their interval. Months of several years are moved to one.
 */
final class Tmy3 implements TableFormat {

    private static final Texts TEXTS = Texts.in(Tmy3.class);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("M/d/yyyy", Locale.ROOT);
    private static final int HEADERS = 2;
    /** Hours of a year with a leap day: typical years are no longer. */
    private static final int MOST = 8784;

    /** Quantity and unit by the beginning of a column's name. */
    private static final Map<String, String[]> COLUMNS = Map.ofEntries(Map.entry("GHI (", new String[] {Quantities.GLOBAL_RADIATION, "Wh/m²"}),
            Map.entry("DNI (", new String[] {Quantities.DIRECT_RADIATION, "Wh/m²"}), Map.entry("DHI (", new String[] {Quantities.DIFFUSE_RADIATION, "Wh/m²"}),
            Map.entry("Dry-bulb (", new String[] {Quantities.TEMPERATURE, "°C"}), Map.entry("Dew-point (", new String[] {Quantities.DEW_POINT, "°C"}),
            Map.entry("RHum (", new String[] {Quantities.HUMIDITY, "%"}), Map.entry("Pressure (", new String[] {Quantities.PRESSURE, "hPa"}),
            Map.entry("Wdir (", new String[] {Quantities.WIND_DIRECTION, "°"}), Map.entry("Wspd (", new String[] {Quantities.WIND_SPEED, "m/s"}),
            Map.entry("Lprecip depth (", new String[] {Quantities.PRECIPITATION, "mm"}), Map.entry("TotCld (", new String[] {Quantities.CLOUD_COVER, "tenths"}));

    @Override
    public String name() {
        return "TMY3";
    }

    @Override
    public int score(String fileName, byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 2048), StandardCharsets.ISO_8859_1);
        return text.contains("Date (MM/DD/YYYY),Time (HH:MM)") ? 96 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        String fileName = String.valueOf(file.getFileName());
        try (CsvReader<CsvRecord> reader = CsvSource.reader(file, StandardCharsets.ISO_8859_1, ',')) {
            CsvRecord station = null;
            CsvRecord names = null;
            long rows = -HEADERS;
            for (CsvRecord record : reader) {
                station = rows == -HEADERS ? record : station;
                names = rows == 1 - HEADERS ? record : names;
                if (++rows > MOST) {
                    break;
                }
            }
            if (names == null || station.getFieldCount() < 6 || rows <= 0) {
                throw new TableException(TEXTS.get("epw.short", fileName));
            }
            List<WeatherColumn> columns = new ArrayList<>();
            for (int i = 2; i < names.getFieldCount(); i++) {
                String name = names.getField(i).strip();
                for (Map.Entry<String, String[]> known : COLUMNS.entrySet()) {
                    if (name.startsWith(known.getKey())) {
                        columns.add(new WeatherColumn(i, name, known.getValue()[0], known.getValue()[1], 9_900));
                    }
                }
            }
            String place = station.getField(1).strip();
            ZoneOffset offset = WeatherCursor.offset(station.getField(3));
            TypicalYear year = TypicalYear.of(options);
            List<TableNote> notes = List.of(new TableNote(TableNote.Topic.FORMAT, TEXTS.get("epw.place", place, station.getField(4).strip(), station.getField(5).strip(), "TMY3")),
                    new TableNote(TableNote.Topic.TIME, TEXTS.get("epw.time", "UTC" + offset.getId())), year.note());
            TableOptions used = year.into(options.with(TableOptions.ZONE, offset.equals(ZoneOffset.UTC) ? "UTC" : offset.getId()).with(TableOptions.LABEL, "end"));
            return List.of(new PlainTable(file, name(), place, Epw.columns(columns), used, notes, OptionalLong.of(rows),
                    () -> new WeatherCursor(file, HEADERS, columns, r -> time(r, year), offset)));
        } catch (IOException | SeriesException | RuntimeException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    private static LocalDateTime time(CsvRecord record, TypicalYear year) {
        try {
            LocalDate day = LocalDate.parse(record.getField(0).strip(), DATE);
            String[] clock = record.getField(1).strip().split(":");
            return year.move(day.atStartOfDay()).plusHours(Integer.parseInt(clock[0])).plusMinutes(clock.length > 1 ? Integer.parseInt(clock[1]) : 0);
        } catch (NumberFormatException | DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }
}
