package org.kvarter.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code kvarter open FILE…}: the window with files in it. */
@Command(name = "open", mixinStandardHelpOptions = true)
final class OpenCommand implements Callable<Integer> {

    @ParentCommand
    private KvarterCommand kvarter;

    @Parameters(arity = "0..*", paramLabel = "FILE")
    private List<Path> files = List.of();

    @Override
    public Integer call() throws CommandException {
        kvarter.program().openWindow(files, kvarter.language());
        return 0;
    }
}
