/** Part of level 3. Recorded and simulated trips: GeoJSON lines with a time at each point, SUMO's floating car data, and GPX. */
package org.kvarter.importing.trips;
