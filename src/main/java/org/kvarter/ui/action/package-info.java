/**
 * Everything a person can do, with its name, icon and keys, apart from where it is offered: the toolbar, the menu, the keyboard and
 * the overview of keys all read the same list.
 *
 * <p>Knows {@code text}.
 */
package org.kvarter.ui.action;
