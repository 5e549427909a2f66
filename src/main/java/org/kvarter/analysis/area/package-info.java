/** Features of one layer in the areas of another: which belongs where, and their values summed up. Knows {@code model}, {@code mesh}, {@code series}. */
package org.kvarter.analysis.area;
