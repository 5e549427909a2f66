/**
 * Expressions over the attributes and series of a layer's features, with units. Arithmetic is reckoned here, conditions and functions of text
 * are ECQL. Knows {@code model}, {@code geo.filter}, {@code series}, {@code analysis.unit}, {@code text}.
 */
package org.kvarter.analysis.expression;
