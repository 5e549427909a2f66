package org.kvarter.project;

/** A project that cannot be opened or saved. The message is one sentence for people, naming the file and the way out. */
public final class ProjectException extends Exception {

    private static final long serialVersionUID = 1L;

    public ProjectException(String message) {
        super(message);
    }

    public ProjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
