package org.consortium.catalog.marc;

import java.util.Map;

/**
 * What a link to another publication says of it, before its title. A supplement, a host or a successor is no other name
 * of what is described, so these stand among the notes, where their words are found, and not among its titles.
 */
final class RelatedTitles {

    /** The relation in Chinese and in English. */
    private record Said(String zh, String en) {}

    private static final Map<String, Said> UNIMARC = Map.ofEntries(
            Map.entry("412", new Said("摘自", "Excerpt from")),
            Map.entry("413", new Said("抽印本", "Excerpt or offprint")),
            Map.entry("421", new Said("补编", "Supplement")),
            Map.entry("422", new Said("正编", "Supplement to")),
            Map.entry("424", new Said("更新者", "Updated by")),
            Map.entry("425", new Said("更新", "Updates")),
            Map.entry("431", new Said("部分继承", "Continues in part")),
            Map.entry("432", new Said("替代", "Supersedes")),
            Map.entry("433", new Said("部分替代", "Supersedes in part")),
            Map.entry("435", new Said("部分吸收", "Absorbed in part")),
            Map.entry("436", new Said("合并自", "Formed by the merger of")),
            Map.entry("437", new Said("分自", "Separated from")),
            Map.entry("441", new Said("部分由其继承", "Continued in part by")),
            Map.entry("442", new Said("由其替代", "Superseded by")),
            Map.entry("443", new Said("部分由其替代", "Superseded in part by")),
            Map.entry("444", new Said("并入", "Absorbed by")),
            Map.entry("445", new Said("部分并入", "Absorbed in part by")),
            Map.entry("446", new Said("分成", "Split into")),
            Map.entry("447", new Said("合并为", "Merged to form")),
            Map.entry("448", new Said("改回", "Changed back to")),
            Map.entry("463", new Said("单册", "Piece")),
            Map.entry("470", new Said("被评论作品", "Review of")),
            Map.entry("481", new Said("合订其中", "Also bound with this")),
            Map.entry("482", new Said("合订于", "Bound with")),
            Map.entry("488", new Said("相关作品", "Related work")));

    private static final Map<String, Said> MARC21 = Map.ofEntries(
            Map.entry("700", new Said("相关作品", "Related work")),
            Map.entry("710", new Said("相关作品", "Related work")),
            Map.entry("711", new Said("相关作品", "Related work")),
            Map.entry("760", new Said("主丛编", "Main series")),
            Map.entry("762", new Said("子丛编", "Subseries")),
            Map.entry("765", new Said("译自", "Translation of")),
            Map.entry("767", new Said("译作", "Translated as")),
            Map.entry("770", new Said("补编", "Supplement")),
            Map.entry("772", new Said("正编", "Supplement to")),
            Map.entry("773", new Said("载于", "In")),
            Map.entry("774", new Said("组成部分", "Part")),
            Map.entry("775", new Said("其他版本", "Other edition")),
            Map.entry("777", new Said("合刊", "Issued with")),
            Map.entry("780", new Said("前身", "Earlier title")),
            Map.entry("785", new Said("后身", "Later title")),
            Map.entry("786", new Said("数据来源", "Data source")),
            Map.entry("787", new Said("相关作品", "Related work")));

    /** The tags whose links are told of, in their order. */
    static final String[] UNIMARC_TAGS = tags(UNIMARC);

    static final String[] MARC21_TAGS = tags(MARC21);

    private RelatedTitles() {}

    private static String[] tags(Map<String, Said> said) {
        return said.keySet().stream().sorted().toArray(String[]::new);
    }

    /** @param title what the link names, or empty: then nothing is said */
    static String unimarc(String tag, String title, boolean chinese) {
        return told(UNIMARC.get(tag), title, chinese);
    }

    /** @param relation what the record itself says the link means (subfield i), or empty */
    static String marc21(String tag, String relation, String title, boolean chinese) {
        return relation.isEmpty()
                ? told(MARC21.get(tag), title, chinese)
                : told(new Said(relation, relation), title, chinese);
    }

    private static String told(Said said, String title, boolean chinese) {
        if (title.isEmpty()) {
            return "";
        }
        return chinese ? said.zh() + "：" + title : said.en() + ": " + title;
    }
}
