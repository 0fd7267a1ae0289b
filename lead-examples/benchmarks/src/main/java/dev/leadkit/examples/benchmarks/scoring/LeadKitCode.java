package dev.leadkit.examples.benchmarks.scoring;

import dev.leadkit.condition.Facts;
import dev.leadkit.condition.index.EncodedLead;
import dev.leadkit.event.LeadHistory;
import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.People;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import dev.leadkit.scoring.engine.Scorer;
import dev.leadkit.scoring.engine.ScoringEngine;
import dev.leadkit.scoring.engine.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** LeadKit, from several forms of a lead to several forms of an answer. */
final class LeadKitCode implements Contender.Source {

    /** The values of beans put into records, many leads in one call; a scorer that the caller holds. */
    static final String TOTAL = "leadkit";

    /** The same, one lead at a time. */
    static final String SINGLE = "leadkit.single";

    static final String FACTS = "leadkit.facts";
    static final String HISTORY = "leadkit.history";
    static final String THREAD_SAFE = "leadkit.threadsafe";
    static final String NO_MEMO = "leadkit.nomemo";
    static final String ENCODED = "leadkit.encoded";
    static final String ENCODED_SINGLE = "leadkit.encoded.single";
    static final String ENCODE = "leadkit.encode";
    static final String LAZY = "leadkit.lazy";
    static final String FIRED = "leadkit.fired";
    static final String SCORE = "leadkit.score";

    private static final Instant AS_OF = People.AS_OF;

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender(TOTAL, (rules, people) -> totals(engine(rules), rules, people)),
                new Contender(SINGLE, LeadKitCode::single),
                new Contender(NO_MEMO, (rules, people) -> totals(engine(rules).withoutMemo(), rules, people)),
                new Contender(FACTS, LeadKitCode::facts),
                new Contender(HISTORY, LeadKitCode::history),
                new Contender(THREAD_SAFE, LeadKitCode::threadSafe),
                new Contender(ENCODED, LeadKitCode::encoded),
                new Contender(ENCODED_SINGLE, LeadKitCode::encodedSingle),
                new Contender(ENCODE, false, LeadKitCode::encode),
                new Contender(LAZY, LeadKitCode::lazy),
                new Contender(FIRED, LeadKitCode::fired),
                new Contender(SCORE, LeadKitCode::score));
    }

    private static ScoringEngine engine(RuleSet rules) {
        return ScoringEngine.of(LeadKitModel.of(rules));
    }

    static Lane totals(ScoringEngine engine, RuleSet rules, List<Person> people) {
        Scorer scorer = engine.scorer();
        Beans beans = new Beans(engine, rules, people);
        long[] totals = new long[people.size()];
        return (from, to) -> {
            scorer.totals(beans.customers(from, to), beans, AS_OF, totals);
            return sum(totals, to - from);
        };
    }

    private static long sum(long[] totals, int count) {
        long sum = 0;
        for (int i = 0; i < count; i++) {
            sum += totals[i];
        }
        return sum;
    }

    private static Lane single(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Scorer scorer = engine.scorer();
        Beans beans = new Beans(engine, rules, people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += scorer.total(beans.record(i), AS_OF);
            }
            return sum;
        };
    }

    private static LeadHistory[] histories(List<Person> people) {
        LeadKitLead leads = new LeadKitLead();
        List<LeadHistory> histories = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            histories.add(leads.history(i, people.get(i)));
        }
        return histories.toArray(LeadHistory[]::new);
    }

    private static Facts[] allFacts(List<Person> people) {
        Facts[] facts = new Facts[people.size()];
        LeadHistory[] histories = histories(people);
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Facts.of(histories[i], AS_OF);
        }
        return facts;
    }

    private static Lane facts(RuleSet rules, List<Person> people) {
        Scorer scorer = engine(rules).scorer();
        Facts[] facts = allFacts(people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += scorer.total(facts[i]);
            }
            return sum;
        };
    }

    private static Lane history(RuleSet rules, List<Person> people) {
        Scorer scorer = engine(rules).scorer();
        LeadHistory[] histories = histories(people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += scorer.total(histories[i], AS_OF);
            }
            return sum;
        };
    }

    private static Lane threadSafe(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Facts[] facts = allFacts(people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += engine.total(facts[i]).units();
            }
            return sum;
        };
    }

    private static EncodedLead[] encodedLeads(ScoringEngine engine, RuleSet rules, List<Person> people) {
        Beans beans = new Beans(engine, rules, people);
        EncodedLead[] leads = new EncodedLead[people.size()];
        for (int i = 0; i < leads.length; i++) {
            leads[i] = beans.record(i).encode();
        }
        return leads;
    }

    private static Lane encoded(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Scorer scorer = engine.scorer();
        List<EncodedLead> leads = List.of(encodedLeads(engine, rules, people));
        long[] totals = new long[people.size()];
        return (from, to) -> {
            scorer.totals(leads.subList(from, to), AS_OF, totals);
            return sum(totals, to - from);
        };
    }

    private static Lane encodedSingle(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Scorer scorer = engine.scorer();
        EncodedLead[] leads = encodedLeads(engine, rules, people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += scorer.total(leads[i], AS_OF);
            }
            return sum;
        };
    }

    private static Lane encode(RuleSet rules, List<Person> people) {
        Beans beans = new Beans(engine(rules), rules, people);
        EncodedLead[] last = new EncodedLead[1];
        return (from, to) -> {
            for (int i = from; i < to; i++) {
                last[0] = beans.record(i).encode();
            }
            return last.length;
        };
    }

    private static Lane lazy(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Scorer scorer = engine.scorer();
        Beans beans = new Beans(engine, rules, people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += scorer.score(beans.record(i), AS_OF).total().units();
            }
            return sum;
        };
    }

    private static Lane fired(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Scorer scorer = engine.scorer();
        Beans beans = new Beans(engine, rules, people);
        int[][] last = new int[1][];
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                Tally tally = scorer.score(beans.record(i), AS_OF);
                last[0] = tally.fired();
                sum += tally.total().units();
            }
            return sum;
        };
    }

    private static Lane score(RuleSet rules, List<Person> people) {
        ScoringEngine engine = engine(rules);
        Facts[] facts = allFacts(people);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                sum += engine.score(facts[i]).total().units();
            }
            return sum;
        };
    }
}
