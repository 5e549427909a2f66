/**
 * What a person chose for the program as a whole: language, theme, motion, and the projects opened last.
 *
 * <p>Knows {@code text}.
 */
package org.kvarter.ui.settings;
