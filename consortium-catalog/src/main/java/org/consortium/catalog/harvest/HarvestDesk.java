package org.consortium.catalog.harvest;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.consortium.catalog.marc.MarcFamily;
import org.consortium.core.Paged;
import org.consortium.core.Refusal;
import org.consortium.core.member.BranchCode;
import org.consortium.core.member.Branches;
import org.consortium.core.member.LibraryCode;
import org.consortium.core.member.Staff;
import org.consortium.core.member.Trail;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a connected library says from where its records are fetched, and sees what came. No library means the council, which reads all. */
@Service
public class HarvestDesk {

    private static final int LONGEST_INTERVAL = 30 * 24;
    private static final Pattern FORMAT = Pattern.compile("[A-Za-z0-9_.!~*'()-]{1,60}");
    private static final Pattern SET = Pattern.compile("[A-Za-z0-9_.!~*'():-]{0,200}");

    private final Harvests harvests;
    private final Branches branches;
    private final SafeAddress safe;
    private final OaiClient client;
    private final Trail trail;
    private final Clock clock;

    HarvestDesk(Harvests harvests, Branches branches, SafeAddress safe, OaiClient client, Trail trail, Clock clock) {
        this.harvests = harvests;
        this.branches = branches;
        this.safe = safe;
        this.client = client;
        this.trail = trail;
        this.clock = clock;
    }

    /** A harvest as a form says it; its parts are checked when it is kept. */
    public record Asked(
            BranchCode branch, String address, String format, String set, MarcFamily family, int everyHours) {}

    public List<Harvest> harvests(Optional<LibraryCode> of) {
        return harvests.all(of);
    }

    public Map<String, HarvestRun> last(List<Harvest> of) {
        return harvests.last(of);
    }

    public Harvest harvest(String code, Optional<LibraryCode> of) {
        return harvests.required(code, of);
    }

    public Paged<HarvestRun> runs(String code, Optional<LibraryCode> of, int page, int size) {
        return harvests.runs(harvests.required(code, of).code(), page, Math.min(size, Paged.LARGEST));
    }

    /** @throws Refusal when the address leads nowhere it may, or something else is not said as OAI-PMH says it */
    @Transactional
    public Harvest add(Asked asked, Staff by) {
        var settings = checked(asked, by);
        var at = clock.instant();
        var code = harvests.add(by.library(), settings, at);
        trail.note(
                by.actor(),
                at,
                "harvest-added",
                "harvest",
                code,
                by.library(),
                settings.address().toString());
        return harvests.required(code, Optional.of(by.library()));
    }

    @Transactional
    public Harvest change(String code, Asked asked, boolean paused, Staff by) {
        harvests.required(code, Optional.of(by.library()));
        var settings = checked(asked, by);
        harvests.change(code, settings, paused);
        trail.note(
                by.actor(),
                clock.instant(),
                "harvest-changed",
                "harvest",
                code,
                by.library(),
                settings.address() + (paused ? " paused" : ""));
        return harvests.required(code, Optional.of(by.library()));
    }

    private Harvest.Settings checked(Asked asked, Staff by) {
        var address = SafeAddress.form(asked.address());
        safe.check(address);
        var format = asked.format().strip();
        var set = asked.set() == null ? "" : asked.set().strip();
        if (!FORMAT.matcher(format).matches() || !SET.matcher(set).matches()) {
            throw new Refusal(HarvestRefusal.HARVEST_FORMAT);
        }
        if (asked.everyHours() < 1 || asked.everyHours() > LONGEST_INTERVAL) {
            throw new Refusal(HarvestRefusal.HARVEST_INTERVAL);
        }
        branches.required(asked.branch(), by.library());
        return new Harvest.Settings(asked.branch(), address, format, set, asked.family(), asked.everyHours());
    }

    /** What the server calls itself: whether it answers at all. */
    public String greet(String code, Staff by) {
        var harvest = harvests.required(code, Optional.of(by.library()));
        return greeting(harvest.settings().address());
    }

    private String greeting(URI address) {
        var question = new LinkedHashMap<String, String>();
        question.put("verb", "Identify");
        var answer = client.ask(address, question, new Patience()::left);
        if (!answer.error().isEmpty()) {
            throw new Refusal(HarvestRefusal.HARVEST_ANSWER, answer.error());
        }
        return answer.repository();
    }

    /** Somebody waits for the page: some seconds, not a quarter of an hour. */
    private static final class Patience {

        private int breaths = 20;

        private boolean left() {
            return breaths-- > 0;
        }
    }

    /** @param everything also what was fetched before */
    @Transactional
    public void fetchNow(String code, boolean everything, Staff by) {
        harvests.required(code, Optional.of(by.library()));
        var at = clock.instant();
        harvests.due(code, everything, at);
        trail.note(by.actor(), at, "harvest-asked", "harvest", code, by.library(), everything ? "everything" : "");
    }

    /** What is already being imported is cancelled as an import. */
    @Transactional
    public void cancel(String code, Staff by) {
        harvests.required(code, Optional.of(by.library()));
        var at = clock.instant();
        if (!harvests.cancel(code, at)) {
            throw new Refusal(HarvestRefusal.HARVEST_IDLE);
        }
        trail.note(by.actor(), at, "harvest-cancelled", "harvest", code, by.library(), "");
    }
}
