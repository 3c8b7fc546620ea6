import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Made-up books as members of a consortium would describe them: MARC 21 in UTF-8, the same ones for the same seed. Half are
 * in Chinese, half in English. Every second record is of a book another member has too, and members do not describe alike:
 * a number is missing, a subtitle, the publisher is short, the characters are traditional.
 */
final class Books {

    static final int MEMBERS = 20;

    /** The share of records that are of a book another member has sent. */
    static final double KNOWN = 0.45;

    static final String[] PLACES = words("中国 北京 上海 江南 四川 敦煌 西藏 云南 岭南 长江 黄河 东北 新疆 台湾 香港 湖南 山东 福建 贵州 甘肃 欧洲 日本 美国 印度 非洲 俄罗斯 德国 法国 英国 东亚 古希腊 罗马 太平洋 浙东 徽州 苏州 杭州 成都 延安 内蒙古");
    static final String[] TOPICS = words("文学 历史 经济 哲学 建筑 园林 水利 农业 医药 戏曲 民俗 书法 绘画 音乐 地理 气候 植物 动物 海洋 天文 数学 物理 化学 教育 心理 法律 宗教 语言 方言 考古 青铜器 瓷器 茶叶 丝绸 饮食 服饰 交通 铁路 航海 军事 外交 贸易 金融 人口 城市 乡村 家族 妇女 儿童 图书馆 档案 出版 新闻 电影 武术 围棋 中药 针灸 昆虫 鸟类 森林 草原 沙漠 土壤 地震 能源 机械 电子 计算机 网络 材料 纺织 印刷 食品 环境 生态 河流 湖泊 山水 诗歌 小说 散文 神话 传说 谜语 谚语 年画 剪纸 刺绣 漆器 玉器 货币 税收 土地 粮食 水稻 小麦 蔬菜 果树 家畜 渔业");
    static final String[] KINDS = words("史 概论 研究 通论 导论 史话 论集 资料汇编 手册 词典 图鉴 入门 教程 原理 讲义 年鉴 考 丛谈 文选 论稿 百科 地图集 实验 问答 散论 新探 源流 纲要");
    static final String[] TURNS = words("变迁 传统 现代化 起源 发展 传播 保护 比较 结构 制度 思想 生活 记忆 转型 艺术 技术 管理 社会 文化 性质");
    private static final String[] SURNAMES = words("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文");
    private static final String GIVEN = "文明德华国志永建春秋晓梅兰竹菊松柏云霞雨雪江河海山石玉金银宝珍贵富康宁安泰和平正直刚毅勇敏慧思学书礼义仁智信忠孝廉洁清静远长天地日月星辰光辉耀明亮东南西北中立成功业大小新元亨利贞";
    private static final String[] HOUSES = words("商务印书馆 中华书局 人民出版社 科学出版社 文物出版社 人民文学出版社 上海古籍出版社 高等教育出版社 江苏人民出版社 浙江古籍出版社 岳麓书社 四川人民出版社 农业出版社 北京大学出版社 清华大学出版社 复旦大学出版社 社会科学文献出版社 三联书店 海洋出版社 地质出版社");
    private static final String[] CLC = words("I206 K20 F129 B2 TU-09 S7 R28 J8 K892 J292 J2 J6 K92 P46 Q94 Q95 P7 P1 O1 O4 O6 G40 B84 D9 B9 H0 H17 K87 K876 TS972 TS14 U2 E2 D8 F7 F83 C92 C95 D4 G25 G27 G23 G21 J9 G85 R24 Q96 S75 P31 TK TH TN TP3 TB3");
    private static final String TRADITIONAL = "国國汉漢学學书書东東华華历歷经經济濟医醫药藥乐樂业業农農语語话話论論导導丛叢发發传傳统統艺藝术術记記忆憶转轉结結构構变變迁遷护護较較乡鄉气氣图圖馆館";

    private static final String[] SUBJECTS = words("astronomy botany geology chemistry physics algebra geometry agriculture irrigation navigation printing weaving pottery architecture gardening painting sculpture music opera poetry drama folklore mythology ritual law taxation banking trade migration railways harbours canals bridges cities villages markets schools libraries archives newspapers cinema medicine nursing epidemics nutrition psychology logic ethics theology grammar phonetics dialects cartography archaeology coins textiles glass bronze jade tea silk rice wheat cotton fishing forestry birds insects whales horses rivers mountains deserts islands climate earthquakes energy electronics computing networks statistics probability mechanics optics thermodynamics genetics ecology evolution marine-biology soils");
    private static final String[] LANDS = words("China Japan India Russia Germany France Britain Spain Italy Poland Egypt Kenya Ghana Brazil Mexico Peru Canada Australia Norway Finland Turkey Persia Vietnam Korea Tibet Mongolia Siberia Scotland Ireland Wales Bavaria Tuscany Andalusia Bengal Java Hawaii Alaska Texas Ohio Maine");
    private static final String[] FORMS = {"A history of %s in %s", "%s in %s", "The %s of %s", "Introduction to %s: the case of %s", "Essays on %s and society in %s", "%s and the state in %s", "Studies in the %s of %s", "The decline of %s in %s", "A handbook of %s for travellers in %s", "Women and %s in %s", "Modern %s in %s", "Notes on early %s in %s"};
    private static final String[] SUBTITLES = {"an introduction", "selected essays", "theory and practice", "a short history", "problems and prospects", "a reader", "sources and documents", "from the beginnings to 1900", "the last hundred years", "a critical study"};
    private static final String[] FAMILY = words("Smith Jones Taylor Brown Wilson Evans Thomas Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Clark Turner Hill Scott Cooper Morris Ward Moore King Watson Baker Harrison Morgan Patel Young Allen Mitchell James Anderson Phillips Lee Bell Parker Davis Bennett Miller Cook Shaw Cox Gray Fischer Weber Meyer Wagner Becker Schulz Hoffmann Koch Richter Klein Wolf Neumann Schwarz Zimmermann Braun Krause Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux Fournier Girard Rossi Russo Ferrari Bianchi Romano Ricci Marino Greco Novak Kowalski Nowak Ivanov Petrov Sato Suzuki Tanaka Kim Nguyen Singh Khan");
    private static final String[] FIRST = words("Anna John Mary Peter Ruth David Helen Paul Alice George Emma Henry Clara Frank Irene Arthur Laura Martin Julia Robert Sarah Thomas Edith Walter Grace Hugh Nora Philip Joan Simon Rosa Carl Vera Oscar Ida Victor Olga Felix Hilda Max");
    private static final String[] PRESSES = {"Oxford University Press", "Cambridge University Press", "Harvard University Press", "Princeton University Press", "University of Chicago Press", "Macmillan", "Routledge", "Springer", "Wiley", "Penguin Books", "Blackwell", "Brill", "De Gruyter", "Academic Press", "Elsevier", "Dover Publications", "MIT Press", "Yale University Press", "University of California Press", "Longman"};

    private final Random random;
    private final double copies;
    private final double known;
    private final int[] holders;
    private int books;
    private int records;

    /**
     * @param copies how many copies a record tells of, on average
     * @param known the share of records that are of a book another member has sent
     */
    Books(int most, long seed, double copies, double known) {
        this.random = new Random(seed);
        this.copies = copies;
        this.known = known;
        this.holders = new int[most];
    }

    /** @param member from 0, whose record it is */
    record Made(int member, byte[] record) {}

    Made next() {
        var member = random.nextInt(MEMBERS);
        var book = books;
        if (books > 0 && random.nextDouble() < known) {
            book = random.nextInt(books);
            for (var tries = 0; (holders[book] & 1 << member) != 0 && tries < MEMBERS; tries++) {
                member = (member + 1) % MEMBERS;
            }
        } else {
            books++;
        }
        holders[book] |= 1 << member;
        return new Made(member, describe(book, member, ++records));
    }

    int books() {
        return books;
    }

    private byte[] describe(int book, int member, int number) {
        var facts = new Random(book * 0x9E3779B97F4A7C15L);
        var habits = new Random((book * 31L + member) * 0xBF58476D1CE4E5B9L);
        return facts.nextBoolean() ? chinese(book, facts, habits, number) : english(book, facts, habits, number);
    }

    private byte[] chinese(int book, Random facts, Random habits, int number) {
        var topic = facts.nextInt(TOPICS.length);
        var title = switch (facts.nextInt(4)) {
            case 0 -> pick(PLACES, facts) + TOPICS[topic] + pick(KINDS, facts);
            case 1 -> TOPICS[topic] + "与" + pick(TOPICS, facts) + "的" + pick(TURNS, facts);
            case 2 -> pick(PLACES, facts) + TOPICS[topic] + "的" + pick(TURNS, facts) + pick(KINDS, facts);
            default -> pick(PLACES, facts) + "与" + pick(PLACES, facts) + TOPICS[topic] + "比较" + pick(KINDS, facts);
        };
        var volume = facts.nextInt(20) == 0 ? "第" + (1 + facts.nextInt(6)) + "卷" : "";
        var author = chineseName(facts);
        var house = pick(HOUSES, facts);
        var year = 1950 + facts.nextInt(75);
        var pages = 90 + facts.nextInt(700);
        var clc = CLC[topic % CLC.length];
        if (habits.nextInt(20) == 0) {
            title = traditional(title);
            author = traditional(author);
        }
        var marc = new Marc(number, year, "chi");
        if (year > 1987 && habits.nextInt(10) > 0) {
            marc.field("020", "  ", "a", isbn("9787", book), "c", "CNY" + (20 + facts.nextInt(80)) + ".00");
        }
        marc.field("040", "  ", "a", "M" + number % MEMBERS, "b", "chi").field("090", "  ", "a", clc + "/" + (100 + facts.nextInt(900)));
        marc.field("100", "1 ", "a", author);
        var subtitle = facts.nextInt(3) == 0 && habits.nextInt(10) > 0 ? pick(TOPICS, facts) + "视角" : "";
        marc.title(title, volume, subtitle, author + "著");
        marc.field("260", "  ", "a", "北京 :", "b", (habits.nextInt(10) == 0 ? house.replace("出版社", "") : house) + ",", "c", year + ".");
        marc.field("300", "  ", "a", pages + "页 ;", "c", "21cm");
        if (facts.nextInt(3) == 0) {
            marc.field("490", "0 ", "a", pick(PLACES, facts) + TOPICS[topic] + "丛书");
        }
        if (facts.nextInt(3) == 0) {
            marc.field("520", "  ", "a", "本书论述" + title + "，分" + (3 + facts.nextInt(12)) + "章，涉及" + pick(TOPICS, facts) + "、" + pick(TOPICS, facts) + "和" + pick(TURNS, facts) + "等问题，附参考文献。");
        }
        for (var i = facts.nextInt(3); i >= 0; i--) {
            marc.field("650", " 4", "a", pick(TOPICS, facts), "x", pick(TURNS, facts));
        }
        if (facts.nextInt(4) == 0) {
            marc.field("700", "1 ", "a", chineseName(facts), "e", "译");
        }
        return copies(marc, habits, clc).bytes();
    }

    private byte[] english(int book, Random facts, Random habits, int number) {
        var topic = pick(SUBJECTS, facts).replace('-', ' ');
        var land = pick(LANDS, facts);
        var title = capital(pick(FORMS, facts).formatted(facts.nextInt(3) == 0 ? topic + " and " + pick(SUBJECTS, facts) : topic, land));
        var subtitle = facts.nextInt(2) == 0 ? pick(SUBTITLES, facts) : "";
        var volume = facts.nextInt(25) == 0 ? "Vol. " + (1 + facts.nextInt(6)) : "";
        var family = pick(FAMILY, facts);
        var first = pick(FIRST, facts);
        var middle = (char) ('A' + facts.nextInt(26));
        var year = 1920 + facts.nextInt(105);
        var press = pick(PRESSES, facts);
        var marc = new Marc(number, year, "eng");
        if (year > 1970 && habits.nextInt(10) > 0) {
            marc.field("020", "  ", "a", isbn("9780", book));
        }
        if (habits.nextInt(10) < 6) {
            marc.field("035", "  ", "a", "(OCoLC)" + (10_000_000 + book));
        }
        marc.field("040", "  ", "a", "M" + number % MEMBERS, "b", "eng").field("082", "04", "a", (100 + facts.nextInt(900)) + "." + facts.nextInt(99));
        marc.field("100", "1 ", "a", family + ", " + (habits.nextInt(8) == 0 ? first.charAt(0) + "." : first) + " " + middle + ".");
        marc.title(title, volume, habits.nextInt(12) == 0 ? "" : subtitle, first + " " + middle + ". " + family);
        marc.field("260", "  ", "a", "London :", "b", (habits.nextInt(10) == 0 ? press.replace("University Press", "U.P.") : press) + ",", "c", (habits.nextInt(6) == 0 ? "c" : "") + year + ".");
        marc.field("300", "  ", "a", "xii, " + (80 + facts.nextInt(600)) + " p. :", "b", "ill. ;", "c", "24 cm.");
        if (facts.nextInt(3) == 0) {
            marc.field("490", "0 ", "a", "Studies in " + topic + " ;", "v", "" + (1 + facts.nextInt(60)));
        }
        marc.field("504", "  ", "a", "Includes bibliographical references and index.");
        if (facts.nextInt(3) == 0) {
            marc.field("520", "  ", "a", "An account of " + topic + " in " + land + " with chapters on " + pick(SUBJECTS, facts) + ", " + pick(SUBJECTS, facts) + " and " + pick(SUBJECTS, facts) + ", for students and for the general reader.");
        }
        marc.field("650", " 0", "a", capital(topic), "z", land);
        for (var i = facts.nextInt(3); i > 0; i--) {
            marc.field("650", " 0", "a", capital(pick(SUBJECTS, facts)));
        }
        if (facts.nextInt(4) == 0) {
            marc.field("700", "1 ", "a", pick(FAMILY, facts) + ", " + pick(FIRST, facts) + ".");
        }
        return copies(marc, habits, "" + (100 + facts.nextInt(900))).bytes();
    }

    private Marc copies(Marc marc, Random habits, String callNumber) {
        for (var i = 0; i < copies || i + habits.nextDouble() < copies; i++) {
            marc.field("852", "  ", "h", callNumber, "p", "B%08d-%d".formatted(marc.number, i + 1));
        }
        return marc;
    }

    private static String chineseName(Random facts) {
        var name = new StringBuilder(pick(SURNAMES, facts));
        for (var i = facts.nextInt(4) == 0 ? 1 : 2; i > 0; i--) {
            name.append(GIVEN.charAt(facts.nextInt(GIVEN.length())));
        }
        return name.toString();
    }

    private static String isbn(String group, int book) {
        var digits = group + "%08d".formatted(book * 7_919L % 100_000_000);
        var sum = 0;
        for (var i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return digits + (10 - sum % 10) % 10;
    }

    private static String traditional(String text) {
        var other = new StringBuilder(text);
        for (var i = 0; i < other.length(); i++) {
            var at = TRADITIONAL.indexOf(other.charAt(i));
            if (at >= 0 && at % 2 == 0) {
                other.setCharAt(i, TRADITIONAL.charAt(at + 1));
            }
        }
        return other.toString();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String pick(String[] from, Random random) {
        return from[random.nextInt(from.length)];
    }

    private static String[] words(String text) {
        return text.split(" ");
    }

    /** A record as ISO 2709. */
    private static final class Marc {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream(700);
        private final List<String> directory = new ArrayList<>();
        private final int number;

        Marc(int number, int year, String language) {
            this.number = number;
            add("001", "b%08d".formatted(number));
            add("008", "250101s" + year + "    xx            000 0 " + language + " d");
        }

        Marc field(String tag, String indicators, String... subfields) {
            var text = new StringBuilder(indicators);
            for (var i = 0; i < subfields.length; i += 2) {
                text.append('\u001f').append(subfields[i]).append(subfields[i + 1]);
            }
            return add(tag, text.toString());
        }

        void title(String title, String volume, String subtitle, String by) {
            var parts = new ArrayList<>(List.of("a", title));
            if (!volume.isEmpty()) {
                parts.addAll(List.of("n", volume));
            }
            if (!subtitle.isEmpty()) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " :");
                parts.addAll(List.of("b", subtitle));
            }
            parts.set(parts.size() - 1, parts.get(parts.size() - 1) + " /");
            parts.addAll(List.of("c", by + "."));
            field("245", "10", parts.toArray(String[]::new));
        }

        private Marc add(String tag, String text) {
            var bytes = (text + '\u001e').getBytes(UTF_8);
            directory.add("%s%04d%05d".formatted(tag, bytes.length, body.size()));
            body.writeBytes(bytes);
            return this;
        }

        byte[] bytes() {
            var base = 24 + 12 * directory.size() + 1;
            var record = new ByteArrayOutputStream(base + body.size() + 1);
            record.writeBytes("%05dnam a22%05d a 4500".formatted(base + body.size() + 1, base).getBytes(UTF_8));
            directory.forEach(entry -> record.writeBytes(entry.getBytes(UTF_8)));
            record.write('\u001e');
            record.writeBytes(body.toByteArray());
            record.write('\u001d');
            return record.toByteArray();
        }
    }
}
