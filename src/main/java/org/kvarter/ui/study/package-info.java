/** Studies of the district as architects make them: hours of sun, floor areas, what is seen from a place. View models and panels. */
package org.kvarter.ui.study;
