package org.kvarter.series.store.duck;

import java.sql.SQLException;
import java.sql.Statement;

/** Puts the rows of a series that lie as their file did into tiles. Several values of a place in one interval become their mean. Stateless. */
final class DuckArrange {

    private DuckArrange() {
    }

    /**
     * Writes {@link DuckLayout#tiles} and what is reckoned of them ({@link DuckSummaries}), of which nothing is seen before {@link #exchange}.
     *
     * @param rows   a query of {@code i, p, v, q} in parentheses
     * @param places number of places
     * @param merge  whether an interval of a place may have several values
     */
    static void tiles(Statement statement, int no, String rows, int places, boolean merge) throws SQLException {
        String columns = merge ? "i, p, avg(v)::FLOAT AS v, max(q) AS q" : "i, p, v, q";
        statement.execute("CREATE OR REPLACE TABLE " + DuckLayout.tiles(no) + " AS SELECT " + columns + " FROM " + rows + (merge ? " GROUP BY i, p" : "")
                + " ORDER BY " + DuckLayout.order(places));
        DuckSummaries.write(statement, no, DuckLayout.tiles(no));
    }

    /** Puts the tiles in the place of the rows. */
    static void exchange(Statement statement, int no) throws SQLException {
        statement.execute("DROP TABLE " + DuckLayout.values(no));
        statement.execute("DROP TABLE " + DuckLayout.times(no));
        statement.execute("ALTER TABLE " + DuckLayout.tiles(no) + " RENAME TO " + DuckLayout.values(no));
    }
}
