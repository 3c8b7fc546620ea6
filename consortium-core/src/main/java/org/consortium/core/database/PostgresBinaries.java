package org.consortium.core.database;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs for this machine, taken from the class path and unpacked once for each version. */
final class PostgresBinaries {

    private static final int OWNER_MAY_EXECUTE = 0100;

    private PostgresBinaries() {}

    /** Gives the directory that holds {@code bin}, {@code lib} and {@code share}; unpacks it below {@code parent} if it is not there. */
    static Path unpackedIn(Path parent) throws IOException {
        var archive = archive();
        var ready = parent.resolve(versioned(archive));
        if (Files.isDirectory(ready)) {
            return ready;
        }
        var unpacking = parent.resolve("unpacking");
        FileSystemUtils.deleteRecursively(unpacking);
        Files.createDirectories(unpacking);
        unpack(archive, unpacking);
        return Files.move(unpacking, ready, ATOMIC_MOVE);
    }

    private static URL archive() {
        var name = "postgres-" + system() + "-" + processor() + flavour() + ".txz";
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseNotStarted(
                    "No PostgreSQL for this machine (%s) comes with the program: install PostgreSQL 15 or newer and set SPRING_DATASOURCE_URL."
                            .formatted(name));
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name;
    }

    private static String processor() {
        var name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var arm = name.equals("aarch64") || name.equals("arm64");
        // Windows on ARM runs programs made for x86-64
        return arm && !system().equals("windows") ? "arm_64" : "x86_64";
    }

    private static String flavour() {
        return Files.exists(Path.of("/etc/alpine-release")) ? "-alpine_linux" : "";
    }

    /** The archive's name does not tell its version, its checksum does. */
    private static String versioned(URL archive) throws IOException {
        var file = archive.getPath().substring(archive.getPath().lastIndexOf('/') + 1);
        var name = file.substring(0, file.length() - ".txz".length());
        var connection = archive.openConnection();
        var mark = connection instanceof JarURLConnection jar
                ? jar.getJarEntry().getCrc()
                : connection.getContentLengthLong();
        return name + "-" + Long.toHexString(mark);
    }

    private static void unpack(URL archive, Path target) throws IOException {
        try (var in = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in, 1 << 16)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream tar, Path target) throws IOException {
        var path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("Leads out of its archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        if ((entry.getMode() & OWNER_MAY_EXECUTE) != 0
                && Files.getFileStore(path).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(path, executable());
        }
    }

    private static Set<PosixFilePermission> executable() {
        return EnumSet.complementOf(EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE));
    }
}
