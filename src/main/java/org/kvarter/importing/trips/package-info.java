/** Part of level 3. Recorded and simulated trips: GeoJSON lines with a time at each point, and SUMO's floating car data. */
package org.kvarter.importing.trips;
