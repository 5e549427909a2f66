package org.kvarter.tables;

import java.nio.file.Path;
import java.util.List;

/** A format of files that hold tables. Stateless and thread-safe. */
public interface TableFormat {

    /** Bytes of a file that a format may look at to recognise it. */
    int HEAD_BYTES = 64 * 1024;

    /** Name for people, as {@code CSV}. */
    String name();

    /**
     * How sure it is that the file is of this format.
     *
     * @param fileName in lower case
     * @param head     first bytes, unpacked where the file is gzipped
     * @return 0 for no, up to 100 for certain
     */
    int score(String fileName, byte[] head);

    /**
     * Opens the file; its tables, the likeliest to be wanted first.
     *
     * @throws TableException where it is damaged or holds none
     */
    List<TableSource> open(Path file, TableOptions options) throws TableException;
}
