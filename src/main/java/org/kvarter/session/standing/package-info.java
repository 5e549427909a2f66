/**
 * Part of level 5. What models do to what stands around them: buildings under them that are not shown, ground that is levelled or dug out,
 * and variants of which one is shown. May know {@code mesh}, {@code model} and {@code scenario}.
 */
package org.kvarter.session.standing;
