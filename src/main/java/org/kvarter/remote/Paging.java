package org.kvarter.remote;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Objects;

/** How the further pages of an answer are found. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Paging.None.class, name = "none"),
    @JsonSubTypes.Type(value = Paging.NextLink.class, name = "nextLink"),
    @JsonSubTypes.Type(value = Paging.LinkHeader.class, name = "linkHeader"),
    @JsonSubTypes.Type(value = Paging.PageNumber.class, name = "page"),
    @JsonSubTypes.Type(value = Paging.Offset.class, name = "offset")})
public sealed interface Paging {

    /** One page is all. */
    Paging NONE = new None();

    /** One page is all. */
    record None() implements Paging {
    }

    /**
     * The answer holds the next page's address.
     *
     * @param pointer JSON pointer to the address, absolute or relative to the page's own, or to a list of links of which one has
     *                {@code "rel": "next"}; nothing there means the last page
     * @param most    records after which no further page is asked for; 0 for all there are
     */
    record NextLink(String pointer, int most) implements Paging {
        public NextLink {
            Objects.requireNonNull(pointer, "pointer");
            most = Math.max(0, most);
        }

        /** All pages. */
        public NextLink(String pointer) {
            this(pointer, 0);
        }
    }

    /** The next page's address is in the {@code Link} header (RFC 8288, {@code rel="next"}). */
    record LinkHeader() implements Paging {
    }

    /**
     * Pages have numbers; an empty page is beyond the last.
     *
     * @param parameter query parameter of the number
     * @param first     number of the first page
     */
    record PageNumber(String parameter, int first) implements Paging {
        public PageNumber {
            Objects.requireNonNull(parameter, "parameter");
        }
    }

    /**
     * Pages begin at a record; a page of fewer than {@code size} records is the last.
     *
     * @param parameter     query parameter of the first record's index
     * @param sizeParameter query parameter of the number of records
     * @param size          records per page, at least 1
     */
    record Offset(String parameter, String sizeParameter, int size) implements Paging {
        public Offset {
            Objects.requireNonNull(parameter, "parameter");
            Objects.requireNonNull(sizeParameter, "sizeParameter");
            size = Math.max(1, size);
        }
    }
}
