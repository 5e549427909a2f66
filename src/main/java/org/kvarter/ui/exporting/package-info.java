/** Part of level 7. What is shown, or what is selected of it, as a file for other programs. May know {@code exporting} and {@code session}. */
package org.kvarter.ui.exporting;
