package org.consortium.catalog.harvest;

import java.net.URI;
import java.time.Instant;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.LibraryCode;

/**
 * Where a connected member's records are fetched from.
 *
 * @param code as it stands in addresses: the library's code and a number
 * @param checkpoint from when on it asks next, by the server's clock; null for everything
 */
public record Harvest(
        String code, LibraryCode library, Settings settings, boolean paused, Instant checkpoint, Instant nextAt) {

    /**
     * What its admin says of it.
     *
     * @param branch where copies stand whose location names no branch
     * @param format the server's name of its MARCXML (metadataPrefix): marc21, marcxml, unimarc
     * @param set only the records of this set (setSpec), or empty
     * @param family null to tell it record by record
     */
    public record Settings(
            BranchCode branch, URI address, String format, String set, MarcFamily family, int everyHours) {

        /** As people call the server. */
        public String host() {
            return address.getHost();
        }
    }
}
