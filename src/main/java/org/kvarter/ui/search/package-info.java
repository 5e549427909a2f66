/** Finding features by id, name or address. */
package org.kvarter.ui.search;
