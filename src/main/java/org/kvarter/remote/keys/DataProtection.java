package org.kvarter.remote.keys;

import java.util.List;
import java.util.Optional;

/** Windows's data protection of the signed-in person, by PowerShell; texts go through standard input. */
final class DataProtection {

    private static final List<String> SHELL = List.of("powershell", "-NoProfile", "-NonInteractive", "-Command");
    private static final String SEAL = "[Console]::In.ReadToEnd() | ConvertTo-SecureString -AsPlainText -Force | ConvertFrom-SecureString";
    private static final String UNSEAL = "$s = [Console]::In.ReadToEnd().Trim() | ConvertTo-SecureString; "
            + "[Runtime.InteropServices.Marshal]::PtrToStringBSTR([Runtime.InteropServices.Marshal]::SecureStringToBSTR($s))";
    private static final String MARK = "dpapi:";

    private DataProtection() {
    }

    static Optional<String> seal(Commands commands, String text) {
        return commands.run(command(SEAL), text).filter(s -> !s.isBlank()).map(s -> MARK + s.strip());
    }

    /** What was sealed; a text that was not is given back as it is. */
    static Optional<String> unseal(Commands commands, String text) {
        return text.startsWith(MARK) ? commands.run(command(UNSEAL), text.substring(MARK.length())) : Optional.of(text);
    }

    private static List<String> command(String script) {
        return java.util.stream.Stream.concat(SHELL.stream(), java.util.stream.Stream.of(script)).toList();
    }
}
