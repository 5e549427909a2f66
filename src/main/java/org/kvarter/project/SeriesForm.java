package org.kvarter.project;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.kvarter.series.TimeAxis;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.csv.SeriesSource;
import org.kvarter.series.store.Quality;
import org.kvarter.series.store.QualitySource;
import org.kvarter.series.store.SeriesOrigin;
import org.kvarter.series.store.StoreException;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlSeries;
import org.kvarter.text.LocalText;

/**
 * A series' source on disk. A CSV file has {@code file} and {@code format}, as it always had; a store {@code file} and {@code stored}; a database
 * {@code database}.
 */
@JsonSerialize(converter = SeriesForm.Writing.class)
@JsonDeserialize(converter = SeriesForm.Reading.class)
interface SeriesForm {

    /** What stands in the file. */
    record Flat(String seriesId, LocalText title, String quantity, String file, CsvFormat format, String stored, Table database, String layerId,
                String keyAttribute) {
    }

    /** Rows of a database. */
    record Table(String address, List<String> table, String timeColumn, String placeColumn, String valueColumn, String unit, String start, String step,
                 int count, String zone, String qualityColumn, Quality quality) {
    }

    /** To what stands in the file. */
    final class Writing extends StdConverter<SeriesSource, Flat> {

        @Override
        public Flat convert(SeriesSource s) {
            SeriesOrigin origin = s.origin();
            String file = origin instanceof SeriesOrigin.InDatabase ? null : origin.file();
            return new Flat(s.seriesId(), s.titles(), s.quantity(), file, origin instanceof SeriesOrigin.CsvFile csv ? csv.format() : null,
                    origin instanceof SeriesOrigin.InStore store ? store.stored() : null,
                    origin instanceof SeriesOrigin.InDatabase database ? table(database) : null, s.layerId(), s.keyAttribute());
        }

        private static Table table(SeriesOrigin.InDatabase origin) {
            SqlSeries series = origin.series();
            TimeAxis axis = series.axis();
            return new Table(origin.address().text(), series.table(), series.timeColumn(), series.placeColumn(), series.valueColumn(), series.unit(),
                    axis.start().toString(), axis.step().toString(), axis.count(), axis.zone().getId(),
                    series.quality().column().isEmpty() ? null : series.quality().column(), series.quality().whole() == Quality.MEASURED ? null : series.quality().whole());
        }
    }

    /** From what stands in the file; what is not understood is refused, as any other entry. */
    final class Reading extends StdConverter<Flat, SeriesSource> {

        @Override
        public SeriesSource convert(Flat flat) {
            return new SeriesSource(flat.seriesId, flat.title, flat.quantity, origin(flat), flat.layerId, flat.keyAttribute);
        }

        private static SeriesOrigin origin(Flat flat) {
            if (flat.database != null) {
                return database(flat);
            }
            return flat.stored != null ? new SeriesOrigin.InStore(flat.file, flat.stored) : new SeriesOrigin.CsvFile(flat.file, flat.format);
        }

        private static SeriesOrigin database(Flat flat) {
            Table t = flat.database;
            try {
                TimeAxis axis = new TimeAxis(Instant.parse(t.start), Duration.parse(t.step), t.count, ZoneId.of(t.zone));
                return new SeriesOrigin.InDatabase(SqlAddress.parse(t.address), new SqlSeries(flat.seriesId, flat.title == null ? LocalText.EMPTY : flat.title,
                        flat.quantity == null ? "" : flat.quantity, t.unit == null ? "" : t.unit, t.table, t.timeColumn, t.placeColumn, t.valueColumn,
                        new QualitySource(t.quality, t.qualityColumn), axis));
            } catch (StoreException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
