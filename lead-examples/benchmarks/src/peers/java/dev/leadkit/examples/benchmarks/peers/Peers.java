package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.contest.Contender;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.List;

/** The other engines. */
public final class Peers implements Contender.Source {

    /** Makes the source. */
    public Peers() {}

    @Override
    public List<Contender> contenders() {
        return List.of(
                new Contender("peer.spel", Spel::new),
                new Contender("peer.mvel", Mvel::new),
                new Contender("peer.cel", Cel::new),
                new Contender("peer.jpmml", Jpmml::new),
                new Contender("peer.drools.exec", Drools::executableModel),
                new Contender("peer.drools.classic", Drools::classic));
    }

    static PeerLead[] leads(RuleSet rules, List<Person> people) {
        return people.stream()
                .map(person -> new PeerLead(person, rules.events()))
                .toArray(PeerLead[]::new);
    }
}
