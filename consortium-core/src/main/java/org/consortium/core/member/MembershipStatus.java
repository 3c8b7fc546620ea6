package org.consortium.core.member;

/** Whether a member takes part: a suspended member still takes returns, but lends and asks for nothing. */
public enum MembershipStatus {
    ACTIVE,
    SUSPENDED
}
