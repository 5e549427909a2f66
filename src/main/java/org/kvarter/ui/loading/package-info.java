/**
 * Files into the twin: what a file is taken for, what is asked before it is read, the bar of work under way, and what was read.
 *
 * <p>Knows {@code session.loading}, {@code importing} and its pipeline; no concrete importer.
 */
package org.kvarter.ui.loading;
