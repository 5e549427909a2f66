/** Flights along saved cameras or the steps of a story as numbered pictures. */
package org.kvarter.ui.flight;
