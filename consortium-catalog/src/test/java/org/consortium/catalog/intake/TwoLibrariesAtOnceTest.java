package org.consortium.catalog.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.consortium.catalog.intake.Members.CITY;
import static org.consortium.catalog.intake.Members.UNIVERSITY;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.consortium.core.database.DatabaseTest;
import org.consortium.core.member.Actor;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.Description;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Isbn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class TwoLibrariesAtOnceTest {

    private static final int BOOKS = 20;

    @Autowired
    RecordIntake intake;

    @Autowired
    Members members;

    @Autowired
    JdbcClient jdbc;

    @Test
    void beginOneRecordOfTheBookBothSend() throws Exception {
        members.open();
        var start = new CyclicBarrier(2);
        var threads = Executors.newFixedThreadPool(2);

        for (var sent : threads.invokeAll(List.of(sending(CITY, start), sending(UNIVERSITY, start)))) {
            sent.get();
        }
        threads.shutdown();

        assertThat(jdbc.sql("select count(*) from contribution")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2 * BOOKS);
        assertThat(jdbc.sql("select count(distinct record) from contribution")
                        .query(Integer.class)
                        .single())
                .isEqualTo(BOOKS);
    }

    private Callable<Void> sending(LibraryCode library, CyclicBarrier start) {
        return () -> {
            for (int i = 0; i < BOOKS; i++) {
                start.await();
                intake.add(library, "b" + i, book(i), Actor.clock(), Instant.EPOCH);
            }
            return null;
        };
    }

    private static Description book(int number) {
        return Description.titled("Book number " + number)
                .identifiers(List.of(Identifier.of(isbn(number))))
                .build();
    }

    private static Isbn isbn(int number) {
        for (int check = 0; check < 10; check++) {
            var isbn = Isbn.in("978702000%03d%d".formatted(number, check));
            if (isbn.isPresent()) {
                return isbn.get();
            }
        }
        throw new AssertionError("One of ten check digits is right");
    }
}
