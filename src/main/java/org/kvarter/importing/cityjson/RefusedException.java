package org.kvarter.importing.cityjson;

import java.io.IOException;

/** Nothing honest can be read; carries the sentence's key until the file's name is at hand. */
final class RefusedException extends IOException {

    private static final long serialVersionUID = 1L;

    private final String key;
    private final transient Object[] arguments;

    /**
     * @param key       of the sentence
     * @param arguments that follow the file's name
     */
    RefusedException(String key, Object... arguments) {
        super(key);
        this.key = key;
        this.arguments = arguments;
    }

    String key() {
        return key;
    }

    Object[] argumentsAfter(String name) {
        Object[] all = new Object[arguments.length + 1];
        all[0] = name;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
