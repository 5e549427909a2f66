/**
 * The generator of the sample district Lindhamn, a fictional Nordic harbour town quarter: its plan, buildings, terrain,
 * GIS layers, weather and energy years, and the tests that prove that the committed files are what it makes.
 *
 * <p>Knows JTS, SQLite's JDBC driver and the JDK, and nothing of the program: the program must read the files as it would
 * read anyone's. All lengths are metres; the plan is drawn in a local frame whose origin is
 * {@link org.kvarter.sample.Frame#EAST0}, {@link org.kvarter.sample.Frame#NORTH0} in EPSG:3011, heights are RH 2000.
 */
package org.kvarter.sample;
