/**
 * Level 7. Commands without a window – info, import, render, bench, tour.
 *
 * <p>Knows all lower levels but ui, picocli.
 */
package org.kvarter.cli;
