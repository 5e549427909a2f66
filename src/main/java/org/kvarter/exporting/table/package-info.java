/**
 * Tables of features, of charts and of series as CSV, XLSX and Parquet, with where they come from.
 *
 * <p>Knows {@code model}, {@code series}, {@code analysis}, {@code text}; FastCSV, fastexcel, and of DuckDB its Parquet writer.
 */
package org.kvarter.exporting.table;
