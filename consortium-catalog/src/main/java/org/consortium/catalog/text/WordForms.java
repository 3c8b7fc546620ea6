package org.consortium.catalog.text;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Other forms in which a folded word may stand in a record: bird and birds, 4 and four, Koeln and Köln, opus and op., Москва
 * and Moskva. Said of what is asked for alone; a form that is no word finds nothing.
 */
public final class WordForms {

    private static final int LONGEST = 30;
    private static final int SHORTEST_PLURAL = 4;
    private static final int SHORTEST_SINGULAR = 3;
    private static final int SHORTEST_WITH_UMLAUT = 5;

    /** Words that join others in titles of western languages; never a single letter, for vitamins have such names. */
    private static final Set<String> SMALL = Set.of(
            "an", "the", "and", "or", "of", "in", "on", "to", "for", "with", "from", "by", "at", "der", "die", "das",
            "des", "und", "im", "von", "zur", "zum", "le", "la", "les", "de", "du", "et", "en", "au", "aux", "el",
            "los", "las", "del");

    private static final Map<String, String> IRREGULAR = bothWays(Map.of(
            "child",
            "children",
            "man",
            "men",
            "woman",
            "women",
            "foot",
            "feet",
            "tooth",
            "teeth",
            "mouse",
            "mice",
            "opus",
            "op",
            "saint",
            "st"));

    private static final Map<String, String> NUMBERS = bothWays(Map.ofEntries(
            Map.entry("1", "one"),
            Map.entry("2", "two"),
            Map.entry("3", "three"),
            Map.entry("4", "four"),
            Map.entry("5", "five"),
            Map.entry("6", "six"),
            Map.entry("7", "seven"),
            Map.entry("8", "eight"),
            Map.entry("9", "nine"),
            Map.entry("10", "ten"),
            Map.entry("11", "eleven"),
            Map.entry("12", "twelve"),
            Map.entry("20", "twenty"),
            Map.entry("100", "hundred")));

    /** As libraries romanise Russian (ALA-LC), without its ligatures and signs. */
    private static final Map<Integer, String> RUSSIAN = russian(
            "а a б b в v г g д d е e ж zh з z и i й i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch "
                    + "ъ - ы y ь - э e ю iu я ia");

    /** British and American: colour, centre, catalogue, organisation. */
    private static final Map<Pattern, String> ACROSS_THE_OCEAN = Map.of(
            Pattern.compile("(?<=[a-z]{3})our(?=(?:s|ed|ing|al|ful|ite|able)?$)"), "or",
            Pattern.compile("(?<=[a-z]{3})or(?=(?:s|ed|ing|al|ful|ite|able)?$)"), "our",
            Pattern.compile("(?<=[a-z]{3})tre(?=s?$)"), "ter",
            Pattern.compile("(?<=[a-z]{3})ter(?=s?$)"), "tre",
            Pattern.compile("(?<=[a-z]{3})logue(?=s?$)"), "log",
            Pattern.compile("(?<=[a-z]{3})log(?=s?$)"), "logue",
            Pattern.compile("(?<=[a-z]{3})is(?=(?:e|ed|er|es|ing|ation|ations)$)"), "iz",
            Pattern.compile("(?<=[a-z]{3})iz(?=(?:e|ed|er|es|ing|ation|ations)$)"), "is");

    private static final Pattern LATIN = Pattern.compile("[a-z]+");
    private static final Pattern CYRILLIC = Pattern.compile("[а-я]+");
    private static final Pattern NO_PLURAL = Pattern.compile(".*(?:ss|us|is)|news|does|has|was");
    private static final Pattern HISSING = Pattern.compile(".*(?:s|x|z|ch|sh)");
    private static final Pattern CONSONANT_AND_Y = Pattern.compile(".*[^aeiou]y");

    private WordForms() {}

    /** Whether it only joins other words, so that a record need not say it. */
    public static boolean isSmall(String word) {
        return SMALL.contains(word);
    }

    /** Every other form. */
    public static Set<String> of(String word) {
        var forms = spellings(word);
        if (NUMBERS.containsKey(word)) {
            forms.add(NUMBERS.get(word));
        }
        if (word.length() <= LONGEST && LATIN.matcher(word).matches() && !isSmall(word)) {
            List.copyOf(forms).forEach(spelling -> addNumber(spelling, forms));
            addNumber(word, forms);
        }
        forms.remove(word);
        return forms;
    }

    /** Other ways to write the very same form: with its umlauts spelt out, as across the ocean, in another script. */
    public static Set<String> spellings(String word) {
        var spellings = new LinkedHashSet<String>();
        if (word.length() > LONGEST) {
            return spellings;
        }
        if (CYRILLIC.matcher(word).matches()) {
            spellings.add(romanised(word));
        } else if (word.length() >= SHORTEST_WITH_UMLAUT && LATIN.matcher(word).matches()) {
            spellings.add(word.replace("ae", "a").replace("oe", "o").replaceAll("(?<![aeq])ue", "u"));
            spellings.add(word.replace("aa", "a"));
            ACROSS_THE_OCEAN.forEach(
                    (here, there) -> spellings.add(here.matcher(word).replaceFirst(there)));
        }
        spellings.remove(word);
        return spellings;
    }

    /** Singular and plural, in English and French. */
    private static void addNumber(String word, Set<String> forms) {
        if (IRREGULAR.containsKey(word)) {
            forms.add(IRREGULAR.get(word));
        } else if (word.endsWith("ies") && word.length() > SHORTEST_PLURAL) {
            forms.addAll(List.of(cut(word, 3) + "y", cut(word, 1)));
        } else if (word.endsWith("eaux")) {
            forms.add(cut(word, 1));
        } else if (word.endsWith("aux") && word.length() > SHORTEST_PLURAL) {
            forms.add(cut(word, 2) + "l");
        } else if (word.endsWith("s")
                && word.length() >= SHORTEST_PLURAL
                && !NO_PLURAL.matcher(word).matches()) {
            forms.add(cut(word, 1));
            if (word.endsWith("es") && HISSING.matcher(cut(word, 2)).matches()) {
                forms.add(cut(word, 2));
            }
        } else if (word.length() >= SHORTEST_SINGULAR) {
            addPlural(word, forms);
        }
    }

    private static void addPlural(String word, Set<String> forms) {
        if (CONSONANT_AND_Y.matcher(word).matches()) {
            forms.add(cut(word, 1) + "ies");
        } else if (word.endsWith("eau")) {
            forms.add(word + "x");
        } else {
            forms.add(HISSING.matcher(word).matches() ? word + "es" : word + "s");
        }
    }

    private static String cut(String word, int letters) {
        return word.substring(0, word.length() - letters);
    }

    private static String romanised(String word) {
        var romanised = new StringBuilder();
        word.codePoints().forEach(letter -> romanised.append(RUSSIAN.get(letter)));
        return romanised.toString();
    }

    private static Map<Integer, String> russian(String table) {
        var letters = new HashMap<Integer, String>();
        var cells = table.split(" ");
        for (int i = 0; i < cells.length; i += 2) {
            letters.put((int) cells[i].charAt(0), cells[i + 1].replace("-", ""));
        }
        return letters;
    }

    private static Map<String, String> bothWays(Map<String, String> one) {
        var both = new HashMap<>(one);
        one.forEach((key, value) -> both.put(value, key));
        return both;
    }
}
