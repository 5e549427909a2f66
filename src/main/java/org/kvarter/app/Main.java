package org.kvarter.app;

import java.io.PrintWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.charset.StandardCharsets;
import org.kvarter.cli.KvarterCommand;

/**
 * Entry point. Not an {@link javafx.application.Application} itself: the virtual machine starts one only with JavaFX on the module path,
 * and reports its absence before a word of ours could.
 */
public final class Main {

    private Main() {
    }

    /** Runs the command line and ends the program with its exit code; without a command the window opens. */
    public static void main(String[] args) {
        LogFile.begin(UserDirectories.ofThisMachine());
        System.exit(KvarterCommand.run(args, new WindowProgram(), writer(FileDescriptor.out), writer(FileDescriptor.err)));
    }

    /** UTF-8 whatever the locale says, so that names of places survive a pipe. */
    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true,
                StandardCharsets.UTF_8);
    }
}
