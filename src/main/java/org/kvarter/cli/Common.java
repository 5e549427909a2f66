package org.kvarter.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What the commands that answer with text or JSON have in common. */
final class Common {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ParentCommand
    private KvarterCommand kvarter;

    @Option(names = "--json")
    private boolean json;

    /** Whether the answer is to be one JSON object. */
    boolean json() {
        return json;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    Program program() {
        return kvarter.program();
    }

    /** Wrong usage, said in one sentence. */
    ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
