package org.kvarter.ui.action;

/** What an action is about: a section of the menu and of the overview of keys. */
public enum ActionGroup {
    PROJECT, EDIT, VIEW, STORY, CAMERA, TOOLS, TIME, WINDOW
}
