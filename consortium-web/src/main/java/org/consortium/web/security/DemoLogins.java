package org.consortium.web.security;

import java.util.List;
import org.consortium.core.Label;

/** The logins of the demo world, which the sign-in page tells everybody. Without the demo there is no such bean. */
@FunctionalInterface
public interface DemoLogins {

    List<Login> logins();

    /**
     * @param staff login and password of staff, or card number and PIN of a reader
     * @param who the person and her library or role, in both languages
     */
    record Login(boolean staff, String name, String secret, Label who) {}
}
