/**
 * Part of level 1. Hourly and other regular series from CSV: recognising the table's shape, reading it in two passes, daylight saving.
 *
 * <p>Knows {@code series}, {@code model}, {@code task}, {@code text} and FastCSV.
 */
package org.kvarter.series.csv;
