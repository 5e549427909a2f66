/** Units as tables write them, reckoned with: products, quotients, conversions, and what cannot be added. What a text names is
 * {@code tables}' to say, which reads and checks with it; here are products of them. Knows {@code text} and {@code tables}. */
package org.kvarter.analysis.unit;
