/**
 * The twin in the window: what the panels ask of it ({@code Viewer}), its tools, and the one class that ties it to the session.
 *
 * <p>Knows {@code scene}, {@code session}, {@code ui.kit}.
 */
package org.kvarter.ui.stage;
