/**
 * Level 1. Time axes, columnar series joined to features by key, and reading them from tables.
 *
 * <p>Knows {@code model}, {@code task}, {@code text}, FastCSV.
 */
package org.kvarter.series;
