/** Flights of the camera from one saved camera to the next, frame by frame. */
package org.kvarter.study.flight;
