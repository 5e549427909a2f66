/** Part of level 3. Stations of shared vehicles (GBFS 1 to 3) and of charging (OCPI locations), with what is available there. */
package org.kvarter.importing.stations;
