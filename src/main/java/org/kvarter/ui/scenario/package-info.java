/** Scenarios in the window: choosing and making them, moving assumptions, key figures and where they come from. */
package org.kvarter.ui.scenario;
