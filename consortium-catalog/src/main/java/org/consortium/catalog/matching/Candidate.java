package org.consortium.catalog.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.RecordId;

/** A union record that a newcomer might belong to, with those of its members it is compared with. */
final class Candidate {

    /** The elected one and so many others are asked; among more they only repeat each other. */
    static final int MOST_COMPARED = 5;

    private static final Comparator<Member> ELECTION =
            Comparator.comparingInt((Member member) -> -member.completeness()).thenComparingLong(Member::contribution);

    private final RecordId record;
    private final List<Member> members = new ArrayList<>();
    private final Set<LibraryCode> libraries = new HashSet<>();
    private List<Member> compared;

    Candidate(RecordId record) {
        this.record = record;
    }

    RecordId record() {
        return record;
    }

    void add(Member member) {
        members.add(member);
        libraries.add(member.library());
        compared = null;
    }

    void isHeldBy(LibraryCode library) {
        libraries.add(library);
    }

    Publication elected() {
        return compared().get(0).publication();
    }

    /** The elected one first, then the others as they came. */
    List<Member> compared() {
        if (compared == null) {
            var elected = members.stream().min(ELECTION).orElseThrow();
            compared = new ArrayList<>();
            compared.add(elected);
            members.stream()
                    .filter(member -> member != elected)
                    .sorted(Comparator.comparingLong(Member::contribution))
                    .limit(MOST_COMPARED - 1)
                    .forEach(compared::add);
        }
        return compared;
    }

    List<Member> membersOf(LibraryCode library) {
        return members.stream()
                .filter(member -> member.library().equals(library))
                .toList();
    }

    boolean isHeldByOneOf(Set<LibraryCode> others) {
        return libraries.stream().anyMatch(others::contains);
    }

    Set<LibraryCode> libraries() {
        return libraries;
    }
}
