/** What is known about the selected features: attributes with units, figures of their geometry, source and remarks. */
package org.kvarter.ui.inspector;
