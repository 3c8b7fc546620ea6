package org.consortium.web.site;

import java.io.Serializable;

/**
 * A refusal told to a person.
 *
 * @param sentence what is not possible, and why
 * @param way what to do now, may be empty
 */
public record Refused(String code, String sentence, String way) implements Serializable {

    public boolean hasWay() {
        return !way.isEmpty();
    }
}
