package org.kvarter.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Where the program keeps what belongs to the person rather than to a project.
 *
 * @param config settings
 * @param state  log, recovery copies
 */
public record UserDirectories(Path config, Path state) {

    private static final String NAME = "kvarter";

    /** The directories on this machine, which need not exist yet. */
    public static UserDirectories ofThisMachine() {
        return of(System.getProperty("os.name", ""), System.getProperty("user.home", "."), System::getenv);
    }

    /**
     * The directories by the customs of a system: the XDG base directories, {@code %APPDATA%} and {@code %LOCALAPPDATA%}, or
     * {@code ~/Library}.
     *
     * @param system      name of the operating system, as in {@code os.name}
     * @param home        home directory
     * @param environment environment variables, {@code null} for one that is not set
     */
    static UserDirectories of(String system, String home, UnaryOperator<String> environment) {
        Path base = Path.of(home);
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            return new UserDirectories(variable(environment, "APPDATA", base.resolve("AppData/Roaming")).resolve("Kvarter"),
                    variable(environment, "LOCALAPPDATA", base.resolve("AppData/Local")).resolve("Kvarter"));
        }
        if (name.contains("mac")) {
            Path library = base.resolve("Library");
            return new UserDirectories(library.resolve("Application Support/Kvarter"), library.resolve("Logs/Kvarter"));
        }
        return new UserDirectories(variable(environment, "XDG_CONFIG_HOME", base.resolve(".config")).resolve(NAME),
                variable(environment, "XDG_STATE_HOME", base.resolve(".local/state")).resolve(NAME));
    }

    private static Path variable(UnaryOperator<String> environment, String name, Path otherwise) {
        String value = environment.apply(name);
        return value == null || value.isBlank() ? otherwise : Path.of(value);
    }

    /** The credentials of services, which no project holds. */
    public Path credentials() {
        return config.resolve("credentials.json");
    }

    /** The program's log. */
    public Path log() {
        return state.resolve("kvarter.log");
    }
}
