package org.consortium.catalog.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which Chinese characters count as the same when texts are compared: every traditional form and variant glyph stands for
 * one simplified form. Some meanings fall together (乾 and 干), which does no harm as long as both sides do it.
 */
final class HanVariants {

    /** The character table of OpenCC: a traditional character, a tab, its simplified forms with the usual one first. */
    private static final String TRADITIONAL = "/data/dictionary/TSCharacters.txt";

    /** Pairs the table leaves apart: glyphs of old and Japanese printing, and characters that lists of words would decide. */
    private static final String MORE = """
            乾干 锺钟 著着 説说 敎教 戸户 爲为 眞真 淸清 靑青 飮饮 强強 嵒岩 巖岩 喦岩 囘回 囬回 羣群 峯峰 牀床 脣唇 裏里 裡里 衞卫 邨村 菴庵
            徳德 歩步 毎每 髙高 﨑崎 産产 顔颜 緒绪 緖绪 彦彥 兎兔 册冊 査查 値值 毀毁 絶绝 録录 黒黑 継继 観观 伝传 図图 売卖 帰归 広广 応应
            恵惠 拝拜 戦战 桜樱 気气 沢泽 済济 浄净 渋涩 満满 湾湾 滝泷 焼烧 犠牺 獣兽 発发 県县 絵绘 聴听 薬药 芸艺 蔵藏 覚觉 訳译 読读 譲让
            変变 豊丰 転转 軽轻 辺边 遅迟 郷乡 酔醉 釈释 鉄铁 関关 雑杂 霊灵 静静 駅驿 験验 鶏鸡 麦麦 黄黄 齢龄 竜龙 亜亚 仏佛 児儿 処处 単单
            圏圈 塩盐 壱壹 奥奥 実实 対对 専专 巣巢 巻卷 悪恶 悩恼 戯戏 択择 挿插 捜搜 摂摄 斉齐 楽乐 様样 検检 権权 殻壳 浅浅 涙泪 渓溪 穏稳
            粋粹 総总 縄绳 舎舍 荘庄 蛍萤 蛮蛮 髄髓 隠隐 険险 郎郞 朗朗 内內 吴呉 吴吳 俣俁 妳你 砲炮 箇个 鉢钵 麽么 綫线 凉涼 决決 况況 冲沖
            減减 准凖 温溫 姊姐 秘祕 踪蹤 迹跡 迹蹟 胜勝 氷冰 舘馆 舗铺 畧略 畆亩 畝亩 峩峨 鵞鹅 鵝鹅 慙惭 慚惭 蘓苏 甦苏 穉稚 葢盖 咏詠 喆哲
            昇升 陞升 噉啖 婬淫 欵款 欝郁 鬱郁 衹只 祇只 隻只 於于 瞭了 藉借 餘余 馀余 徵征 覆复 複复 復复 迴回 谿溪 讌宴 讚赞 贊赞 雠仇 讎仇
            """;

    private static final char[] BASIC = new char[Character.MIN_SUPPLEMENTARY_CODE_POINT];

    static {
        for (int character = 0; character < BASIC.length; character++) {
            BASIC[character] = (char) character;
        }
        readTraditional();
        Arrays.stream(MORE.split("\\s+")).forEach(pair -> join(pair.charAt(0), pair.charAt(1)));
    }

    private HanVariants() {}

    /** The one character that stands for this one; any other than a Chinese character stands for itself. */
    static int one(int character) {
        return character < BASIC.length ? BASIC[character] : character;
    }

    private static void readTraditional() {
        try (var lines = new BufferedReader(
                new InputStreamReader(HanVariants.class.getResourceAsStream(TRADITIONAL), StandardCharsets.UTF_8))) {
            for (String line; (line = lines.readLine()) != null; ) {
                var pair = line.split("\t");
                if (pair.length == 2 && pair[0].length() == 1 && Character.isBmpCodePoint(pair[1].codePointAt(0))) {
                    BASIC[pair[0].charAt(0)] = pair[1].charAt(0);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void join(char variant, char usual) {
        char from = BASIC[variant];
        char to = BASIC[usual];
        for (int character = 0; character < BASIC.length; character++) {
            if (BASIC[character] == from) {
                BASIC[character] = to;
            }
        }
    }
}
