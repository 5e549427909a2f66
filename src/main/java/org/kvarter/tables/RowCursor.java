package org.kvarter.tables;

/** Rows, one after the other. One use, one thread. */
public interface RowCursor extends AutoCloseable {

    /**
     * The next row; {@code null} at the end.
     *
     * @throws TableException where the rest cannot be read
     */
    TableRow next() throws TableException;

    @Override
    void close();
}
