/**
 * Level 2. What moves and by which timetable: paths, journeys along them, service calendars, and the questions people ask of them
 * (where is it now, what leaves next, how often, how many). Pure data and logic over {@code model}; knows {@code geo} for placing, no
 * file format and no JavaFX.
 */
package org.kvarter.mobility;
