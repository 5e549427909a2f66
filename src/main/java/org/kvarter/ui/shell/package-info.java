/**
 * The window's frame: command bar, rail, floating panels, notices, sheets, and the keys.
 *
 * <p>Knows all other packages of {@code ui}; none of them knows it.
 */
package org.kvarter.ui.shell;
