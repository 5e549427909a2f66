/**
 * Level 3. Wavefront OBJ with MTL colours. OBJ has no coordinate reference system and does not say which axis points up: the setting
 * {@code up} ({@code y} or {@code z}) does. Source of the formats: Wavefront's Advanced Visualizer manual, appendix B1 (OBJ) and the
 * MTL specification by Ramey, Rose and Tyerman, 1995.
 *
 * <p>Knows {@code importing}, {@code model}, {@code task}, {@code text}.
 */
package org.kvarter.importing.obj;
