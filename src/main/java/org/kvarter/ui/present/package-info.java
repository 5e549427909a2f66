/**
 * Presenting: the story told full screen to an audience, with what the presenter needs on another screen.
 *
 * <p>{@link PresentModel} decides, {@link AudienceView} and {@link PresenterView} show, {@link Presenting} holds their windows.
 */
package org.kvarter.ui.present;
