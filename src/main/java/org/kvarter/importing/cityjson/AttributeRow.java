package org.kvarter.importing.cityjson;

import java.util.ArrayList;
import java.util.List;

/** Names, values and units of the attributes of one object or surface, in the order of the file. */
class AttributeRow {

    final List<String> names = new ArrayList<>();
    final List<Object> values = new ArrayList<>();
    final List<String> units = new ArrayList<>();

    void attribute(String name, Object value, String unit) {
        names.add(name);
        values.add(value);
        units.add(unit);
    }

    void clearAttributes() {
        names.clear();
        values.clear();
        units.clear();
    }
}
