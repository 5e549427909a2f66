/** Numbers behind charts: histograms, top lists, scatters, heat maps of hours and days. What is drawn of them is the window's. Knows {@code series}. */
package org.kvarter.analysis.chart;
