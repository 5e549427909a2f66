package org.kvarter.tables.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.kvarter.tables.CellType;
import org.kvarter.tables.ColumnRole;
import org.kvarter.tables.KnownMeaning;
import org.kvarter.tables.Quantities;
import org.kvarter.tables.RowCursor;
import org.kvarter.tables.TableColumn;
import org.kvarter.tables.TableException;
import org.kvarter.tables.TableFormat;
import org.kvarter.tables.TableFormats;
import org.kvarter.tables.TableNote;
import org.kvarter.tables.TableOptions;
import org.kvarter.tables.TableRow;
import org.kvarter.tables.TableSource;
import org.kvarter.text.Texts;

/**
 * Hourly series and typical years of PVGIS (European Commission, Joint Research Centre) as JSON: {@code outputs.hourly} and {@code outputs.tmy_hourly}.
 * Times are UTC; quantities and units are those of the service's documentation of its non-interactive interface. A typical year is put together of months
 * of several years: it is moved to one.
 */
final class Pvgis implements TableFormat {

    private static final Texts TEXTS = Texts.in(Pvgis.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd:HHmm", Locale.ROOT);

    /** Quantity and unit of the variables. */
    private static final Map<String, String[]> VARIABLES = Map.ofEntries(Map.entry("P", new String[] {Quantities.SOLAR, "W"}),
            Map.entry("G(i)", new String[] {Quantities.GLOBAL_RADIATION, "W/m²"}), Map.entry("Gb(i)", new String[] {Quantities.DIRECT_RADIATION, "W/m²"}),
            Map.entry("Gd(i)", new String[] {Quantities.DIFFUSE_RADIATION, "W/m²"}), Map.entry("Gr(i)", new String[] {"reflected radiation", "W/m²"}),
            Map.entry("H_sun", new String[] {"sun height", "°"}), Map.entry("T2m", new String[] {Quantities.TEMPERATURE, "°C"}),
            Map.entry("WS10m", new String[] {Quantities.WIND_SPEED, "m/s"}), Map.entry("WD10m", new String[] {Quantities.WIND_DIRECTION, "°"}),
            Map.entry("RH", new String[] {Quantities.HUMIDITY, "%"}), Map.entry("G(h)", new String[] {Quantities.GLOBAL_RADIATION, "W/m²"}),
            Map.entry("Gb(n)", new String[] {Quantities.DIRECT_RADIATION, "W/m²"}), Map.entry("Gd(h)", new String[] {Quantities.DIFFUSE_RADIATION, "W/m²"}),
            Map.entry("IR(h)", new String[] {Quantities.INFRARED_RADIATION, "W/m²"}), Map.entry("SP", new String[] {Quantities.PRESSURE, "Pa"}));

    @Override
    public String name() {
        return "PVGIS";
    }

    @Override
    public int score(String fileName, byte[] head) {
        String text = new String(head, 0, Math.min(head.length, 4096), StandardCharsets.UTF_8);
        return text.stripLeading().startsWith("{") && text.contains("\"inputs\"") && text.contains("\"meteo_data\"") ? 95 : 0;
    }

    @Override
    public List<TableSource> open(Path file, TableOptions options) throws TableException {
        List<TableSource> found = new Json().open(file, options);
        TableSource records = found.stream().filter(t -> t.name().equals("outputs.hourly") || t.name().equals("outputs.tmy_hourly")).findFirst().orElse(null);
        if (records == null) {
            return found;
        }
        boolean typical = records.name().endsWith("tmy_hourly");
        List<String> names = records.columns().stream().map(c -> c.headers().get(0)).toList();
        String place = place(file);
        TypicalYear year = typical ? TypicalYear.of(options) : TypicalYear.AS_IS;
        List<TableColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(column(i, names.get(i)));
        }
        List<TableNote> notes = new ArrayList<>();
        notes.add(new TableNote(TableNote.Topic.FORMAT, TEXTS.get(typical ? "pvgis.typical" : "pvgis.hourly", place)));
        if (typical) {
            notes.add(year.note());
        }
        TableOptions used = year.into(options.with(TableOptions.ZONE, "UTC").with(TableOptions.LABEL, "start"));
        JsonPlace at = new JsonPlace(List.of("outputs", typical ? "tmy_hourly" : "hourly"), JsonPlace.Form.LIST);
        return List.of(new PlainTable(file, name(), place, columns, used, notes, OptionalLong.of(records.rows().orElse(0)), () -> timed(Json.cursor(file, at, names), names, year)));
    }

    private static TableColumn column(int index, String name) {
        if (name.startsWith("time")) {
            return TableColumn.known(index, "time", "", CellType.TIME, KnownMeaning.of(ColumnRole.TIME));
        }
        String[] variable = VARIABLES.get(name);
        return variable == null ? TableColumn.known(index, name, "", CellType.NUMBER, KnownMeaning.of(ColumnRole.IGNORE))
                : TableColumn.known(index, name, variable[1], CellType.NUMBER, KnownMeaning.value(variable[0], ""));
    }

    private static String place(Path file) throws TableException {
        try {
            String latitude = Json.value(file, "inputs", "location", "latitude");
            String longitude = Json.value(file, "inputs", "location", "longitude");
            return latitude.isEmpty() ? "PVGIS" : "PVGIS " + latitude + ", " + longitude;
        } catch (IOException e) {
            throw TableFormats.unreadable(file, e);
        }
    }

    private static RowCursor timed(JsonCursor cursor, List<String> names, TypicalYear year) {
        int time = names.indexOf(names.stream().filter(n -> n.startsWith("time")).findFirst().orElse(""));
        return new RowCursor() {
            @Override
            public TableRow next() throws TableException {
                TableRow row = cursor.next();
                if (row != null && time >= 0 && row.cells()[time] instanceof String text) {
                    row.cells()[time] = instant(text, year);
                }
                return row;
            }

            @Override
            public void close() {
                cursor.close();
            }
        };
    }

    private static Object instant(String text, TypicalYear year) {
        try {
            return year.move(LocalDateTime.parse(text, TIME)).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return text;
        }
    }
}
