/** Part of level 7. Data from services: choosing one, seeing what it has, and the layers that came from one with their age. */
package org.kvarter.ui.services;
