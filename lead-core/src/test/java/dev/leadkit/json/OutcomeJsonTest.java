package dev.leadkit.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

@Label("The JSON of capture outcomes")
final class OutcomeJsonTest {

    private static final Fault FAULT = new Fault("mail", "an e-mail address", "text of 3 characters", "One address.");

    @Provide
    Arbitrary<CaptureOutcome> outcomes() {
        Arbitrary<String> texts = Arbitraries.strings().all().ofMaxLength(20);
        Arbitrary<List<Fault>> faults = Combinators.combine(texts, texts.map(text -> "a" + text), texts, texts)
                .as(Fault::new)
                .list()
                .ofMaxSize(3);
        Arbitrary<List<Fault>> some = faults.filter(list -> !list.isEmpty());
        Arbitrary<LeadId> leads = texts.map(text -> new LeadId("L" + text));
        return Arbitraries.oneOf(
                Combinators.combine(leads, faults).as(CaptureOutcome.Accepted::new),
                Combinators.combine(leads, faults).as(CaptureOutcome.Merged::new),
                some.map(CaptureOutcome.Quarantined::new),
                some.map(CaptureOutcome.Refused::new));
    }

    @Property
    @Label("is read as it was written")
    void roundTrip(@ForAll("outcomes") CaptureOutcome outcome) {
        assertThat(read(JsonText.line(OutcomeJson.write(outcome)))).isEqualTo(outcome);
    }

    private static CaptureOutcome read(String text) {
        return JsonDocument.of(text).as("outcome", OutcomeJson::read);
    }

    @Example
    @Label("says what the documentation shows")
    void shown() {
        CaptureOutcome outcome = new CaptureOutcome.Accepted(new LeadId("L-1"), List.of(FAULT));
        assertThat(JsonText.line(OutcomeJson.write(outcome)))
                .isEqualTo(
                        "{\"outcome\":\"accepted\",\"lead\":\"L-1\",\"faults\":[{\"path\":\"mail\","
                                + "\"rule\":\"an e-mail address\",\"was\":\"text of 3 characters\",\"hint\":\"One address.\"}]}");
    }

    @Example
    @Label("has at most 100 faults and one that says how many there were")
    void manyFaults() {
        CaptureOutcome hundred = new CaptureOutcome.Refused(Collections.nCopies(100, FAULT));
        assertThat(read(JsonText.line(OutcomeJson.write(hundred)))).isEqualTo(hundred);
        CaptureOutcome more = new CaptureOutcome.Refused(Collections.nCopies(101, FAULT));
        List<Fault> told = read(JsonText.line(OutcomeJson.write(more))).faults();
        assertThat(told).hasSize(101).startsWith(FAULT);
        assertThat(told.get(100)).isEqualTo(new Fault("faults", "at most 100", "101"));
        assertThat(told.subList(0, 100)).containsOnly(FAULT);
    }

    @Example
    @Label("cuts long texts at 200 characters, never through the middle of one character")
    void longTexts() {
        String good = "x".repeat(200);
        String emoji = "x".repeat(199) + "\uD83D\uDE00";
        CaptureOutcome outcome = new CaptureOutcome.Refused(List.of(new Fault(good, good + "y", emoji, "")));
        assertThat(read(JsonText.line(OutcomeJson.write(outcome))).faults())
                .containsExactly(new Fault(good, good, "x".repeat(199), ""));
    }

    @Example
    @Label("is refused with every fault where anything is missing, strange or out of place")
    void refused() {
        assertThat(Faulty.faults("{\"outcome\": \"acepted\", \"faults\": []}", OutcomeJson::read))
                .containsExactly("$.outcome: must be a known word, was \"acepted\". Did you mean \"accepted\"?");
        assertThat(Faulty.faults("{\"outcome\": \"accepted\", \"faults\": []}", OutcomeJson::read))
                .containsExactly("$.lead: must be a text, was missing");
        assertThat(Faulty.faults("{\"outcome\": \"refused\", \"lead\": \"L-1\", \"faults\": []}", OutcomeJson::read))
                .containsExactly(
                        "$.lead: must be a known member, was \"lead\". Known: faults, outcome.",
                        "$: must be valid, was an object. Faults must be at least one, was none.");
        assertThat(Faulty.faults(
                        "{\"outcome\": \"merged\", \"lead\": \"L\", \"faults\": [{\"rule\": \"\"}]}",
                        OutcomeJson::read))
                .containsExactly(
                        "$.faults[0].path: must be a text, was missing",
                        "$.faults[0].was: must be a text, was missing",
                        "$.faults[0].hint: must be a text, was missing");
    }
}
