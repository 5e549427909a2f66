package org.kvarter.series.csv;

import java.util.List;

/**
 * What a CSV file looks like before it is read: the proposal and the first rows as they stand in it.
 *
 * @param format  the proposed way to read it
 * @param columns names of the columns, made up as {@code 1}, {@code 2} … where there is no header
 * @param rows    the first rows after the header, cell by cell
 * @param reasons why it is read so, one sentence each in the display language
 */
public record CsvPreview(CsvFormat format, List<String> columns, List<List<String>> rows, List<String> reasons) {

    public CsvPreview {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        reasons = List.copyOf(reasons);
    }
}
