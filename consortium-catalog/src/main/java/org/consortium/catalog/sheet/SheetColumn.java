package org.consortium.catalog.sheet;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a column of a library's list can tell, and the words that stand above such columns in Chinese and English. */
public enum SheetColumn {
    /** Not used. */
    IGNORED(""),
    TITLE("题名 书名 正题名 图书名称 图书题名 名称 title book booktitle name titleproper"),
    SUBTITLE("副题名 副书名 副标题 其他题名信息 subtitle remainderoftitle"),
    PART("卷册 卷次 册次 分册 分卷 卷号 volume vol part number"),
    AUTHOR("作者 著者 责任者 主要责任者 第一作者 编者 主编 著译者 编著者 author authors creator writer by"),
    EDITION("版次 版本 edition"),
    PLACE("出版地 place placeofpublication city"),
    PUBLISHER("出版社 出版者 出版单位 出版发行 publisher press"),
    YEAR("出版年 出版年份 出版时间 出版日期 出版年月 年份 year date pubyear publicationyear publicationdate published"),
    EXTENT("页数 页码 载体形态 册页 pages extent numberofpages"),
    SERIES("丛书 丛书名 丛编 丛编题名 series"),
    ISBN("isbn 书号 标准书号 标准编号 国际标准书号 isbn号 isbn13 isbn10 isbnissn"),
    ISSN("issn 刊号 国际标准刊号"),
    CLC("中图分类号 中图法分类号 中图法 分类号 分类 clc classification class classnumber"),
    SUBJECT("主题 主题词 关键词 subject subjects keyword keywords"),
    LANGUAGE("语种 语言 文种 language lang"),
    SUMMARY("内容简介 内容提要 简介 提要 摘要 summary abstract description"),
    NOTE("附注 备注 note notes remark remarks"),
    CONTROL_NUMBER("控制号 记录号 记录控制号 系统号 书目记录号 controlnumber recordnumber recordid bibid id"),
    BARCODE("条码 条码号 条形码 条形码号 图书条码 财产号 财产编号 登录号 登记号 馆藏条码 barcode itembarcode accessionnumber"),
    CALL_NUMBER("索书号 索取号 排架号 分类索书号 callnumber callno shelfmark itemcallnumber"),
    LOCATION("馆藏地 馆藏地点 馆藏位置 所在馆 分馆 馆舍 书架 架位 location branch library shelf homebranch"),
    ITEM_CLASS("流通类型 单册类型 文献类型 图书类型 馆藏类型 itemtype itemclass materialtype"),
    PRICE("价格 定价 单价 码洋 书价 price cost listprice"),
    COPIES("册数 复本数 复本 副本数 本数 数量 copies numberofcopies copycount quantity qty");

    private final List<String> words;

    SheetColumn(String words) {
        this.words = words.isEmpty() ? List.of() : Arrays.asList(words.split(" "));
    }

    /** Whether it tells of the copy and not of the publication. */
    public boolean isOfTheCopy() {
        return compareTo(BARCODE) >= 0;
    }

    /** The first of its words, in Chinese. */
    public String heading() {
        return words.isEmpty() ? "" : words.get(0);
    }

    /** Whether this is, letter by letter, what some column is called. */
    static boolean isHeading(String cell) {
        var plain = plain(cell);
        return Arrays.stream(values()).anyMatch(column -> column.words.contains(plain));
    }

    /** How well the words above a column fit: the length of the fitting word, exact ones a hundred more, 0 for not at all. */
    int fits(String heading) {
        var plain = plain(heading);
        if (words.contains(plain)) {
            return 100 + plain.length();
        }
        return words.stream()
                .filter(word -> isTelling(word) && plain.contains(word))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** A short English word stands inside many others. */
    private static boolean isTelling(String word) {
        return word.charAt(0) > 0x7F ? word.length() > 1 : word.length() > 3;
    }

    /** Letters and digits only, of any script, in one width and small: "ISBN 号：" is isbn号. */
    static String plain(String heading) {
        return Normalizer.normalize(heading, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
