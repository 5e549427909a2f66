package org.kvarter.scenario;

/** How sure a number is. */
public enum Origin {
    /** Read from a meter or counted. */
    MEASURED,
    /** Reckoned by a model. */
    MODELLED,
    /** Taken for granted by a person. */
    ASSUMED,
    /** Nobody said. */
    UNSTATED
}
