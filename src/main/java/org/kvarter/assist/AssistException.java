package org.kvarter.assist;

/** An import that cannot be done. The message is one sentence for people that names the trouble and the way out. */
public final class AssistException extends Exception {

    private static final long serialVersionUID = 1L;

    public AssistException(String message) {
        super(message);
    }

    public AssistException(String message, Throwable cause) {
        super(message, cause);
    }
}
