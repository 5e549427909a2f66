/** What stands in the window while nothing is open: the sample district, one's own files, the projects opened last. */
package org.kvarter.ui.welcome;
