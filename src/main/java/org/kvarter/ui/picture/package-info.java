/** Pictures of the twin as PNG files, at any size. */
package org.kvarter.ui.picture;
