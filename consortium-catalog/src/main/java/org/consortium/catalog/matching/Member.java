package org.consortium.catalog.matching;

import org.consortium.core.member.LibraryCode;

/** A contribution among the others of a union record. */
record Member(long contribution, LibraryCode library, int completeness, Publication publication) {}
