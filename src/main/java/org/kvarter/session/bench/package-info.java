/**
 * What an analyst adds to the data, kept in step with layers and series: reckoned attributes and sums over areas, and the guard of personal data.
 *
 * <p>Knows {@code session}, {@code analysis} and what that knows; {@code javafx.beans} and {@code javafx.collections} only.
 */
package org.kvarter.session.bench;
