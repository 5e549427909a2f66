/**
 * Level 0. Sentences people read, looked up by key in one resource bundle per package and language.
 *
 * <p>Knows nobody. Everybody may know it.
 */
package org.kvarter.text;
