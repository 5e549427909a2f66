/**
 * Expressions over attributes in ECQL, the query language of GeoTools and GeoServer, evaluated on columnar feature tables.
 *
 * <p>Knows {@code model}, {@code text}, GeoTools.
 */
package org.kvarter.geo.filter;
