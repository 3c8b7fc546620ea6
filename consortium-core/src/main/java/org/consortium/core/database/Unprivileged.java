package org.consortium.core.database;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: this is how its programs are started so that they are not. */
enum Unprivileged {

    /** The user is an ordinary one. */
    AS_IS(List.of()),
    /** A user namespace without a mapping: still owner of the files, no longer root. No file changes hands, and it works below a closed home. */
    NAMESPACE(List.of("unshare", "-U", "--")),
    /** Where namespaces are forbidden: the user nobody, who then has to own the files. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int ROOT_ID = 0;
    private static final int NOBODY_ID = 65534;

    private final List<String> prefix;

    Unprivileged(List<String> prefix) {
        this.prefix = prefix;
    }

    List<String> prefix() {
        return prefix;
    }

    /** Finds the way that may write into {@code directory}; as root the directory may change hands for it. */
    static Unprivileged waysInto(Path directory) throws IOException {
        if (!rootRunsUs(directory)) {
            return AS_IS;
        }
        for (var way : List.of(NAMESPACE, NOBODY)) {
            way.takeOver(directory);
            if (way.mayWriteTo(directory)) {
                return way;
            }
        }
        throw new DatabaseNotStarted(
                "PostgreSQL does not run as root, and no other user may write to %s: start the program as an ordinary user, or set CONSORTIUM_HOME to a directory that other users can reach."
                        .formatted(directory));
    }

    private static boolean rootRunsUs(Path directory) throws IOException {
        if (!directory.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return false;
        }
        var ours = Files.createTempFile(directory, "owner", null);
        try {
            return owner(ours) == ROOT_ID;
        } finally {
            Files.delete(ours);
        }
    }

    private void takeOver(Path directory) throws IOException {
        var owner = this == NOBODY ? NOBODY_ID : ROOT_ID;
        if (owner(directory) == owner) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner, NOFOLLOW_LINKS);
            }
        }
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private boolean mayWriteTo(Path directory) throws IOException {
        var trial = directory.resolve("trial");
        var command = new ArrayList<>(prefix);
        command.addAll(List.of("touch", trial.toString()));
        try {
            var touch = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            return touch.waitFor() == 0;
        } catch (IOException thereIsNoSuchProgram) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Files.deleteIfExists(trial);
        }
    }
}
