/**
 * Series in tables and views of database servers, PostgreSQL and Trino, asked by JDBC: read only, with statements whose names are quoted and
 * whose values are bound, within a time and a size.
 */
package org.kvarter.series.store.sql;
