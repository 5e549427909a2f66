package org.kvarter.remote.keys;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs a command of the operating system. */
@FunctionalInterface
interface Commands {

    /** Seconds a command may take, which may ask a person for a password. */
    int MOST_SECONDS = 45;

    /**
     * Runs a command and gives what it writes.
     *
     * @param input for its standard input: secrets go there, since arguments are seen by everybody on the machine
     * @return its output without the line's end; empty where it is not there, fails or takes too long
     */
    Optional<String> run(List<String> command, String input);

    /** Commands of this machine. */
    static Commands ofThisMachine() {
        return (command, input) -> {
            Process process = null;
            try {
                process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
                try (OutputStream out = process.getOutputStream()) {
                    out.write(input.getBytes(StandardCharsets.UTF_8));
                }
                if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    return Optional.empty();
                }
                return Optional.of(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).replaceFirst("\\r?\\n$", ""));
            } catch (IOException e) {
                return Optional.empty(); // there is no such command, or it closed its input
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            } finally {
                if (process != null) {
                    process.destroy();
                }
            }
        };
    }
}
