/**
 * Part of level 5. Files and projects into the session and out of it: importing in the background, opening, saving, autosave.
 *
 * <p>Used by the window and by commands that draw. Everything that touches the session runs on the JavaFX thread, given as an executor.
 */
package org.kvarter.session.loading;
