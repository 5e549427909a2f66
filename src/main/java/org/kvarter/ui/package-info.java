/**
 * Level 7. Windows and panels, one sub-package per task, view and view model.
 *
 * <p>Knows all lower levels, JavaFX, AtlantaFX, Ikonli; no concrete importer.
 */
package org.kvarter.ui;
