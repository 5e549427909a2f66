/**
 * Cutting the twin by a plane or a box: the model of it, and the bar with exact numbers.
 */
package org.kvarter.ui.section;
