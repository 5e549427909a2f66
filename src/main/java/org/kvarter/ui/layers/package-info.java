/** How layers are shown: visibility, opacity, order, colour, width, labels; what was read of them. */
package org.kvarter.ui.layers;
