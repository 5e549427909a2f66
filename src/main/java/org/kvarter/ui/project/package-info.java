/** Keeping: new, open, save, recent projects, the guard of unsaved changes, and what a kill left behind. */
package org.kvarter.ui.project;
