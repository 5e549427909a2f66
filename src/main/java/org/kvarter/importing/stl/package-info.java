/**
 * Level 3. STL, binary and ASCII, with the colours that Materialise Magics and VisCAM write into binary files. STL has no coordinate
 * reference system, no unit and no axis up: settings {@code up} and {@code unit} say them. Source of the format: 3D Systems, StereoLithography
 * Interface Specification, 1989, as described by the Library of Congress (fdd000505, fdd000506).
 */
package org.kvarter.importing.stl;
