package org.consortium.web.browser;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pages one class of tests has examined, told as one table when it ends. */
final class PagesSeen {

    private static final Pattern NAMED = Pattern.compile("^/(records|libraries|lists|patterns)/.*");
    private static final Pattern KIND = Pattern.compile("^(/[^/?]*(?:/[^/?]*)?).*");

    private static final List<PagesSeen> SEEN = new ArrayList<>();

    private final String kind;
    private final int weight;
    private final long ofAxe;
    private final long ofNu;

    private PagesSeen(String path, int weight, List<String> complaints) {
        this.kind = KIND.matcher(NAMED.matcher(path).replaceFirst("/$1/…")).replaceFirst("$1");
        this.weight = weight;
        this.ofAxe = complaints.stream().filter(one -> one.startsWith("axe ")).count();
        this.ofNu = complaints.stream().filter(one -> one.startsWith("Nu ")).count();
    }

    static synchronized void add(String path, int weight, List<String> complaints) {
        SEEN.add(new PagesSeen(path, weight, complaints));
    }

    static synchronized void tell(String tests) {
        if (SEEN.isEmpty()) {
            return;
        }
        var kinds = SEEN.stream().collect(Collectors.groupingBy(seen -> seen.kind, TreeMap::new, Collectors.toList()));
        var table = new LinkedHashMap<String, List<PagesSeen>>(kinds);
        table.put("all of " + tests, SEEN);
        System.out.printf("%-40s %6s %6s %6s %14s%n", "pages", "times", "axe", "Nu", "largest, bytes");
        table.forEach((kind, seen) -> System.out.printf(
                "%-40s %6d %6d %6d %14d%n",
                kind,
                seen.size(),
                seen.stream().mapToLong(one -> one.ofAxe).sum(),
                seen.stream().mapToLong(one -> one.ofNu).sum(),
                seen.stream().mapToInt(one -> one.weight).max().orElse(0)));
        SEEN.clear();
    }
}
