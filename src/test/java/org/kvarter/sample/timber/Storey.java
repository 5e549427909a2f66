package org.kvarter.sample.timber;

import java.util.ArrayList;
import java.util.List;

/** A storey and what is in it so far. */
final class Storey {
    final String entity;
    final String placement;
    final List<String> elements = new ArrayList<>();
    final List<String> spaces = new ArrayList<>();

    Storey(String entity, String placement) {
        this.entity = entity;
        this.placement = placement;
    }
}
