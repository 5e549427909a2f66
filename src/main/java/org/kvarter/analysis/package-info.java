/**
 * What an analyst makes of attributes and series: expressions with units, sums over areas, figures of charts, where data come from, and
 * what of personal data may be shown. No JavaFX, so that the command line makes the same of a project as the window.
 *
 * <p>Level 3: it needs areas, filters and series, and is needed by what writes files. Knows {@code model}, {@code text}, {@code geo},
 * {@code series} and of its own level {@code scenario}, whose views it asks.
 */
package org.kvarter.analysis;
