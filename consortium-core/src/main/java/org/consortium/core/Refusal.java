package org.consortium.core;

import java.util.List;

/** A "no" with its reason: what was asked is understood, and is not done; nothing has changed. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Reason reason;
    private final transient List<Object> arguments;
    private final transient List<Refusal> others;

    public Refusal(Reason reason, Object... arguments) {
        this(reason, List.of(arguments), List.of());
    }

    private Refusal(Reason reason, List<Object> arguments, List<Refusal> others) {
        super(reason.code() + arguments);
        this.reason = reason;
        this.arguments = arguments;
        this.others = others;
    }

    /** Several reasons at once, the first leading: everything that failed is named. */
    public static Refusal of(List<Refusal> reasons) {
        var first = reasons.get(0);
        return new Refusal(first.reason, first.arguments, List.copyOf(reasons.subList(1, reasons.size())));
    }

    public Reason reason() {
        return reason;
    }

    /** What the sentence names, in the order of its message: values, dates, labels; never a reader's name. */
    public List<Object> arguments() {
        return arguments;
    }

    /** What stands in the way besides the first reason. */
    public List<Refusal> others() {
        return others;
    }
}
