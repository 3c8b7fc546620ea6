package org.consortium.catalog.intake;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a copy costs to replace, in minor units of a currency (ISO 4217). Only what is surely a price is one: CNY25.00,
 * ￥25, $12.95.
 */
record Price(long minorUnits, String currency) {

    private static final Pattern FORM =
            Pattern.compile("(CNY|RMB|￥|¥|US\\$|USD|\\$|EUR|€|GBP|£)\\s?(\\d{1,7}(?:\\.\\d{1,2})?)(?:元)?");
    private static final Map<String, String> CURRENCIES = Map.ofEntries(
            Map.entry("CNY", "CNY"),
            Map.entry("RMB", "CNY"),
            Map.entry("￥", "CNY"),
            Map.entry("¥", "CNY"),
            Map.entry("US$", "USD"),
            Map.entry("USD", "USD"),
            Map.entry("$", "USD"),
            Map.entry("EUR", "EUR"),
            Map.entry("€", "EUR"),
            Map.entry("GBP", "GBP"),
            Map.entry("£", "GBP"));

    static Optional<Price> in(String text) {
        var found = FORM.matcher(text.strip());
        if (!found.matches()) {
            return Optional.empty();
        }
        var amount = new BigDecimal(found.group(2)).movePointRight(2);
        return Optional.of(new Price(amount.longValueExact(), CURRENCIES.get(found.group(1))));
    }
}
