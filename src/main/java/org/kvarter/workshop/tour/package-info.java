/**
 * Part of level 4. What is handed out after a workshop: a picture per step, a page that opens anywhere, and the same as PDF.
 *
 * <p>Knows {@code overlay} for legends, {@code text}, and PDFBox. For an input or output thread.
 */
package org.kvarter.workshop.tour;
