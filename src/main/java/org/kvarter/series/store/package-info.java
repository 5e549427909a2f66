/**
 * Level 1. Series that stay in a database: one interface, {@link org.kvarter.series.store.SeriesStore}, with two kinds of question, a slice (all
 * places at one time or over a window) and a trace (some places over time), and {@link org.kvarter.series.store.StoreSeriesView}, which shows
 * a stored series as any other while its next moments are fetched ahead.
 *
 * <p>Engines: {@code duck} (one file), {@code sql} (PostgreSQL, Trino). Knows {@code model}, {@code task}, {@code text}, JDBC.
 */
package org.kvarter.series.store;
