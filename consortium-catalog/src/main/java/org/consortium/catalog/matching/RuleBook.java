package org.consortium.catalog.matching;

import org.springframework.stereotype.Component;

/** The rules in force. */
@Component
public class RuleBook {

    public MatchRules current() {
        return MatchRules.standard();
    }
}
