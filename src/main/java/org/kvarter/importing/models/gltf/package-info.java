/**
 * Reading glTF 2.0 documents, whole files or those within 3D Tiles: buffers, accessors (sparse ones too), node transforms, materials with
 * pictures, features. Within bounds: nothing is believed that the bytes do not bear out, and no file is opened but beside or below.
 * Source: Khronos Group, glTF 2.0 Specification, 2021.
 */
package org.kvarter.importing.models.gltf;
