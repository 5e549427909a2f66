/**
 * What of personal data may be told: over at least so many households, and not so that what is left out can be reckoned from what is told. Pure
 * rules; where they are enforced is the session's. Knows {@code model}, {@code series}, {@code analysis}, {@code scenario}.
 */
package org.kvarter.analysis.privacy;
