package org.consortium.catalog.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.consortium.catalog.text.Folding;
import org.consortium.catalog.text.Pinyin;

/** Where a word is looked for, as whoever types says before a colon: 题名:红楼梦, author:Hugo, year:1980-1989. */
public enum QueryField {
    ANY(),
    TITLE("title", "ti", "题名", "书名", "标题"),
    AUTHOR("author", "au", "责任者", "作者", "著者", "译者"),
    SUBJECT("subject", "su", "主题", "主题词"),
    PUBLISHER("publisher", "pb", "出版社", "出版者"),
    SERIES("series", "丛书", "丛编"),
    CALL_NUMBER("callnumber", "call", "索书号"),
    CLASS("class", "clc", "分类", "分类号", "中图分类号"),
    NUMBER("isbn", "issn", "barcode", "number", "条码", "号码", "标准号"),
    YEAR("year", "年", "年份", "出版年");

    private final List<String> names;
    private final List<String> keys;

    QueryField(String... names) {
        this.names = List.of(names);
        this.keys = Arrays.stream(names).map(Folding::key).toList();
    }

    /** The names it may be called by; the first is English. */
    public List<String> names() {
        return names;
    }

    /** Its name in the reader's language. */
    public String name(Locale locale) {
        return locale.getLanguage().equals("zh")
                ? names.stream().filter(Pinyin::hasHan).findFirst().orElse(names.get(0))
                : names.get(0);
    }

    /** The field called so in either language, in any script form; a word before a colon may be just a word. */
    static Optional<QueryField> named(String name) {
        var key = Folding.key(name);
        return Arrays.stream(values()).filter(field -> field.keys.contains(key)).findFirst();
    }
}
