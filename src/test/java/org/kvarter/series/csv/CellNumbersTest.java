package org.kvarter.series.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellNumbersTest {

    @Property
    void readsAPlainDecimalAsJavaDoes(@ForAll @LongRange(min = 0, max = 9_999_999_999_999_999L) long digits,
                                      @ForAll @IntRange(min = 0, max = 17) int scale) {
        String text = new BigDecimal(BigInteger.valueOf(digits), scale).toPlainString();
        assertThat(Numbers.parse(text, false)).isEqualTo(Double.parseDouble(text));
        assertThat(Numbers.parse(text.replace('.', ','), true)).isEqualTo(Double.parseDouble(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "NULL", value = {
        "0|0", "007|7", "-1.5|-1.5", "1e3|1000", "1 234.5|1234.5", ".5|0.5", "5.|5", "1.2.3|NaN", "1,2|NaN", "12 kWh|NaN", "+4|4",
        "999999999999999|999999999999999", "1234567890123456|1234567890123456"})
    void readsOtherForms(String cell, double expected) {
        assertThat(Double.valueOf(Numbers.parse(cell, false))).isEqualTo(Double.valueOf(expected));
    }
}
