package org.kvarter.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code kvarter series}: series in the store of a project, or in a store's file. */
@Command(name = "series", mixinStandardHelpOptions = true,
        subcommands = {SeriesLoadCommand.class, SeriesListCommand.class, SeriesQueryCommand.class, SeriesRemoveCommand.class})
final class SeriesCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), org.kvarter.text.Texts.in(SeriesCommand.class).get("series.which"));
    }
}
