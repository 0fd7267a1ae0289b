package dev.leadkit.metrics.figures;

import dev.leadkit.event.Actor;
import dev.leadkit.event.Direction;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.lead.Field;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Money;
import dev.leadkit.lead.Stage;
import dev.leadkit.lead.StandardFields;
import dev.leadkit.metrics.Story;
import dev.leadkit.metrics.money.Cost;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Leads of an invented town, the same for the same seed: dated and not, answered and not, skipping and going back. */
public final class Town {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    public static final List<Stage> STAGES =
            Stream.of("new", "mql", "sql", "won").map(Stage::new).toList();
    public static final Field<String> SIZE = Field.text("size");

    private static final List<String> SOURCES = List.of("web", "ads", "fair", "");
    private static final int DAY = 86_400;

    private final Random random;
    private final double undated;

    private Town(long seed, double undated) {
        this.random = new Random(seed);
        this.undated = undated;
    }

    /** Hands out so many leads one by one. */
    public static void tell(long seed, int leads, double undated, Consumer<LeadHistory> to) {
        Town town = new Town(seed, undated);
        for (int i = 0; i < leads; i++) {
            to.accept(town.lead("lead-" + i));
        }
    }

    public static FiguresSpec.Builder spec() {
        return FiguresSpec.builder(ZoneOffset.UTC, STAGES, Set.of(STAGES.get(1)))
                .byField("size")
                .costs(List.of(
                        cost("web", 600_000, "EUR"), cost("ads", 1_250_050, "EUR"), cost("radio", 99_900, "USD")));
    }

    private static Cost cost(String source, long minor, String currency) {
        return new Cost(
                source,
                LocalDate.parse("2026-02-01"),
                LocalDate.parse("2026-06-01"),
                new Money(minor, Currency.getInstance(currency)));
    }

    private LeadHistory lead(String id) {
        Instant captured = START.plusSeconds(random.nextInt(175 * DAY));
        FieldValues.Builder values = FieldValues.builder().set(SIZE, random.nextBoolean() ? "small" : "large");
        String source = SOURCES.get(random.nextInt(SOURCES.size()));
        if (!source.isEmpty()) {
            values.set(StandardFields.SOURCE, source);
        }
        Story story = new Story(id).captured(captured, random.nextDouble() >= undated, "new", values.build());
        contacts(story, captured);
        stages(story, captured, source);
        return story.history();
    }

    private void contacts(Story story, Instant captured) {
        for (int i = random.nextInt(4); i > 0; i--) {
            Instant at = captured.plusSeconds((long) Math.exp(random.nextDouble() * 12) - 20);
            Direction direction = random.nextInt(4) > 0 ? Direction.OUTBOUND : Direction.INBOUND;
            story.interacted(at, direction, random.nextInt(3) > 0 ? Actor.HUMAN : Actor.AUTOMATED);
        }
    }

    private void stages(Story story, Instant captured, String source) {
        double quality = random.nextDouble() + (source.equals("fair") ? 0.15 : 0);
        story.scored(captured, Math.round(quality * 60 + random.nextGaussian() * 18));
        story.assigned(captured);
        Instant at = captured;
        for (int i = 1; i < 3; i++) {
            at = at.plusSeconds(random.nextInt(9 * DAY));
            if (random.nextDouble() < quality) {
                story.moved(at, STAGES.get(i).name());
            }
        }
        if (random.nextDouble() < quality * quality * 0.7) {
            story.converted(at.plusSeconds(random.nextInt(40 * DAY)));
        } else if (random.nextInt(3) == 0) {
            story.lost(at.plusSeconds(random.nextInt(40 * DAY)));
        }
    }
}
