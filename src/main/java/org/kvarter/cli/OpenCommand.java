package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kvarter open FILE…}: the window with files in it. */
@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Runnable {

    @ParentCommand
    private KvarterCommand kvarter;

    @Parameters(arity = "0..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public void run() {
        kvarter.program().openWindow(files);
    }
}
