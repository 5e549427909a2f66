/** Saved cameras. */
package org.kvarter.ui.viewpoints;
