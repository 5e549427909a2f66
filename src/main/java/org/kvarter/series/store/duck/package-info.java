/**
 * Series in a file of DuckDB. One table of values per series, laid out in tiles of some hours by some places, so that both a moment of all
 * places and a year of one touch few row groups; see {@link org.kvarter.series.store.duck.DuckLayout}.
 */
package org.kvarter.series.store.duck;
