package org.consortium.core.member;

import java.util.List;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

/** The groups libraries belong to. */
public interface LibraryGroups extends JpaRepository<LibraryGroup, String> {

    @Query("select g.code from LibraryGroup g join g.members m where m = :library")
    List<String> codesOf(LibraryCode library);
}
