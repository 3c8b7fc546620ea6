package org.consortium.core;

import java.util.List;

/** A "no" with its reason: what was asked is understood, and is not done; nothing has changed. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> arguments;

    public Refusal(Reason reason, Object... arguments) {
        super(reason.code() + List.of(arguments));
        this.reason = reason;
        this.arguments = List.of(arguments);
    }

    public Reason reason() {
        return reason;
    }

    public List<Object> arguments() {
        return arguments;
    }
}
