package dev.leadkit.json;

import dev.leadkit.capture.CaptureOutcome;
import dev.leadkit.fault.Fault;
import dev.leadkit.lead.LeadId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The JSON form of capture outcomes, for answers to a form or a partner. It never holds a value of the submission.
 *
 * <pre>{@code
 * {"outcome": "accepted", "lead": "L-1f0c...", "faults": [
 *    {"path": "mail", "rule": "an e-mail address", "was": "text of 3 characters", "hint": "One address of ..."}]}
 * }</pre>
 *
 * <p>{@code outcome} is {@code accepted}, {@code merged}, {@code quarantined} or {@code refused}; {@code lead} is there with
 * the first two. At most 100 faults are written, with a further one that says how many there were.
 */
public final class OutcomeJson {

    private static final int MOST_FAULTS = 100;
    private static final int LONGEST = 200;
    private static final List<String> JOINED = List.of("accepted", "merged");
    private static final List<String> KINDS = List.of("accepted", "merged", "quarantined", "refused");

    private OutcomeJson() {}

    /**
     * Writes an outcome.
     *
     * @param outcome the outcome
     * @return a tree for {@link JsonText}; texts of faults are cut at 200 characters
     */
    public static Map<String, Object> write(CaptureOutcome outcome) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("outcome", kind(outcome));
        outcome.leadId().ifPresent(lead -> tree.put("lead", lead.value()));
        tree.put(
                "faults",
                told(outcome.faults()).stream().map(OutcomeJson::write).toList());
        return tree;
    }

    private static String kind(CaptureOutcome outcome) {
        if (outcome instanceof CaptureOutcome.Accepted) {
            return "accepted";
        }
        if (outcome instanceof CaptureOutcome.Merged) {
            return "merged";
        }
        return outcome instanceof CaptureOutcome.Quarantined ? "quarantined" : "refused";
    }

    private static List<Fault> told(List<Fault> faults) {
        if (faults.size() <= MOST_FAULTS) {
            return faults;
        }
        List<Fault> first = new ArrayList<>(faults.subList(0, MOST_FAULTS));
        first.add(new Fault("faults", "at most " + MOST_FAULTS, Integer.toString(faults.size())));
        return first;
    }

    private static Map<String, Object> write(Fault fault) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("path", cut(fault.path()));
        tree.put("rule", cut(fault.rule()));
        tree.put("was", cut(fault.value()));
        tree.put("hint", cut(fault.hint()));
        return tree;
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
    }

    /**
     * Reads an outcome.
     *
     * @param json the outcome's object
     * @return the outcome; empty if faults prevent it
     */
    public static Optional<CaptureOutcome> read(JsonCursor json) {
        Optional<String> kind = json.at("outcome").oneOf(KINDS);
        boolean joined = kind.filter(JOINED::contains).isPresent();
        json.only(joined ? new String[] {"outcome", "lead", "faults"} : new String[] {"outcome", "faults"});
        List<Fault> faults = new ArrayList<>();
        json.at("faults").items().forEach(fault -> fault(fault).ifPresent(faults::add));
        Optional<LeadId> lead = joined ? lead(json.at("lead")) : Optional.empty();
        return kind.filter(of -> lead.isPresent() || !joined).flatMap(of -> json.make(() -> outcome(of, lead, faults)));
    }

    private static Optional<LeadId> lead(JsonCursor json) {
        return json.text().flatMap(id -> json.make(() -> new LeadId(id)));
    }

    private static Optional<Fault> fault(JsonCursor json) {
        json.only("path", "rule", "was", "hint");
        Optional<String> path = json.at("path").anyText();
        Optional<String> rule = json.at("rule").anyText();
        Optional<String> was = json.at("was").anyText();
        Optional<String> hint = json.at("hint").anyText();
        return path.isPresent() && rule.isPresent() && was.isPresent() && hint.isPresent()
                ? json.make(() -> new Fault(path.get(), rule.get(), was.get(), hint.get()))
                : Optional.empty();
    }

    private static CaptureOutcome outcome(String kind, Optional<LeadId> lead, List<Fault> faults) {
        return switch (kind) {
            case "accepted" -> new CaptureOutcome.Accepted(lead.orElseThrow(), faults);
            case "merged" -> new CaptureOutcome.Merged(lead.orElseThrow(), faults);
            case "quarantined" -> new CaptureOutcome.Quarantined(faults);
            default -> new CaptureOutcome.Refused(faults);
        };
    }
}
