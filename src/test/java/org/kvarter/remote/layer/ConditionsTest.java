package org.kvarter.remote.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kvarter.remote.FeedException;

class ConditionsTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @Test
    void areWrittenInEachLanguage() throws Exception {
        Conditions c = Conditions.parse("status = 'in ''use''' and \"number of floors\" >= 3 AND ns:kind != a&b");
        assertThat(c.all()).hasSize(3);
        assertThat(c.cql()).isEqualTo("\"status\"='in ''use''' AND \"number of floors\">=3 AND \"ns:kind\"<>'a&b'");
        assertThat(c.odata()).isEqualTo("status eq 'in ''use''' and number of floors ge 3 and ns:kind ne 'a&b'");
        assertThat(c.fes("")).contains("<fes:And><fes:PropertyIsEqualTo><fes:ValueReference>status</fes:ValueReference><fes:Literal>in 'use'</fes:Literal>")
                .contains("<fes:Literal>a&amp;b</fes:Literal></fes:PropertyIsNotEqualTo></fes:And></fes:Filter>");
        assertThat(Conditions.parse("a=1").fes("")).doesNotContain("fes:And");
        assertThat(Conditions.parse("  ")).isEqualTo(Conditions.NONE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"floors >= 3|true", "floors > 3|false", "floors < 10|true", "floors = 3.0|true", "use = dwelling|true", "use <> dwelling|false",
        "USE = 'dwelling'|true", "ns:use = dwelling|true", "gone = 1|false", "gone <> 1|false", "use = dwelling and floors = 4|false", "name > 5|false", "name <> 5|true"})
    void areTriedOnWhatComes(String text, boolean holds) throws Exception {
        var feature = new ObjectMapper().readTree("{\"properties\":{\"floors\":3,\"use\":\"dwelling\",\"name\":\"x\",\"gone\":null}}");
        assertThat(Conditions.parse(text).hold(feature)).isEqualTo(holds);
        var city = new ObjectMapper().readTree("{\"type\":\"CityJSONFeature\",\"CityObjects\":{\"p\":{\"attributes\":{}},\"a\":{\"attributes\":{\"floors\":3,\"use\":\"dwelling\",\"name\":\"x\"}}}}");
        assertThat(Conditions.parse(text).hold(city)).isEqualTo(holds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"floors", "floors >=", "= 3", "a = 1 or b = 2", "a = 1 and", "a = 'x", "a = 1; drop"})
    void whatIsNotUnderstoodIsSaid(String text) {
        assertThatThrownBy(() -> Conditions.parse(text)).isInstanceOf(FeedException.class).hasMessageContaining("status = 'in use'");
    }
}
