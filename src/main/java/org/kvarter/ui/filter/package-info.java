/** Leaving only the features that meet an expression. */
package org.kvarter.ui.filter;
