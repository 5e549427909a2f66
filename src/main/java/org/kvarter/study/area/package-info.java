/** Floor areas of buildings and plots: footprint, gross floor area, floor area ratio, and where each comes from. */
package org.kvarter.study.area;
