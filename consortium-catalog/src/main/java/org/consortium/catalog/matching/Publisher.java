package org.consortium.catalog.matching;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;

/** Who published it, by the words that tell one house from another: Wiley is John Wiley &amp; Sons, 人民文学 is 人民文学出版社. */
record Publisher(String name, String letters, Set<String> words) {

    private static final Pattern CHINESE_HOUSE = Pattern.compile("(?:有限责任公司|有限公司|股份|出版社|出版公司|出版集团|出版|集团)");
    private static final Pattern SHOP = Pattern.compile("(?:书店|书局|书馆|书院)$");
    private static final Set<String> SAY_NOTHING = Set.of(
            "the",
            "and",
            "press",
            "pub",
            "publ",
            "publishing",
            "publisher",
            "publishers",
            "published",
            "publications",
            "company",
            "co",
            "inc",
            "incorporated",
            "ltd",
            "limited",
            "corp",
            "group",
            "books",
            "book",
            "house",
            "sons",
            "son",
            "verlag",
            "editions",
            "edition",
            "editorial",
            "printed",
            "print",
            "printing",
            "for",
            "by",
            "of",
            "in",
            "on",
            "office",
            "off",
            "author",
            "s",
            "n",
            "sn",
            "distributed",
            "division",
            "dept",
            "department",
            "der",
            "de",
            "la",
            "und",
            "et",
            "verl",
            "a");

    static Publisher of(String printed) {
        var folded = Folding.fold(printed);
        var words = new TreeSet<String>();
        Arrays.stream(folded.split(" "))
                .filter(word -> !word.isEmpty() && !SAY_NOTHING.contains(word))
                .forEach(words::add);
        return new Publisher(
                CHINESE_HOUSE.matcher(folded).replaceAll("").replace(" ", ""), folded.replace(" ", ""), words);
    }

    boolean isSaid() {
        return !words.isEmpty() && !name.isEmpty();
    }

    boolean isSameAs(Publisher other) {
        if (!isSaid() || !other.isSaid()) {
            return false;
        }
        if (name.equals(other.name)) {
            return true;
        }
        if (Pinyin.hasHan(name) != Pinyin.hasHan(other.name)) {
            return Pinyin.hasHan(name) ? isReadAs(other) : other.isReadAs(this);
        }
        if (Pinyin.hasHan(name)) {
            return endsAsShop(name, other.name) || endsAsShop(other.name, name);
        }
        return sharedWith(other) * 2 >= Math.min(words.size(), other.words.size());
    }

    /** Renmin wen xue chu ban she is 人民文学出版社. */
    private boolean isReadAs(Publisher romanised) {
        return romanised.letters.endsWith(String.join("", Pinyin.syllables(letters)));
    }

    /** 三联书店 is 生活·读书·新知三联书店; but 人民出版社 is not 上海人民出版社. */
    private static boolean endsAsShop(String shorter, String longer) {
        return SHOP.matcher(shorter).find() && longer.endsWith(shorter);
    }

    private long sharedWith(Publisher other) {
        return words.stream()
                .filter(word -> other.words.stream().anyMatch(candidate -> isShortFor(word, candidate)))
                .count();
    }

    private static boolean isShortFor(String one, String other) {
        return one.equals(other)
                || one.length() >= 3 && other.startsWith(one)
                || other.length() >= 3 && one.startsWith(other);
    }

    boolean contradicts(Publisher other) {
        if (!isSaid() || !other.isSaid() || isSameAs(other)) {
            return false;
        }
        boolean chinese = Pinyin.hasHan(name);
        return chinese == Pinyin.hasHan(other.name) && (chinese || sharedWith(other) == 0);
    }
}
