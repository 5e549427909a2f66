package org.kvarter.remote.keys;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The operating system's key store by the command that comes with it: {@code secret-tool} of the freedesktop.org secret service (GNOME, KDE),
 * {@code security} of macOS's keychain. Secrets go through standard input, never through arguments. On Windows see {@link EncryptedFile}.
 */
public final class SystemKeyring implements SecretStore {

    private static final String APPLICATION = "Kvarter";

    private final boolean mac;
    private final Commands commands;

    SystemKeyring(boolean mac, Commands commands) {
        this.mac = mac;
        this.commands = commands;
    }

    /** The key store of a system by its name; empty where there is none of these. Whether it is unlocked shows when it is used. */
    public static Optional<SecretStore> of(String system) {
        return of(system, Commands.ofThisMachine());
    }

    static Optional<SecretStore> of(String system, Commands commands) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("mac")) {
            return Optional.of(new SystemKeyring(true, commands));
        }
        return name.contains("win") ? Optional.empty() : Optional.of(new SystemKeyring(false, commands));
    }

    @Override
    public String id() {
        return "keyring";
    }

    @Override
    public Optional<String> read(String name) {
        return (mac ? commands.run(List.of("security", "find-generic-password", "-s", APPLICATION, "-a", name, "-w"), "")
                : commands.run(List.of("secret-tool", "lookup", "application", APPLICATION, "credential", name), "")).filter(s -> !s.isEmpty());
    }

    @Override
    public boolean write(String name, String secret) {
        Optional<String> done = mac
                ? commands.run(List.of("security", "-i"), "add-generic-password -U -s " + APPLICATION + " -a " + quoted(name) + " -w " + quoted(secret) + "\n")
                : commands.run(List.of("secret-tool", "store", "--label", APPLICATION + ": " + name, "application", APPLICATION, "credential", name), secret);
        // a store that is locked or not running may still say that all is well
        return done.isPresent() && read(name).filter(secret::equals).isPresent();
    }

    @Override
    public void remove(String name) {
        if (mac) {
            commands.run(List.of("security", "delete-generic-password", "-s", APPLICATION, "-a", name), "");
        } else {
            commands.run(List.of("secret-tool", "clear", "application", APPLICATION, "credential", name), "");
        }
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
