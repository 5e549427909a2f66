/**
 * Part of level 8. Draws and measures for commands: the same session, view and bindings as in the window, in a scene of its own.
 */
package org.kvarter.app.studio;
