package org.kvarter.importing.city;

import java.util.ArrayList;
import java.util.List;

/** Names, values and units of the attributes of one object or surface, in the order of the file. */
public class AttributeRow {

    public final List<String> names = new ArrayList<>();
    public final List<Object> values = new ArrayList<>();
    public final List<String> units = new ArrayList<>();

    public void attribute(String name, Object value, String unit) {
        names.add(name);
        values.add(value);
        units.add(unit);
    }

    public void clearAttributes() {
        names.clear();
        values.clear();
        units.clear();
    }
}
