package dev.leadkit.examples.benchmarks.peers;

import dev.leadkit.examples.benchmarks.contest.Lane;
import dev.leadkit.examples.benchmarks.workload.Person;
import dev.leadkit.examples.benchmarks.workload.RuleSet;
import java.util.List;
import org.drools.compiler.kie.builder.impl.DrlProject;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieBuilder.ProjectType;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Drools in the two modes that were found to be its fastest: the executable model in a session that is used again, classic rules in a stateless one. */
final class Drools {

    private static final Phrases PHRASES = new Phrases(", ", " || ", "\"", true);
    private static final String GLOBAL = "account";

    private Drools() {}

    static Lane executableModel(RuleSet rules, List<Person> people) {
        Account account = new Account(rules);
        PeerLead[] leads = Peers.leads(rules, people);
        KieSession session = base(rules, ExecutableModelProject.class).newKieSession();
        session.setGlobal(GLOBAL, account);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                account.clear();
                FactHandle handle = session.insert(leads[i]);
                session.fireAllRules();
                session.delete(handle);
                sum += account.total();
            }
            return sum;
        };
    }

    static Lane classic(RuleSet rules, List<Person> people) {
        Account account = new Account(rules);
        PeerLead[] leads = Peers.leads(rules, people);
        StatelessKieSession session = base(rules, DrlProject.class).newStatelessKieSession();
        session.setGlobal(GLOBAL, account);
        return (from, to) -> {
            long sum = 0;
            for (int i = from; i < to; i++) {
                account.clear();
                session.execute(leads[i]);
                sum += account.total();
            }
            return sum;
        };
    }

    private static KieBase base(RuleSet rules, Class<? extends ProjectType> project) {
        KieServices services = KieServices.Factory.get();
        KieFileSystem files = services.newKieFileSystem();
        files.write("src/main/resources/rules.drl", source(rules));
        KieBuilder builder = services.newKieBuilder(files).buildAll(project);
        if (builder.getResults().hasMessages(Message.Level.ERROR)) {
            throw new IllegalStateException(builder.getResults().toString());
        }
        return services.newKieContainer(builder.getKieModule().getReleaseId()).getKieBase();
    }

    private static String source(RuleSet rules) {
        StringBuilder source = new StringBuilder("package benchmark;\nimport ")
                .append(PeerLead.class.getName())
                .append(";\nglobal ")
                .append(Account.class.getName())
                .append(" ")
                .append(GLOBAL)
                .append(";\n");
        for (int i = 0; i < rules.attributes().size(); i++) {
            source.append("rule a%d when PeerLead(%s) then account.hit(%d); end\n"
                    .formatted(i, PHRASES.of(rules.attributes().get(i).when()), i));
        }
        for (int i = 0; i < rules.events().size(); i++) {
            source.append("rule e%d when $lead : PeerLead(fires(%d)) then account.add(%d, $lead.unitsOf(%d)); end\n"
                    .formatted(i, i, i, i));
        }
        return source.toString();
    }
}
