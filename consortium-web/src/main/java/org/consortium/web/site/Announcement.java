package org.consortium.web.site;

import java.util.List;

/** Something the person who started the program should read once it serves: the demo's logins, the code of the first run. */
@FunctionalInterface
public interface Announcement {

    /** The lines to print; none when there is nothing to say. */
    List<String> lines();
}
