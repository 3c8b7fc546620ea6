package org.consortium.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.consortium.core.database.DatabaseTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The entities fit the tables the migrations make: Hibernate checks every column at start. */
@DatabaseTest
@TestPropertySource(properties = "spring.jpa.hibernate.ddl-auto=validate")
class SchemaTest {

    @Autowired
    JdbcClient jdbc;

    @Test
    void startsWithTheAgreedDefaultsOfPolicy() {
        assertThat(jdbc.sql("select count(*) from lending_terms where owner = '*'")
                        .query(Long.class)
                        .single())
                .isEqualTo(8);
    }
}
