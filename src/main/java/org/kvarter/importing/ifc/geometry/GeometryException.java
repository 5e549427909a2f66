package org.kvarter.importing.ifc.geometry;

/** A representation item that cannot be made into faces. */
public final class GeometryException extends Exception {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Items refer to one another in a ring, or too deeply. */
        CYCLE,
        /** An instance that is referred to is not there. */
        MISSING,
        /** Numbers that make no shape. */
        BROKEN,
        /** A kind of item that is not drawn. */
        UNSUPPORTED,
        /** More faces than any building part has. */
        TOO_LARGE
    }

    private final Reason reason;
    private final String item;

    /**
     * @param reason why
     * @param item   the item: {@code #12 IFCSPHERE}
     */
    public GeometryException(Reason reason, String item) {
        super(reason + " " + item, null, false, false);
        this.reason = reason;
        this.item = item;
    }

    public Reason reason() {
        return reason;
    }

    public String item() {
        return item;
    }
}
