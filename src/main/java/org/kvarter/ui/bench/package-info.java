/**
 * The analyst's bench at the foot of the window: a table of a layer's features, top lists, histograms, scatters and heat maps beside it, linked with
 * the selection in the twin; reckoned attributes, sums over areas, and where data come from.
 *
 * <p>What is reckoned is {@code analysis}'; the bench asks the shown scenario, off the window's thread, the latest wish wins.
 */
package org.kvarter.ui.bench;
