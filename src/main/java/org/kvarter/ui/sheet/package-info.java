/**
 * Dialogs inside the window: a card over a dimmed twin, which takes the keys until it is answered. No second window can get lost
 * behind the first, and work under way stays in view.
 */
package org.kvarter.ui.sheet;
