package org.consortium.catalog.matching;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.consortium.catalog.text.Pinyin;
import org.consortium.core.union.Format;
import org.consortium.core.union.Identifier;
import org.consortium.core.union.Identifier.Kind;

/**
 * What comparing two publications shows: every sign for and against, every veto, and the points by the rules. It is the
 * same in both directions.
 */
record Comparison(Set<Sign> signs, Set<Veto> vetoes, int score, Band band) {

    private static final double ALIKE_PART = 0.75;
    private static final double ALIKE_TITLE = 0.75;
    private static final double ALIKE_SUBTITLE = 0.5;
    private static final int CLOSE_YEARS = 2;
    /** A work in several volumes comes out over years, and each catalogue gives another of them. */
    private static final int YEARS_OF_A_SET = 5;

    /** @param shared which numbers many different books carry */
    static Comparison of(Publication one, Publication other, Predicate<Identifier> shared, MatchRules rules) {
        var found = new Finding(one, other);
        found.compare(shared);
        int score = found.score(rules);
        var band = found.vetoes.isEmpty() ? rules.band(score) : Band.SEPARATE;
        return new Comparison(
                Collections.unmodifiableSet(found.signs), Collections.unmodifiableSet(found.vetoes), score, band);
    }

    /**
     * Whether the two have other titles and no number in common, and would have no points even if all else agreed. Told by
     * titles, and where these are not enough by years and authors, for most that share a key share no more than the beginning
     * of a title.
     */
    static boolean isHopeless(Publication one, Publication other, MatchRules rules) {
        var found = new Finding(one, other);
        if (found.haveNumberInCommon() || one.isListed() && other.isListed()) {
            return false;
        }
        found.title();
        if (!found.has(Sign.TITLE_OTHER) && !found.has(Sign.TITLE_WORDS_OTHER)) {
            return false;
        }
        int rest = rules.most(Sign.EDITION_SAME) + rules.most(Sign.PUBLISHER_SAME) + rules.most(Sign.EXTENT_SAME);
        int authors = Math.max(rules.most(Sign.AUTHOR_SAME), rules.most(Sign.AUTHOR_NONE));
        if (found.score(rules) + rules.most(Sign.YEAR_SAME) + authors + rest <= 0) {
            return true;
        }
        found.year();
        found.authors();
        return found.score(rules) + rest <= 0;
    }

    /** The same two, kept apart for a reason outside their descriptions. */
    Comparison with(Veto veto) {
        var all = EnumSet.of(veto);
        all.addAll(vetoes);
        return new Comparison(signs, all, score, Band.SEPARATE);
    }

    boolean has(Sign sign) {
        return signs.contains(sign);
    }

    /** A number that belongs to this publication alone says that they are the same. */
    boolean sharesNumber() {
        return has(Sign.ISBN_SAME)
                || has(Sign.ISSN_SAME)
                || has(Sign.BOOK_NUMBER_SAME)
                || has(Sign.CONTROL_NUMBER_SAME);
    }

    /** One comparison in the making. */
    private static final class Finding {

        final Publication one;
        final Publication other;
        final Set<Sign> signs = EnumSet.noneOf(Sign.class);
        final Set<Veto> vetoes = EnumSet.noneOf(Veto.class);

        Finding(Publication one, Publication other) {
            this.one = one;
            this.other = other;
        }

        void compare(Predicate<Identifier> shared) {
            forbid();
            numbers(shared);
            title();
            authors();
            year();
            edition();
            imprint();
            whole();
        }

        int score(MatchRules rules) {
            return signs.stream().mapToInt(rules::points).sum();
        }

        boolean haveNumberInCommon() {
            return one.kindsSharedWith(other).stream()
                    .anyMatch(kind -> !Collections.disjoint(one.numbers(kind), other.numbers(kind)));
        }

        private void forbid() {
            if (one.format() != other.format()) {
                vetoes.add(
                        isSerialAgainstMonograph(one, other) || isSerialAgainstMonograph(other, one)
                                ? Veto.SERIAL_AGAINST_MONOGRAPH
                                : Veto.CARRIER_DIFFERS);
            } else if (!one.carrier().equals(other.carrier())) {
                vetoes.add(Veto.CARRIER_DIFFERS);
            }
            if (isPartByNumber(one, other) || isPartByNumber(other, one)) {
                vetoes.add(Veto.SET_AGAINST_VOLUME);
            }
            if (!one.volumes().agreeWith(other.volumes())) {
                vetoes.add(
                        one.volumes().isNone() || other.volumes().isNone()
                                ? Veto.SET_AGAINST_VOLUME
                                : Veto.VOLUME_DIFFERS);
            } else if (partNamesDiffer() || one.main().differsOnlyInNumbers(other.main())) {
                vetoes.add(Veto.VOLUME_DIFFERS);
            } else if (one.extent().isOnePartOf(other.extent())
                    || other.extent().isOnePartOf(one.extent())) {
                vetoes.add(Veto.SET_AGAINST_VOLUME);
            }
            if (!one.languages().isEmpty()
                    && !other.languages().isEmpty()
                    && Collections.disjoint(one.languages(), other.languages())) {
                vetoes.add(Veto.LANGUAGE_DIFFERS);
            }
        }

        private static boolean isSerialAgainstMonograph(Publication serial, Publication monograph) {
            return serial.format() == Format.SERIAL && monograph.format() == Format.BOOK;
        }

        /** The number of the one is, as the other says, that of its set or of one of its volumes. */
        private static boolean isPartByNumber(Publication one, Publication other) {
            var isbn = one.numbers(Kind.ISBN);
            return !Collections.disjoint(isbn, other.numbers(Kind.ISBN_OF_SET))
                    || Collections.disjoint(isbn, other.numbers(Kind.ISBN))
                            && !Collections.disjoint(isbn, other.numbers(Kind.ISBN_OF_VOLUME));
        }

        private boolean partNamesDiffer() {
            var part = one.part();
            var otherPart = other.part();
            if (!one.volumes().isNone() || part.equals(otherPart)) {
                return false;
            }
            if (part.isEmpty()) {
                return !one.whole().letters().contains(otherPart);
            }
            if (otherPart.isEmpty()) {
                return !other.whole().letters().contains(part);
            }
            return Title.likeness(part, otherPart) < ALIKE_PART;
        }

        private void numbers(Predicate<Identifier> shared) {
            for (var kind : one.kindsSharedWith(other)) {
                switch (kind) {
                    case ISBN -> number(kind, Sign.ISBN_SAME, Sign.ISBN_SHARED, Sign.ISBN_OTHER, shared);
                    // the set is the same: the volume has to be told otherwise
                    case ISBN_OF_SET -> number(kind, Sign.ISBN_SHARED, Sign.ISBN_SHARED, null, shared);
                    case ISBN_OF_VOLUME -> {}
                    case ISSN -> number(kind, Sign.ISSN_SAME, Sign.ISSN_SAME, Sign.ISSN_OTHER, shared);
                    case UNIFIED_BOOK_NUMBER ->
                        number(kind, Sign.BOOK_NUMBER_SAME, Sign.BOOK_NUMBER_SHARED, Sign.BOOK_NUMBER_OTHER, shared);
                    case OCLC, LCCN ->
                        number(
                                kind,
                                Sign.CONTROL_NUMBER_SAME,
                                Sign.CONTROL_NUMBER_SHARED,
                                Sign.CONTROL_NUMBER_OTHER,
                                shared);
                    // two numbers of other agencies may well be of two agencies
                    case AGENCY -> number(kind, Sign.CONTROL_NUMBER_SAME, Sign.CONTROL_NUMBER_SHARED, null, shared);
                    case DOCUMENT -> documentNumber();
                    case OTHER -> {}
                }
            }
            if (has(Sign.CONTROL_NUMBER_SAME) || has(Sign.CONTROL_NUMBER_SHARED)) {
                signs.remove(Sign.CONTROL_NUMBER_OTHER);
            }
        }

        private void documentNumber() {
            if (Collections.disjoint(one.numbers(Kind.DOCUMENT), other.numbers(Kind.DOCUMENT))) {
                vetoes.add(Veto.DOCUMENT_DIFFERS);
            } else {
                signs.add(Sign.DOCUMENT_NUMBER_SAME);
            }
        }

        private void number(Kind kind, Sign same, Sign ofMany, Sign differs, Predicate<Identifier> shared) {
            var common = one.numbers(kind).stream()
                    .filter(other.numbers(kind)::contains)
                    .map(value -> new Identifier(kind, value))
                    .toList();
            if (common.isEmpty()) {
                add(differs);
            } else {
                add(common.stream().allMatch(shared) ? ofMany : same);
            }
        }

        private void title() {
            var sign = titleSign();
            add(sign);
            if (sign == null || sign == Sign.TITLE_OTHER || sign == Sign.TITLE_WORDS_OTHER) {
                return;
            }
            if (one.whole().isLong() && other.whole().isLong()) {
                signs.add(Sign.TITLE_LONG);
            }
            if (subtitlesDiffer()) {
                signs.add(Sign.SUBTITLE_OTHER);
            }
        }

        private Sign titleSign() {
            var title = one.main();
            var otherTitle = other.main();
            if (title.isSameAs(otherTitle) || one.whole().isSameAs(other.whole())) {
                return Sign.TITLE_SAME;
            }
            if (begins(one, other) || begins(other, one)) {
                return Sign.TITLE_BEGINS_ALIKE;
            }
            if (one.otherTitles().contains(otherTitle.letters())
                    || other.otherTitles().contains(title.letters())
                    || isRomanised(one, other)
                    || isRomanised(other, one)) {
                return Sign.TITLE_ELSEWHERE;
            }
            if (!vetoes.isEmpty()) {
                // whatever it is like, they are two
                return null;
            }
            if (title.isSimilarTo(otherTitle) || one.whole().isSimilarTo(other.whole())) {
                return Sign.TITLE_SIMILAR;
            }
            double closest = Math.max(title.closenessTo(otherTitle), one.whole().closenessTo(other.whole()));
            if (closest < ALIKE_TITLE) {
                return Sign.TITLE_OTHER;
            }
            return title.haveWordsOfTheirOwn(otherTitle) ? Sign.TITLE_WORDS_OTHER : null;
        }

        private static boolean begins(Publication shorter, Publication longer) {
            return shorter.main().begins(longer.whole())
                    || Objects.equals(shorter.year(), longer.year())
                            && shorter.main().withoutYear(shorter.year()).begins(longer.whole());
        }

        /** Hong lou meng is how 红楼梦 is read. */
        private static boolean isRomanised(Publication latin, Publication chinese) {
            return !Pinyin.hasHan(latin.main().letters())
                    && Pinyin.hasHan(chinese.main().letters())
                    && String.join("", Pinyin.syllables(chinese.main().letters()))
                            .equals(latin.main().letters());
        }

        private boolean subtitlesDiffer() {
            var subtitle = one.subtitle();
            var otherSubtitle = other.subtitle();
            return !subtitle.isEmpty()
                    && !otherSubtitle.isEmpty()
                    && !subtitle.startsWith(otherSubtitle)
                    && !otherSubtitle.startsWith(subtitle)
                    && Title.likeness(subtitle, otherSubtitle) < ALIKE_SUBTITLE;
        }

        private void authors() {
            if (one.authors().agreeWith(other.authors())) {
                signs.add(Sign.AUTHOR_SAME);
            } else if (one.authors().contradict(other.authors())) {
                signs.add(Sign.AUTHOR_OTHER);
            } else if (!one.authors().areSaid() && !other.authors().areSaid() && one.isFull() && other.isFull()) {
                signs.add(Sign.AUTHOR_NONE);
            }
        }

        private void year() {
            if (one.year() == null || other.year() == null) {
                return;
            }
            int apart = Math.abs(one.year() - other.year());
            boolean set = one.extent().isSet() || other.extent().isSet();
            if (apart == 0) {
                signs.add(Sign.YEAR_SAME);
            } else if (apart > 1 && !(set && apart <= YEARS_OF_A_SET)) {
                signs.add(apart <= CLOSE_YEARS ? Sign.YEAR_CLOSE : Sign.YEAR_OTHER);
            }
        }

        private void edition() {
            if (one.edition().isSameAs(other.edition())) {
                signs.add(Sign.EDITION_SAME);
            } else if (one.edition().contradicts(other.edition())) {
                signs.add(Sign.EDITION_OTHER);
            }
        }

        private void imprint() {
            if (one.publisher().isSameAs(other.publisher())) {
                signs.add(Sign.PUBLISHER_SAME);
            } else if (one.publisher().contradicts(other.publisher())) {
                signs.add(Sign.PUBLISHER_OTHER);
            }
            if (one.extent().isSameAs(other.extent())) {
                signs.add(Sign.EXTENT_SAME);
            } else if (one.extent().contradicts(other.extent())) {
                signs.add(Sign.EXTENT_OTHER);
            }
        }

        private void whole() {
            if (one.isListed() && other.isListed()) {
                if (has(Sign.AUTHOR_SAME)) {
                    signs.add(Sign.BOTH_LISTED);
                }
            } else if (has(Sign.TITLE_SAME) && one.words().equals(other.words())) {
                signs.add(Sign.WORDS_SAME);
            }
        }

        private boolean has(Sign sign) {
            return signs.contains(sign);
        }

        private void add(Sign sign) {
            if (sign != null) {
                signs.add(sign);
            }
        }
    }
}
