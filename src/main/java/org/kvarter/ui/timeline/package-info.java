/** The one clock of the twin: slider, playing, steps and speed, and the chart of what the series say at that time. */
package org.kvarter.ui.timeline;
