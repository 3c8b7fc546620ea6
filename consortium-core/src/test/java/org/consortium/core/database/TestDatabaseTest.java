package org.consortium.core.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void givesDatabasesThatKnowNothingOfEachOther() {
        var one = JdbcClient.create(TestDatabase.fresh().dataSource());
        var other = JdbcClient.create(TestDatabase.fresh().dataSource());

        one.sql("create table note (words text)").update();

        assertThat(other.sql("select to_regclass('note') is null")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
