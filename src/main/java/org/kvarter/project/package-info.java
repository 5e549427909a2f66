/**
 * Level 4. The project document, open and save, the .kvarter package.
 *
 * <p>Knows model, task, text, overlay, series, importing, Jackson.
 */
package org.kvarter.project;
