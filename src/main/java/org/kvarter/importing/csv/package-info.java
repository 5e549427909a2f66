/** Part of level 3. Tables of places as layers: CSV with coordinates, or with geometries as text. */
package org.kvarter.importing.csv;
