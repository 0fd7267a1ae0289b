package dev.leadkit.metrics.consent;

import dev.leadkit.metrics.fold.Basis;
import dev.leadkit.metrics.fold.Counting;
import dev.leadkit.metrics.fold.Counts;
import dev.leadkit.metrics.fold.Definition;
import dev.leadkit.metrics.fold.KpiResult;
import dev.leadkit.metrics.fold.KpiUnit;
import dev.leadkit.metrics.fold.TimeBasis;
import dev.leadkit.metrics.segment.Breakdown;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code consent}: by channel and purpose, how many of those asked gave consent, and of the messages that were delivered, how many were
 * answered by an opt-out or a complaint, and how many should never have been sent. Delivered messages are the denominator, not sent ones:
 * mailbox providers count the same way, and set the limit for complaints at 0.003.
 *
 * <p>An opt-out or complaint belongs to the latest message before it, to one at most; without one it is left out and counted.
 * Consent is the latest opt-in or opt-out; who did neither is not contactable. A message counts as sent after withdrawal if it arrived
 * later than the grace after the opt-out that was then in force; the target is 0. The law of the United States gives 10 business days
 * for mail (15 USC 7704(a)(4)); the GDPR gives none.
 *
 * @param grace how long after an opt-out messages may still arrive; 0 or more
 */
public record ConsentRates(Duration grace) implements Counting<ConsentFacts, Breakdown<ConsentRates.Rates>> {

    static final int PEOPLE = 0;
    static final int ASKED = 1;
    static final int AGREED = 2;
    static final int DELIVERED = 3;
    static final int OPTED_OUT = 4;
    static final int COMPLAINED = 5;
    static final int LATE = 6;
    static final int CONTACTABLE = 7;
    private static final int LEADS = 8;
    private static final int LEADS_CONTACTABLE = 9;

    /**
     * The result for one channel and purpose, or all.
     *
     * @param optIn {@code consent.opt-in}: those who gave consent at or after they were first asked, over those asked
     * @param optOut {@code consent.opt-out}: messages answered by an opt-out, over those delivered
     * @param complaints {@code consent.complaints}: messages answered by a complaint, over those delivered
     * @param contactable {@code consent.contactable}: leads whose latest word is consent, over all leads that there are events of; in
     *     all, leads with such a word for any channel and purpose
     * @param afterWithdrawal {@code consent.after-withdrawal}: how many messages arrived after a withdrawal and the grace (numerator),
     *     of how many (denominator)
     */
    public record Rates(
            KpiResult optIn,
            KpiResult optOut,
            KpiResult complaints,
            KpiResult contactable,
            KpiResult afterWithdrawal) {}

    /**
     * Checks the grace.
     *
     * @param grace how long after an opt-out messages may still arrive
     */
    public ConsentRates {
        if (grace.isNegative()) {
            throw new IllegalArgumentException("grace must be 0 or more, was " + grace);
        }
    }

    @Override
    public Definition definition() {
        return definition("", "Consent, opt-outs, complaints and messages after a withdrawal, by channel and purpose.");
    }

    private Definition definition(String name, String meaning) {
        return new Definition("consent" + name + "/1?grace=" + grace, TimeBasis.EVENT, meaning);
    }

    @Override
    public List<String> parts() {
        return List.of(
                "leads of the channel and purpose",
                "asked",
                "gave consent when asked",
                "messages delivered",
                "messages answered by an opt-out",
                "messages answered by a complaint",
                "messages after a withdrawal",
                "contactable by the channel for the purpose",
                "leads",
                "contactable leads");
    }

    @Override
    public void count(Counts counts, ConsentFacts facts, long times) {
        boolean contactable = false;
        for (var line : facts.lines().entrySet()) {
            contactable |= new ConsentLine(grace, line.getValue()).count(counts.named(line.getKey()), times);
        }
        counts.add(LEADS, 0, times);
        if (contactable) {
            counts.add(LEADS_CONTACTABLE, 0, times);
        }
    }

    @Override
    public Breakdown<Rates> result(Counts counts, Instant asOf) {
        Counts all = new Counts();
        SortedMap<String, Rates> lines = new TreeMap<>();
        counts.named().forEach((line, part) -> {
            all.merge(part);
            lines.put(line, rates(part, part.count(CONTACTABLE, 0), part.count(PEOPLE, 0)));
        });
        return new Breakdown<>(rates(all, counts.count(LEADS_CONTACTABLE, 0), counts.count(LEADS, 0)), lines);
    }

    private Rates rates(Counts counts, long contactable, long leads) {
        long delivered = counts.count(DELIVERED, 0);
        SortedMap<String, Long> none = new TreeMap<>();
        return new Rates(
                KpiResult.rate(
                        definition(
                                ".opt-in",
                                "Those who gave consent at or after they were first asked, over those asked."),
                        Basis.of(counts.count(AGREED, 0), counts.count(ASKED, 0), none),
                        "nobody was asked"),
                KpiResult.rate(
                        definition(".opt-out", "Messages answered by an opt-out, over those delivered."),
                        Basis.of(counts.count(OPTED_OUT, 0), delivered, only(counts, ConsentLine.NO_MESSAGE)),
                        ConsentLine.NONE),
                KpiResult.rate(
                        definition(".complaints", "Messages answered by a complaint, over those delivered."),
                        Basis.of(counts.count(COMPLAINED, 0), delivered, only(counts, ConsentLine.UNPROVOKED)),
                        ConsentLine.NONE),
                KpiResult.rate(
                        definition(".contactable", "Leads whose latest word is consent, over all leads."),
                        Basis.of(contactable, leads, none),
                        "no leads"),
                late(counts.count(LATE, 0), delivered));
    }

    private static SortedMap<String, Long> only(Counts counts, String reason) {
        SortedMap<String, Long> excluded = new TreeMap<>(counts.excluded());
        excluded.keySet().retainAll(List.of(reason));
        return excluded;
    }

    private KpiResult late(long late, long delivered) {
        Definition definition = definition(
                ".after-withdrawal", "Messages that arrived after a withdrawal and the grace; the target is 0.");
        Basis basis = Basis.of(late, delivered, new TreeMap<>());
        if (late < 0 || late > delivered) {
            return KpiResult.undefined(definition, KpiUnit.NUMBER, basis, KpiResult.INCOMPLETE);
        }
        return delivered == 0
                ? KpiResult.undefined(definition, KpiUnit.NUMBER, basis, ConsentLine.NONE)
                : KpiResult.known(definition, KpiUnit.NUMBER, BigDecimal.valueOf(late), basis);
    }
}
