package org.consortium.catalog.intake;

import java.nio.file.Path;

/** A file that was sent and lies on disk. */
record Upload(String fileName, Path path, long bytes) {}
