package org.consortium.web.desk;

import jakarta.validation.constraints.Size;
import org.consortium.core.ill.DeclineReason;

/** What a button on a request sends along: the version it was drawn from, and what that deed needs to know. */
record DeedForm(
        Long version,
        @Size(max = 40) String barcode,
        DeclineReason reason,
        @Size(max = 300) String remark) {}
