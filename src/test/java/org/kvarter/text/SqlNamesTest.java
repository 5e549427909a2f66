package org.kvarter.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SqlNamesTest {

    @Property(tries = 300)
    void namesAndWordsStayOne(@ForAll @StringLength(max = 30) String text) {
        String name = SqlNames.name(text);
        assertThat(name).startsWith("\"").endsWith("\"").doesNotContain("\0");
        assertThat(name.substring(1, name.length() - 1).replace("\"\"", "")).doesNotContain("\"");
        assertThat(name.substring(1, name.length() - 1).replace("\"\"", "\"")).isEqualTo(text.replace('\0', '\uFFFD'));
        String word = SqlNames.word(text);
        assertThat(word.substring(1, word.length() - 1).replace("''", "'")).isEqualTo(text.replace('\0', '\uFFFD'));
        assertThat(word.substring(1, word.length() - 1).replace("''", "")).doesNotContain("'");
    }

    @Test
    void hostileNamesAreOnlyNames() {
        assertThat(SqlNames.name("a\"; DROP TABLE x; --")).isEqualTo("\"a\"\"; DROP TABLE x; --\"");
        assertThat(SqlNames.word("it's")).isEqualTo("'it''s'");
    }
}
