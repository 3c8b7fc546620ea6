package org.consortium.web.council;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consortium.core.Label;
import org.consortium.core.card.ReaderClass;
import org.consortium.core.ill.Attention;
import org.consortium.core.ill.DeclineReason;
import org.consortium.core.member.Branches;
import org.consortium.core.member.Libraries;
import org.consortium.core.member.Role;
import org.consortium.core.union.ItemClass;
import org.consortium.loans.proposal.ProposalState;
import org.consortium.web.site.States;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The trail keeps codes, so that nothing in it must ever be rewritten; here they are told as names and words. */
@Component
class TrailWords {

    /** What may stand in a remark, by the action that leaves it there; what two kinds share means the same in both. */
    private static final List<Enum<?>> VALUES = Stream.of(
                    DeclineReason.values(),
                    Attention.values(),
                    Role.values(),
                    ItemClass.values(),
                    ReaderClass.values(),
                    ProposalState.values())
            .<Enum<?>>flatMap(Arrays::stream)
            .toList();

    /** What became of the records of an import: seen, added, changed, unchanged, withdrawn, rejected. */
    private static final Pattern COUNTS = Pattern.compile("^(\\d+(?: \\d+){5})(?= |$)");

    private final Libraries libraries;
    private final Branches branches;
    private final States states;
    private final MessageSource messages;

    TrailWords(Libraries libraries, Branches branches, States states, MessageSource messages) {
        this.libraries = libraries;
        this.branches = branches;
        this.states = states;
        this.messages = messages;
    }

    /** The libraries' and branches' names by their codes. */
    Map<String, Label> names() {
        Map<String, Label> names = new HashMap<>();
        branches.findAll().forEach(branch -> names.put(branch.code().value(), branch.name()));
        libraries.findAll().forEach(library -> names.put(library.code().value(), library.name()));
        return names;
    }

    /** The remarks of these lines as people say them, each under itself. */
    Map<String, String> remarks(List<String> details, Map<String, Label> names) {
        var words = words();
        names.forEach((code, name) -> words.put(code, name.in(LocaleContextHolder.getLocale())));
        return details.stream().distinct().collect(Collectors.toMap(detail -> detail, detail -> told(detail, words)));
    }

    private String told(String detail, Map<String, String> words) {
        var counts = COUNTS.matcher(detail);
        if (counts.find()) {
            var told = messages.getMessage(
                    "council.trail.counts", counts.group(1).split(" "), LocaleContextHolder.getLocale());
            return told + detail.substring(counts.end());
        }
        return Arrays.stream(detail.replaceAll("^\\[(.*)]$", "$1").split("(?<=[ ,])|(?=[ ,])"))
                .map(word -> words.getOrDefault(word, word))
                .collect(Collectors.joining());
    }

    private Map<String, String> words() {
        Locale locale = LocaleContextHolder.getLocale();
        Map<String, String> words = new HashMap<>();
        VALUES.forEach(value -> words.putIfAbsent(value.name(), messages.getMessage(states.word(value), null, locale)));
        return words;
    }
}
