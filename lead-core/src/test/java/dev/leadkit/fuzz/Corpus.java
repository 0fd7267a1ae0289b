package dev.leadkit.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Good and nasty texts for each reader, and the words of its language. */
record Corpus(List<String> seeds, List<String> words) {

    /** What must be seen in no fault. It has an at sign, so that it is not shown even where it becomes a column's name. */
    static final String SECRET = "q@73914";

    private static final List<String> CELLS = List.of(
            SECRET,
            "jo." + SECRET + ".example",
            "Jo <" + SECRET + ">",
            "\"a b\"@example.com",
            "a@b@c",
            "mailto:jo@example.com",
            "jo@b\u00FCcher.example",
            "+49 30 1234567",
            "tel:+49-30-1234567;ext=5",
            "00\u0661\u0662\u0663",
            "1.234,56 " + SECRET,
            "-1e400",
            "12 345,6 %",
            "\u20AC 1'000.00",
            "31.02.2026",
            "2026-11-22T08:00:00+05:30",
            "99999999999999999999",
            "Deutschland",
            "T\u00FCrkiye " + SECRET,
            "US-CA",
            "Bayern " + SECRET,
            "\"jo\\\"x\"(c(d))@[IPv6:2001:db8::1]",
            "jo+tag@xn--bcher-kva.example",
            "TRUE",
            "<clear>",
            "Select",
            "\uFEFF\u200B \u00A0",
            "\uD83D\uDE00\uD800",
            "e\u0301".repeat(40),
            "a.".repeat(200) + "@x.y",
            "(((((1)))))",
            "x".repeat(600),
            "\"".repeat(30),
            "=cmd|' /C calc'!A0");

    private static final List<String> JSON_WORDS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\"\":",
            "null",
            "true",
            "-0",
            "1e999999999",
            "\\u0000",
            "\\ud800",
            "\\",
            "\"/id\"",
            "\"id\":\"7\",",
            "\"/email\"",
            "\uFEFF",
            "\n",
            "\"" + SECRET + "\"",
            "[[[[[[[[[[",
            "{\"a\":",
            "~0~1");

    static Corpus csv() {
        String cells = String.join(",", CELLS.stream().map(Corpus::quoted).toList());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < CELLS.size(); i++) {
            names.add("c" + i);
        }
        return new Corpus(
                List.of(
                        String.join(",", names) + "\r\n" + cells + "\r\n" + cells,
                        "Id;Email;City\n7;" + SECRET + ";Bonn\n\n8;\"" + SECRET + "\n\";x\n",
                        "Id\tEmail\n1\t\"\"\"" + SECRET + "\"\"\"\n2\t\"" + SECRET + "\n3\ta\"" + SECRET,
                        "\uFEFF\"Id\",Email\r" + SECRET + ",\0\r2," + SECRET,
                        "Id,Id,,Email\n",
                        "a,b\n" + "\"\n".repeat(60),
                        "a|b\n" + "x|\"y\n\"\"z\"\n".repeat(20),
                        ""),
                List.of(
                        ",", ";", "\"", "\"\"", "\r\n", "\n\"", ",\"", "\",", "Id", "Email", SECRET, "\t", "|",
                        "\uFEFF"));
    }

    static Corpus json() {
        return new Corpus(
                List.of(
                        "{\"id\": \"7\", \"email\": \"" + SECRET + "\", \"contact\": {\"emails\": [\"" + SECRET
                                + "\", null, 12.50, -1e-7, true]}, \"\": {\"a/b\": {\"m~n\": false}}}",
                        "{\"leads\": [{\"id\": 1, \"email\": \"" + SECRET
                                + "\"}, 7, {\"id\": 2, \"x\": [[[]]]}], \"next\": \"" + SECRET + "\"}",
                        "[{\"id\": 1},{\"id\": \"" + SECRET + "\"},{\"id\": tru},{\"id\": 3}]",
                        "{\"a\": [{\"leads\": []}], \"leads\": [{\"id\":1},\n{\"id\": \"" + SECRET
                                + "\n}, {\"id\":[1,2}, {}]}",
                        "{\"" + SECRET + "\": \"" + SECRET + "\", \"a\": 1, \"a\": \"" + SECRET + "\"}",
                        "[".repeat(600),
                        "{\"a\":".repeat(300) + "\"" + SECRET + "\"" + "}".repeat(300),
                        "\"" + SECRET + "\"",
                        "{\"email\": \"\\uD83D\\uDE00 \\u0000 " + SECRET + "\"} {}"),
                JSON_WORDS);
    }

    static Corpus lines() {
        return new Corpus(
                List.of(
                        "{\"id\": 1, \"email\": \"" + SECRET + "\"}\n{\"id\": 2}\r\n\n{\"id\": \"" + SECRET
                                + "\n[1]\n7\n{}",
                        "\uFEFF{\"id\": 1}\n \t\n{\"email\": \"" + SECRET
                                + "\", \"x\": {\"y\": [1, 2]}}\n{\"id\":2}{\"id\":3}",
                        "\n\n\n",
                        "{\"id\": \"\uD800" + SECRET + "\"}\n{\"id\": 1e5}\r{\"id\":2}\n"),
                JSON_WORDS);
    }

    static Corpus form() {
        return new Corpus(
                List.of(
                        "id=7&email=q%4073914&interest=a&interest=b+c&interest=&empty&=x&&",
                        "id=" + SECRET + "&email=" + SECRET + "%ZZ&name=%C3%AB%",
                        "a=1&a=2&a=3&name=J%C3%BCrgen+" + SECRET + "&x=%C3%28&y=%00" + SECRET,
                        "email=\uD83D\uDE00\uD800" + SECRET,
                        "%" + "41%42".repeat(50)),
                List.of("&", "=", "%", "%4", "%41", "%C3", "%C3%AB", "%00", "%ED%A0%80", "+", "id=", "email=", SECRET));
    }

    static Corpus cells() {
        return new Corpus(
                CELLS,
                List.of(
                        "@", ".", SECRET, "+49", "\"", "<", ">", "%", "\u20AC", "e", "-", ",", "xn--", "\\", "(", ")",
                        "  ", "T", "Z"));
    }

    static Corpus mappings() {
        String example = """
                {"format": "leadkit.mapping/1", "system": "crm",
                 "fields": {"employees": {"type": "number"}, "day": {"type": "date", "personal": true}},
                 "externalId": {"column": "Id"},
                 "occurredAt": {"column": "Created", "parameters": {"patterns": ["dd.MM.uuuu HH:mm", "iso"], "zone": "Europe/Berlin"}},
                 "placeholders": ["Select", "-"], "clearing": "<clear>", "unknownColumns": "refuse", "ignored": ["Notes"],
                 "columns": [
                   {"column": "Email", "field": "email"}, {"column": "Phone", "field": "phone", "parameters": {"region": "DE"}},
                   {"column": "Country", "field": "country", "converter": "country", "parameters": {"unknown": ["n/a"]}},
                   {"column": "Day", "field": "day", "parameters": {"patterns": "d MMMM uuuu", "language": "de"}},
                   {"column": "Staff", "field": "employees", "parameters": {"grouping": ".", "decimal": ",", "percent": "fraction",
                    "currency": "drop"}, "placeholders": ["many"]},
                   {"column": "Source", "field": "source", "values": {"google": "Google"}, "default": "Web", "required": true}]}""";
        List<String> words = new ArrayList<>(JSON_WORDS);
        words.removeIf(word -> word.contains(SECRET));
        words.addAll(Arrays.asList(
                "\"column\":",
                "\"field\":",
                "\"email\"",
                "\"date\"",
                "\"values\":",
                "\"default\":",
                "\"patterns\":",
                "[[[[[[",
                "'",
                "ppppuuuu",
                "GGGG",
                "\"zone\":",
                "\"longest\":",
                "\"-1\"",
                "\"country\"",
                "\"region\"",
                "\"countryColumn\":",
                "\"languages\":",
                "\"rowNumber\": true",
                "{}",
                "[]"));
        return new Corpus(
                List.of(
                        example,
                        "{\"format\": \"leadkit.mapping/1\", \"system\": \"crm\", \"externalId\": {\"rowNumber\": true}, \"columns\":"
                                + " [{\"column\": \"Email\", \"field\": \"email\"}]}",
                        "{\"format\": 1, \"columns\": 7, \"fields\": {\"a\": {\"type\": \"numbr\"}}}",
                        "[]"),
                words);
    }

    static Corpus calendars() {
        String place = """
                {"format": "leadkit.calendar/1", "zone": "Europe/Berlin",
                 "hours": {"monday-thursday": ["09:00-12:30", "13:30-18:00"], "friday": ["22:00-06:00 next day"],
                  "sunday": ["00:00-24:00"]},
                 "holidays": ["2026-12-25", "2026-12-26"], "extra": {"2026-03-29": ["01:00-02:30"]},
                 "absences": [{"first": "2026-08-03", "last": "2026-08-14"}, {"from": "2026-12-24T12:00", "until": "2026-12-25T00:00"}]}""";
        List<String> words = new ArrayList<>(JSON_WORDS);
        words.removeIf(word -> word.contains(SECRET));
        words.addAll(List.of(
                "\"zone\":",
                "\"Pacific/Apia\"",
                "\"any\":",
                "\"all\":",
                "\"open\":",
                "\"except\":",
                "\"hours\":",
                "\"saturday\":",
                "-sunday",
                "\"24:00-00:00\"",
                "\"00:00-24:00\"",
                " next day",
                "+999999999-12-31",
                "-0001-02-29",
                "T24:00",
                "T23:59:59.999999999",
                "{}",
                "[]"));
        return new Corpus(
                List.of(
                        place,
                        "{\"format\": \"leadkit.calendar/1\", \"open\": {\"all\": [{\"zone\": \"UTC\"}, {\"any\": []}]}, \"except\":"
                                + " {\"zone\": \"+05:45\"}}",
                        "{\"format\": \"leadkit.calendar/1\", \"zone\": \"Z\", \"absences\": [{\"first\": \"+999999999-12-31\"}]}",
                        "[]"),
                words);
    }

    private static String quoted(String cell) {
        return '"' + cell.replace("\"", "\"\"") + '"';
    }
}
