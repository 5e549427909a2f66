package org.kvarter.app;

import javafx.application.Application;

/**
 * Entry point. Not an {@link Application} itself: the virtual machine starts one only with JavaFX on the module path, and reports
 * its absence before a word of ours could.
 */
public final class Main {

    private Main() {
    }

    /** Starts the program; {@code open FILE…} and {@code FILE…} open the window with those files. */
    public static void main(String[] args) {
        LogFile.begin(UserDirectories.ofThisMachine());
        Application.launch(KvarterApplication.class, args);
    }
}
