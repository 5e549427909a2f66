/** Units as tables write them, reckoned with: products, quotients, conversions, and what cannot be added. Knows {@code text}. */
package org.kvarter.analysis.unit;
