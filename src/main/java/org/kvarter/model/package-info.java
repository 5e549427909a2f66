/**
 * Level 0. The immutable district: layers, features, parts, columnar attributes, terrain, and the local frame they stand in.
 *
 * <p>Knows JTS geometries and {@code text}; nobody else. Coordinates are metres east, north and up of a {@link
 * org.kvarter.model.LocalFrame} unless a type says that it holds source coordinates. Features and parts are rows of columnar tables,
 * addressed by dense integers from import to texel to pick; strings stay at the edges.
 */
package org.kvarter.model;
