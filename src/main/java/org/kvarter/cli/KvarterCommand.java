package org.kvarter.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.Callable;
import org.kvarter.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code kvarter}: without a sub-command it opens the window. */
@Command(name = "kvarter", versionProvider = Version.class, mixinStandardHelpOptions = true,
        subcommands = {OpenCommand.class, InfoCommand.class, ImportCommand.class, ExportCommand.class,
            FetchCommand.class, SeriesCommand.class, RenderCommand.class, TourCommand.class, SimulateCommand.class, BenchCommand.class})
public final class KvarterCommand implements Callable<Integer> {

    private static final String LANGUAGE = "--lang";
    private static final Logger LOG = LoggerFactory.getLogger(KvarterCommand.class);
    private static final Texts TEXTS = Texts.in(KvarterCommand.class);

    private final Program program;

    @Spec
    private CommandSpec spec;

    /** Declared for the help and for the parser; {@link #takeLanguage} has heeded it before. */
    @Option(names = LANGUAGE, scope = ScopeType.INHERIT, paramLabel = "TAG")
    private String language;

    @Parameters(arity = "0..*", hidden = true, paramLabel = "FILE")
    private List<Path> files = List.of();

    private KvarterCommand(Program program) {
        this.program = program;
    }

    /**
     * Runs a command line.
     *
     * @return 0, 1 for bad input, 2 for wrong usage
     */
    public static int run(String[] arguments, Program program, PrintWriter out, PrintWriter err) {
        takeLanguage(arguments);
        CommandLine line = new CommandLine(new KvarterCommand(program));
        line.setResourceBundle(ResourceBundle.getBundle("org.kvarter.cli.messages", Locale.getDefault(Locale.Category.DISPLAY),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        line.setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true).setUsageHelpAutoWidth(true);
        line.setExecutionExceptionHandler((failure, at, result) -> failed(failure, at));
        line.setParameterExceptionHandler((failure, args) -> {
            failure.getCommandLine().getErr().println(failure.getMessage());
            failure.getCommandLine().getErr().println(TEXTS.get("usage.hint", failure.getCommandLine().getCommandSpec().qualifiedName()));
            return CommandLine.ExitCode.USAGE;
        });
        int code = line.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    /** The language counts from the first word on, the help included. */
    private static void takeLanguage(String[] arguments) {
        for (int i = 0; i < arguments.length; i++) {
            boolean joined = arguments[i].startsWith(LANGUAGE + "=");
            if (joined || arguments[i].equals(LANGUAGE) && i + 1 < arguments.length) {
                String tag = joined ? arguments[i].substring(LANGUAGE.length() + 1) : arguments[i + 1];
                Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(tag));
                return;
            }
        }
    }

    private static int failed(Exception failure, CommandLine at) {
        if (failure instanceof CommandException) {
            at.getErr().println(failure.getMessage());
        } else {
            LOG.error("The command failed", failure);
            at.getErr().println(TEXTS.get("failed"));
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** The language asked for on the command line. */
    Optional<Locale> language() {
        return Optional.ofNullable(language).map(Locale::forLanguageTag);
    }

    Program program() {
        return program;
    }

    @Override
    public Integer call() throws CommandException {
        if (!files.isEmpty() && isNoFile(files.get(0))) {
            String word = files.get(0).toString();
            CommandLine line = spec.commandLine();
            throw new ParameterException(line, Suggestion.of(word, line.getSubcommands().keySet())
                    .map(meant -> TEXTS.get("usage.meant", word, meant)).orElse(TEXTS.get("usage.unknown", word)));
        }
        program.openWindow(files, language());
        return CommandLine.ExitCode.OK;
    }

    /** A bare word that is no file was meant to be a command. */
    private static boolean isNoFile(Path file) {
        return file.toString().matches("[\\p{L}-]+") && !Files.exists(file);
    }
}
