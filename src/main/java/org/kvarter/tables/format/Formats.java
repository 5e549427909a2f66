package org.kvarter.tables.format;

import java.util.List;
import org.kvarter.tables.TableFormat;

/** The formats there are. Stateless. */
public final class Formats {

    /** The more particular before the more general. */
    public static final List<TableFormat> ALL = List.of(new Epw(), new Tmy3(), new GreenButton(), new Entsoe(), new Pvgis(), new Parquet(), new Sqlite(), new Xlsx(),
            new Dbf(), new Json(), new Csv());

    private Formats() {
    }
}
