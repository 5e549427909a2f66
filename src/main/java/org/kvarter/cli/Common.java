package org.kvarter.cli;

import java.io.PrintWriter;
import org.kvarter.remote.http.Credentials;
import org.kvarter.remote.keys.SystemKeyring;
import org.kvarter.series.store.SeriesStores;
import org.kvarter.series.store.duck.DuckLimits;
import org.kvarter.task.Tasks;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that answer with text or JSON have in common. */
final class Common {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

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
        return ((KvarterCommand) spec.root().userObject()).program();
    }

    /** The stores of series that a command asks, with the passwords of databases that are kept on this machine. */
    SeriesStores stores(Tasks tasks) {
        Credentials credentials = new Credentials(program().configurationFolder().resolve("credentials.json"), System::getenv,
                SystemKeyring.of(System.getProperty("os.name", "")).stream().toList());
        return new SeriesStores(tasks.io(), a -> credentials.password(a.server().toString(), a.user()), DuckLimits.ofMachine());
    }

    /** Wrong usage, said in one sentence. */
    ParameterException wrong(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
