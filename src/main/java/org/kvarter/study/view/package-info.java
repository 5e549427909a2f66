/** What is seen from a place: which buildings, how much of each, and the skyline. */
package org.kvarter.study.view;
