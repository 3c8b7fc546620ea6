package org.consortium.core.policy;

import java.util.Map;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.union.ItemClass;

/** What a reader has now, as limits count it. */
public record Commitments(
        int loans, Map<LibraryCode, Integer> loansByOwner, Map<ItemClass, Integer> loansByItemClass, int requests) {

    public static final Commitments NOTHING = new Commitments(0, Map.of(), Map.of(), 0);
}
