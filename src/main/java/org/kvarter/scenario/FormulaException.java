package org.kvarter.scenario;

/** A formula that is not understood. The message is one sentence in the display language that names the formula and the place. */
public final class FormulaException extends Exception {

    private static final long serialVersionUID = 1L;

    FormulaException(String message) {
        super(message);
    }
}
