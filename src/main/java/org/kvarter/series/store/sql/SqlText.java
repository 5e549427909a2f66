package org.kvarter.series.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.kvarter.text.SqlNames;

/** A statement as it grows: words of SQL, quoted names, and values that are bound. Not thread-safe. */
public final class SqlText {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    /** An array of PostgreSQL. @param type of its elements */
    record ArrayOf(String type, Object[] elements) {
    }

    /** Words of the program's own; never anything that a person or server gave. */
    public SqlText add(String words) {
        sql.append(words);
        return this;
    }

    /** A quoted name. */
    public SqlText name(String name) {
        sql.append(SqlNames.name(name));
        return this;
    }

    /** A table with what it lies in. */
    public SqlText table(List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            sql.append(i == 0 ? "" : ".").append(SqlNames.name(names.get(i)));
        }
        return this;
    }

    /** A value in the place of a question mark. */
    public SqlText bind(Object value) {
        sql.append('?');
        values.add(value);
        return this;
    }

    /** Another text behind this one. */
    public SqlText add(SqlText other) {
        sql.append(other.sql);
        values.addAll(other.values);
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    public List<Object> values() {
        return List.copyOf(values);
    }

    /** The statement, its values set. */
    public PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql());
        for (int i = 0; i < values.size(); i++) {
            Object value = values.get(i);
            if (value instanceof ArrayOf array) {
                statement.setArray(i + 1, connection.createArrayOf(array.type(), array.elements()));
            } else {
                statement.setObject(i + 1, value);
            }
        }
        return statement;
    }
}
