/** Layers out of tables and views with geometry, in PostGIS and Trino. */
package org.kvarter.importing.database;
