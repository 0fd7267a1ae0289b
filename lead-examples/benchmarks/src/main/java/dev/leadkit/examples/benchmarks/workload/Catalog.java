package dev.leadkit.examples.benchmarks.workload;

import java.util.List;

/** The attributes that there are. */
final class Catalog {

    static final List<Attribute.Text> TEXTS = List.of(
            new Attribute.Text("country", 0, Words.names(40, 100)),
            new Attribute.Text("industry", 1, Words.names(30, 101)),
            new Attribute.Text("jobTitle", 2, Words.titles()),
            new Attribute.Text("source", 3, Words.names(12, 103)),
            new Attribute.Text("campaign", 4, Words.names(200, 104)),
            new Attribute.Text("seniority", 5, Words.names(6, 105)),
            new Attribute.Text("department", 6, Words.names(12, 106)),
            new Attribute.Text("city", 7, Words.names(300, 107)),
            new Attribute.Text("language", 8, Words.names(15, 108)),
            new Attribute.Text("product", 9, Words.names(25, 109)),
            new Attribute.Text("technology", 10, Words.names(60, 110)),
            new Attribute.Text("segment", 11, Words.names(5, 111)),
            new Attribute.Text("region", 12, Words.names(20, 112)),
            new Attribute.Text("referrer", 13, Words.pages(400, 113)));
    static final List<Attribute.Amount> NUMBERS = List.of(
            new Attribute.Amount("employees", 0, 100_000, 0),
            new Attribute.Amount("revenue", 1, 5_000_000, 2),
            new Attribute.Amount("visits", 2, 200, 0),
            new Attribute.Amount("minutes", 3, 600, 1),
            new Attribute.Amount("budget", 4, 250_000, 0),
            new Attribute.Amount("growth", 5, 100, 2),
            new Attribute.Amount("pages", 6, 400, 0));
    static final List<Zipf> ZIPF =
            TEXTS.stream().map(text -> new Zipf(text.values().size())).toList();

    private Catalog() {}
}
