package org.consortium.web.site;

import java.io.Serializable;
import java.util.List;

/**
 * A refusal told to a person.
 *
 * @param sentence what is not possible, and why
 * @param way what to do now, may be empty
 * @param others the sentences of what else stands in the way
 */
public record Refused(String code, String sentence, String way, List<String> others) implements Serializable {

    /** The sentence as a heading: without its full stop. */
    public String heading() {
        return sentence.replaceFirst("[。.]$", "");
    }

    public boolean hasWay() {
        return !way.isEmpty();
    }
}
