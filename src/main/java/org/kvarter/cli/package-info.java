/**
 * Level 7. Commands: info, import, render, tour, bench, and open for the window.
 *
 * <p>Knows all lower levels and picocli, but not {@code ui}; what needs a picture or a window asks {@link org.kvarter.cli.Program},
 * which {@code app} provides. The only package that prints: results to standard output, sentences for people to standard error.
 */
package org.kvarter.cli;
