package dev.leadkit.examples.benchmarks.workload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The realistic model's 40 rules about what leads did: 24 decays, 10 counts, 4 about the last time, 2 about silence. */
final class EventRules {

    static final List<String> TYPES = List.of(
            "page.viewed",
            "email.opened",
            "email.clicked",
            "ad.clicked",
            "file.downloaded",
            "form.submitted",
            "chat.started",
            "webinar.attended",
            "call.made",
            "price.viewed",
            "trial.started",
            "demo.requested");
    static final List<String> TOPICS =
            List.of("pricing", "product", "careers", "support", "blog", "security", "events");

    private static final int DECAYS = 24;
    private static final int COUNTS = 10;
    private static final int RECENT = 4;

    private EventRules() {}

    static List<EventRule> list(int groups) {
        SplittableRandom chance = new SplittableRandom(815);
        List<EventRule> rules = new ArrayList<>();
        for (int i = 0; i < DECAYS; i++) {
            rules.add(new EventRule.Decay(
                    "d" + i,
                    i % groups,
                    TYPES.get(i % TYPES.size()),
                    TOPICS.get(chance.nextInt(TOPICS.size() - 2)),
                    2 + chance.nextInt(14),
                    days(30 + 10 * chance.nextInt(12)),
                    days(3 + chance.nextInt(28)),
                    2 + chance.nextInt(8),
                    12 + chance.nextInt(30)));
        }
        for (int i = 0; i < COUNTS; i++) {
            int least = 2 + chance.nextInt(3);
            rules.add(new EventRule.Count("c" + i, i % groups, type(i), days(7 << (i % 4)), least, 3 + i));
        }
        for (int i = 0; i < RECENT; i++) {
            rules.add(new EventRule.Count("r" + i, i % groups, type(3 * i), days(3 + 4 * i), 1, 12 - 2 * i));
        }
        rules.add(new EventRule.Idle("i0", 0, type(0), days(45), -8));
        rules.add(new EventRule.Idle("i1", 1, type(1), days(90), -12));
        return List.copyOf(rules);
    }

    private static String type(int number) {
        return TYPES.get(number % TYPES.size());
    }

    private static Duration days(int days) {
        return Duration.ofDays(days);
    }
}
