/**
 * Level 0. Sentences people read, looked up by key in one resource bundle per package and language.
 *
 * <p>Also the one way to quote names in SQL, and to a parser of XML that opens nothing outside of the document, because every package that reads texts needs it.
 *
 * <p>Knows nobody. Everybody may know it.
 */
package org.kvarter.text;
