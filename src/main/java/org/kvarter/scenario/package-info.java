/**
 * Level 3. Scenarios: named assumptions and measures over the district as it is, the key figures that answer to them, and where every
 * figure comes from. Nothing is copied: a scenario is a view of the base, evaluated as it is asked for.
 *
 * <p>Knows {@code text}, {@code model}, {@code series}, {@code geo} (filters) and no library.
 */
package org.kvarter.scenario;
