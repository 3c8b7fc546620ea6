package org.consortium.catalog.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Chinese text as people type it on a Latin keyboard: syllables without tones, ü as u. Characters of several readings take
 * the one of the longest known word they stand in, else their usual one.
 */
public final class Pinyin {

    private static final String CHARACTERS = "/pinyin_dict_char.txt";
    private static final String WORDS = "/pinyin_dict_phrase.txt";
    private static final int LONGEST_WORD = 8;
    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST_RUN = 40;

    /** How many ways of parting one run of letters into syllables are looked at: xian is xian and xi an. */
    private static final int MOST_READINGS = 4;

    /** Surnames read otherwise than the same character in other words. */
    private static final Map<String, String> SURNAMES = Map.ofEntries(
            Map.entry("单", "shan"),
            Map.entry("曾", "zeng"),
            Map.entry("仇", "qiu"),
            Map.entry("解", "xie"),
            Map.entry("任", "ren"),
            Map.entry("区", "ou"),
            Map.entry("查", "zha"),
            Map.entry("朴", "piao"),
            Map.entry("盖", "ge"),
            Map.entry("乐", "yue"),
            Map.entry("翟", "zhai"),
            Map.entry("繁", "po"),
            Map.entry("覃", "qin"),
            Map.entry("秘", "bi"),
            Map.entry("冼", "xian"),
            Map.entry("尹", "yin"),
            Map.entry("缪", "miao"),
            Map.entry("晁", "chao"),
            Map.entry("种", "chong"),
            Map.entry("尉迟", "yu chi"),
            Map.entry("万俟", "mo qi"),
            Map.entry("长孙", "zhang sun"));

    /** Characters that are read in several ways alike often; whoever types one must find the other. */
    private static final Map<Integer, List<String>> SEVERAL_WAYS = new HashMap<>();

    private static final String HETERONYMS = """
            重:zhong,chong 长:chang,zhang 乐:le,yue 行:xing,hang 朝:chao,zhao 曾:ceng,zeng 单:dan,shan 还:hai,huan
            传:chuan,zhuan 藏:cang,zang 降:jiang,xiang 率:lu,shuai 省:sheng,xing 调:diao,tiao 都:dou,du 差:cha,chai
            觉:jue,jiao 校:xiao,jiao 角:jiao,jue 仇:chou,qiu 车:che,ju 参:can,shen,cen 弹:dan,tan 佛:fo,fu 会:hui,kuai
            大:da,dai 了:le,liao 着:zhe,zhuo,zhao 薄:bo,bao 露:lu,lou 血:xue,xie 熟:shu,shou 柏:bai,bo 贾:jia,gu
            查:cha,zha 解:jie,xie 蔚:wei,yu 尉:wei,yu 秘:mi,bi 数:shu,shuo 说:shuo,shui 识:shi,zhi 宿:su,xiu 系:xi,ji
            屏:ping,bing 翟:di,zhai 六:liu,lu 龟:gui,qiu 奇:qi,ji 给:gei,ji 和:he,huo 吓:xia,he 壳:ke,qiao 落:luo,la
            模:mo,mu 泊:bo,po 朴:pu,piao 栖:qi,xi 削:xue,xiao 咽:yan,ye 殷:yin,yan 乘:cheng,sheng 盛:sheng,cheng
            什:shen,shi 拓:tuo,ta 厦:sha,xia 钥:yao,yue 娜:na,nuo 呢:ne,ni 哪:na,ne 尿:niao,sui 番:fan,pan 便:bian,pian
            卜:bu,bo 伯:bo,bai 晟:sheng,cheng 沈:shen,chen 亡:wang,wu 任:ren 褚:chu,zhu 洗:xi,xian 粘:zhan,nian 轧:ya,zha
            """;

    /** One after the last character of the plane that holds the rare ones (Unicode's Tertiary Ideographic Plane). */
    private static final int AFTER_ALL_HAN = 0x40000;

    /** More ways to say one title than anybody tries. */
    private static final int MOST_VARIANTS = 4;

    /** The usual reading of each character, by its number. */
    private static final String[] USUAL = new String[AFTER_ALL_HAN];

    private static final Map<String, String> UNUSUAL_WORDS = new HashMap<>();

    /** How long the longest such word is that begins with a character; nearly all begin none. */
    private static final byte[] LONGEST_FROM = new byte[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    private static final Set<String> SYLLABLES;

    static {
        read(CHARACTERS, (character, readings) -> {
            int folded = HanVariants.one(character.codePointAt(0));
            if (folded == character.codePointAt(0)) {
                USUAL[folded] = plain(readings.split(",")[0]);
            }
        });
        read(CHARACTERS, (character, readings) -> {
            int folded = HanVariants.one(character.codePointAt(0));
            USUAL[folded] = USUAL[folded] == null ? plain(readings.split(",")[0]) : USUAL[folded];
        });
        read(WORDS, (word, reading) -> {
            var folded = Folding.fold(word);
            var syllables = plain(reading);
            if (folded.length() <= LONGEST_WORD && !syllables.equals(String.join(" ", usual(folded)))) {
                UNUSUAL_WORDS.put(folded, syllables);
                char first = folded.charAt(0);
                LONGEST_FROM[first] = (byte) Math.max(LONGEST_FROM[first], folded.length());
            }
        });
        for (var entry : HETERONYMS.strip().split("\\s+")) {
            SEVERAL_WAYS.put(
                    entry.codePointAt(0),
                    List.of(entry.substring(entry.indexOf(':') + 1).split(",")));
        }
        SYLLABLES = Arrays.stream(USUAL)
                .filter(Objects::nonNull)
                .filter(syllable -> syllable.matches("[a-z]*[aeiou][a-z]*"))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A syllable with the number of its tone, the fifth for none. */
    private static final Pattern TONED = Pattern.compile("([a-z]{1,6})[1-5]");

    private static final Pattern TONED_OR_PLAIN = Pattern.compile("(?:[a-z]{1,6}[1-5])+|[a-z]+");

    private Pinyin() {}

    /** The syllables of a folded text; words in other scripts stand as they are. */
    public static List<String> syllables(String folded) {
        if (!hasHan(folded)) {
            return folded.isEmpty() ? List.of() : List.of(folded.split(" "));
        }
        return spoken(folded).stream().map(Spoken::reading).toList();
    }

    /** The ways a folded text may be spoken: as {@link #syllables} says, then with one character read otherwise. */
    public static List<List<String>> variants(String folded) {
        var best = spoken(folded);
        var ways = new ArrayList<List<String>>();
        ways.add(best.stream().map(Spoken::reading).toList());
        for (int at = 0; at < best.size(); at++) {
            for (var other : SEVERAL_WAYS.getOrDefault(best.get(at).character(), List.of())) {
                if (ways.size() < MOST_VARIANTS && !other.equals(best.get(at).reading())) {
                    var way = new ArrayList<>(ways.get(0));
                    way.set(at, other);
                    ways.add(way);
                }
            }
        }
        return ways;
    }

    /** One syllable and the character it was read from; 0 for a word in another script. */
    private record Spoken(String reading, int character) {}

    private static List<Spoken> spoken(String folded) {
        var spoken = new ArrayList<Spoken>();
        var other = new StringBuilder();
        int length;
        for (int at = 0; at < folded.length(); at += length) {
            var word = unusualWordAt(folded, at);
            int character = folded.codePointAt(at);
            length = word == null ? Character.charCount(character) : word.length();
            var reading = word == null ? usual(character) : UNUSUAL_WORDS.get(word);
            if (reading == null && character != ' ') {
                other.appendCodePoint(character);
                continue;
            }
            flush(other, spoken);
            if (reading != null) {
                var characters = folded.substring(at, at + length).codePoints().toArray();
                var readings = reading.split(" ");
                for (int i = 0; i < readings.length; i++) {
                    spoken.add(new Spoken(readings[i], i < characters.length ? characters[i] : 0));
                }
            }
        }
        flush(other, spoken);
        return spoken;
    }

    /** The syllables of a person's name, the surname read as a surname. */
    public static List<String> nameSyllables(String folded) {
        for (int length = 2; length >= 1; length--) {
            var surname = folded.length() > length ? SURNAMES.get(folded.substring(0, length)) : null;
            if (surname != null) {
                var syllables = new ArrayList<>(List.of(surname.split(" ")));
                syllables.addAll(syllables(folded.substring(length)));
                return syllables;
            }
        }
        return syllables(folded);
    }

    public static String initials(Collection<String> syllables) {
        return syllables.stream().map(syllable -> syllable.substring(0, 1)).collect(Collectors.joining());
    }

    public static boolean hasHan(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /** The ways to read letters without spaces as syllables, such as honglou as hong lou; none when they are no pinyin. */
    public static List<List<String>> readings(String letters) {
        var readings = new ArrayList<List<String>>();
        if (letters.length() <= LONGEST_RUN) {
            var text = withoutUmlauts(letters);
            part(text, 0, new ArrayList<>(), readings, new boolean[text.length()]);
        }
        return readings;
    }

    /** lü and nü are typed as lv and nv. */
    public static String withoutUmlauts(String letters) {
        return letters.replace("lv", "lu").replace("nv", "nu");
    }

    /** @param dead places from which no way leads on, so that each is tried once */
    private static boolean part(
            String letters, int from, List<String> before, List<List<String>> readings, boolean[] dead) {
        if (from == letters.length()) {
            return readings.add(List.copyOf(before));
        }
        boolean leadsOn = false;
        for (int end = Math.min(from + LONGEST_SYLLABLE, letters.length());
                end > from && !dead[from] && readings.size() < MOST_READINGS;
                end--) {
            var syllable = letters.substring(from, end);
            if (SYLLABLES.contains(syllable)) {
                before.add(syllable);
                leadsOn |= part(letters, end, before, readings, dead);
                before.remove(before.size() - 1);
            }
        }
        dead[from] = !leadsOn;
        return leadsOn;
    }

    /**
     * Folded text without the numbers of its tones: hong2lou2 meng4 as honglou meng. Two syllables at least must have one, for
     * A4 is paper; any other text stands as it is.
     */
    public static String withoutTones(String folded) {
        if (folded.codePoints().noneMatch(Character::isDigit)
                || !Arrays.stream(folded.split(" ")).allMatch(TONED_OR_PLAIN.asMatchPredicate())) {
            return folded;
        }
        var toned = TONED.matcher(folded).results().toList();
        return toned.size() > 1 && toned.stream().allMatch(syllable -> isSyllable(syllable.group(1)))
                ? TONED.matcher(folded).replaceAll("$1")
                : folded;
    }

    private static boolean isSyllable(String letters) {
        return SYLLABLES.contains(withoutUmlauts(letters));
    }

    private static String unusualWordAt(String text, int at) {
        for (int end = Math.min(text.length(), at + LONGEST_FROM[text.charAt(at)]); end > at + 1; end--) {
            var word = text.substring(at, end);
            if (UNUSUAL_WORDS.containsKey(word)) {
                return word;
            }
        }
        return null;
    }

    private static String usual(int character) {
        return character < AFTER_ALL_HAN ? USUAL[character] : null;
    }

    private static List<String> usual(String word) {
        return word.codePoints()
                .mapToObj(character -> Objects.requireNonNullElse(usual(character), ""))
                .toList();
    }

    private static void flush(StringBuilder other, List<Spoken> spoken) {
        if (other.length() > 0) {
            spoken.add(new Spoken(other.toString(), 0));
            other.setLength(0);
        }
    }

    private static String plain(String toned) {
        return Normalizer.normalize(toned.strip(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replace('ɡ', 'g');
    }

    private static void read(String resource, BiConsumer<String, String> entry) {
        try (var lines = new BufferedReader(
                new InputStreamReader(Pinyin.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                int colon = line.indexOf(':');
                if (colon > 0 && colon < line.length() - 1) {
                    entry.accept(line.substring(0, colon), line.substring(colon + 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
