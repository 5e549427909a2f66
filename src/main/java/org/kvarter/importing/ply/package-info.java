/**
 * Level 3. PLY, ASCII and binary of either byte order, with colours of vertices and faces and the texture coordinates of MeshLab. PLY has no
 * coordinate reference system, no unit and no axis up: settings {@code up} and {@code unit} say them. Source of the format: Greg Turk, The
 * PLY Polygon File Format, 1994.
 */
package org.kvarter.importing.ply;
