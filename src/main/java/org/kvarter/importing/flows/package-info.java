/** Part of level 3. Counts at sites and trips between zones, out of CSV tables. */
package org.kvarter.importing.flows;
