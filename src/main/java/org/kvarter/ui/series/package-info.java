/** Bringing in series of measurements from tables: how a table is read, and which building each of its columns or keys belongs to. */
package org.kvarter.ui.series;
