package org.kvarter.series.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kvarter.series.store.StoreException;

class SqlAddressTest {

    @BeforeEach
    void english() {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://reader@db.example.org/town, postgresql://reader@db.example.org:5432/town, jdbc:postgresql://db.example.org:5432/town",
        "jdbc:postgresql://db:6432/town?user=a%40b&sslmode=verify-full#m.rows, postgresql://a%40b@db:6432/town?sslmode=verify-full, jdbc:postgresql://db:6432/town",
        "POSTGRES://u@[::1]/t, postgresql://u@[::1]:5432/t, jdbc:postgresql://[::1]:5432/t",
        "trino://an@lake:8443/hive/meters?SSL=true, trino://an@lake:8443/hive/meters?SSL=true, jdbc:trino://lake:8443/hive/meters"})
    void readsWhatPeopleWrite(String written, String kept, String jdbc) throws StoreException {
        SqlAddress address = SqlAddress.parse(written);
        assertThat(address.text()).isEqualTo(kept);
        assertThat(address.jdbc()).isEqualTo(jdbc);
        assertThat(SqlAddress.parse(address.text())).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://u:s3cret@db/town, password",
        "postgresql://u@db/town?password=s3cret, password",
        "trino://u@db/c?accessToken=s3cret, password",
        "postgresql://u@db/town?socketFactory=org.Evil, socketFactory",
        "jdbc:postgresql://u@db/town?loggerFile=/etc/x, loggerFile",
        "postgresql://u@db, no database",
        "mysql://u@db/x, no address",
        "jdbc:h2:mem:x;INIT=RUNSCRIPT FROM 'http://x', no address",
        "'', no address",
        "postgresql://u@db:99999/town, no address",
        "file:///etc/passwd, no address"})
    void refusesTheRestWithoutRepeatingASecret(String written, String said) {
        assertThatThrownBy(() -> SqlAddress.parse(written)).isInstanceOf(StoreException.class).hasMessageContaining(said)
                .satisfies(e -> assertThat(e.getMessage() + e.getCause()).doesNotContain("s3cret"));
    }
}
