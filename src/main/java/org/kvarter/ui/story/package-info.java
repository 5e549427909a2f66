/** The story panel: steps kept from the view, their words, their order. */
package org.kvarter.ui.story;
