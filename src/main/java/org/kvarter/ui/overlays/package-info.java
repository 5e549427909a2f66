/** Colouring by data: choosing values and scale, painting as the clock runs, the legend, and bringing in series from tables. */
package org.kvarter.ui.overlays;
