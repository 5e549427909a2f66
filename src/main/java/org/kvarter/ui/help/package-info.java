/** The overview of keys, and what the program is. */
package org.kvarter.ui.help;
