/** The import assistant: a table on its way into the twin, page by page. Knows {@code assist} for all it decides. */
package org.kvarter.ui.assist;
