/**
 * Level 1. Time axes, columnar series joined to features by key, reading them from tables, and stores of series in databases.
 *
 * <p>Knows {@code model}, {@code task}, {@code text}, FastCSV; JDBC and DuckDB in {@code store}.
 */
package org.kvarter.series;
