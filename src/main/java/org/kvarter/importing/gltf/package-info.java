/**
 * Level 3. glTF 2.0 and GLB files. glTF is in metres with y up and has no coordinate reference system. The reading itself is
 * {@code importing.models.gltf}, which 3D Tiles share.
 */
package org.kvarter.importing.gltf;
