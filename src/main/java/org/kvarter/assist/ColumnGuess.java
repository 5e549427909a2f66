package org.kvarter.assist;

import org.kvarter.tables.TableColumn;

/**
 * What a column seems to be for.
 *
 * @param column of the table
 * @param use    proposed
 * @param reason one sentence in the display language
 */
public record ColumnGuess(TableColumn column, ColumnUse use, String reason) {
}
