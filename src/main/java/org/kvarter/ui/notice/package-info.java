/**
 * Short messages over the twin: what went wrong and what to do, what has finished; and the bar of work under way.
 *
 * <p>Knows {@code text}, {@code ui.kit}.
 */
package org.kvarter.ui.notice;
