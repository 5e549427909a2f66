/**
 * Level 5. Observable state of the running application: district, selection, clock, overlays, undo.
 *
 * <p>Knows all lower levels; of JavaFX only {@code javafx.beans} and {@code javafx.collections}. Lives on the JavaFX thread.
 */
package org.kvarter.session;
