package org.kvarter.cli;

/** A command that cannot do what it was asked for because of its input. The message is one sentence for people. Exit code 1. */
public final class CommandException extends Exception {

    private static final long serialVersionUID = 1L;

    public CommandException(String message) {
        super(message);
    }
}
