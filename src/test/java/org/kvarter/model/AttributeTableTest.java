package org.kvarter.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AttributeTableTest {

    @Test
    void numbersStayNumbersAndMissingStaysMissing() {
        AttributeTableBuilder builder = new AttributeTableBuilder();
        builder.set(2, "height", 12.5, "m");
        builder.set(0, "height", 7);
        AttributeTable table = builder.build(4);
        assertThat(table.column("height").orElseThrow().unit()).isEqualTo("m");
        assertThat(table.value("height", 0)).isEqualTo(7.0);
        assertThat(table.value("height", 1)).isNull();
        assertThat(table.value("height", 2)).isEqualTo(12.5);
        assertThat(table.value("height", 3)).isNull();
    }

    @Test
    void mixedValuesBecomeTextWithoutLosingTheEarlierOnes() {
        AttributeTableBuilder builder = new AttributeTableBuilder();
        builder.set(0, "storeys", 3);
        builder.set(2, "storeys", "3-4");
        AttributeTable table = builder.build(3);
        assertThat(table.value("storeys", 0)).isEqualTo("3");
        assertThat(table.value("storeys", 1)).isNull();
        assertThat(table.value("storeys", 2)).isEqualTo("3-4");
    }

    @Test
    void booleansAreNotNumbers() {
        AttributeTableBuilder builder = new AttributeTableBuilder();
        builder.set(0, "listed", true);
        builder.set(1, "listed", false);
        assertThat(builder.build(2).value("listed", 1)).isEqualTo(false);
        builder.set(2, "listed", 5);
        assertThat(builder.build(3).value("listed", 2)).isEqualTo("5");
    }

    @Test
    void concatenationKeepsRowsApart() {
        AttributeTableBuilder first = new AttributeTableBuilder();
        first.set(0, "a", 1);
        AttributeTableBuilder second = new AttributeTableBuilder();
        second.set(1, "b", "x");
        AttributeTable all = AttributeTable.concat(List.of(first.build(1), second.build(2)));
        assertThat(all.rows()).isEqualTo(3);
        assertThat(all.value("a", 0)).isEqualTo(1L);
        assertThat(all.value("b", 2)).isEqualTo("x");
        assertThat(all.value("b", 0)).isNull();
    }

    @Test
    void rootsEndEvenInACycle() {
        FeatureTable table = new FeatureTable(new String[] {"a", "b", "c"}, new String[] {"X", "X", "X"}, new int[] {1, 0, -1},
                AttributeTable.empty(3));
        assertThat(table.root(2)).isEqualTo(2);
        assertThat(table.root(0)).isBetween(0, 1);
    }
}
