package org.kvarter.series.store;

import java.util.Objects;
import org.kvarter.series.csv.CsvFormat;
import org.kvarter.series.store.sql.SqlAddress;
import org.kvarter.series.store.sql.SqlSeries;

/** What a series of a project is read from. */
public sealed interface SeriesOrigin {

    /** The file it lies in, absolute or relative to the project; empty where it lies in no file. */
    String file();

    /** The same with the file under another path. */
    SeriesOrigin withFile(String other);

    /** What people may be told of where it lies: a file, or a database without its password. */
    default String where() {
        return file();
    }

    /**
     * A CSV file, read into memory.
     *
     * @param file   the table's file
     * @param format how it is read
     */
    record CsvFile(String file, CsvFormat format) implements SeriesOrigin {

        public CsvFile {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(format, "format");
        }

        @Override
        public CsvFile withFile(String other) {
            return new CsvFile(other, format);
        }
    }

    /**
     * A store of the project: a file of DuckDB.
     *
     * @param file   the store's file
     * @param stored id of the series there
     */
    record InStore(String file, String stored) implements SeriesOrigin {

        public InStore {
            Objects.requireNonNull(file, "file");
            Objects.requireNonNull(stored, "stored");
        }

        @Override
        public InStore withFile(String other) {
            return new InStore(other, stored);
        }
    }

    /**
     * A table or view of a database elsewhere, which is asked again and again.
     *
     * @param address where the database is and as whom it is asked; never a password
     * @param series  which rows of it
     */
    record InDatabase(SqlAddress address, SqlSeries series) implements SeriesOrigin {

        public InDatabase {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(series, "series");
        }

        @Override
        public String file() {
            return "";
        }

        @Override
        public InDatabase withFile(String other) {
            return this;
        }

        @Override
        public String where() {
            return address.text();
        }
    }
}
