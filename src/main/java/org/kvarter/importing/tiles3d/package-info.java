/**
 * Level 3. 3D Tiles 1.0 and 1.1: tilesets on disk with b3dm, i3dm, cmpt, glTF and GLB tiles, their batch tables and structural metadata. A
 * level of detail is chosen while reading. Tilesets in earth-centred coordinates are placed by them; others are local models. Source: OGC
 * 18-053r2 (1.0) and 22-025r4 (1.1).
 *
 * <p>Knows {@code importing}, {@code importing.models}, {@code geo} (earth-centred coordinates), {@code model}, {@code task}, {@code text}.
 */
package org.kvarter.importing.tiles3d;
