/** What moves, for a person: which timetables there are, whether they run at the clock's time, how much is under way, what leaves next. */
package org.kvarter.ui.mobility;
