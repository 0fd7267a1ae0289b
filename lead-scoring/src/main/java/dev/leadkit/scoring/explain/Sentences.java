package dev.leadkit.scoring.explain;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.Confidence;
import dev.leadkit.lead.Contribution;
import dev.leadkit.lead.Points;
import dev.leadkit.lead.Score;
import dev.leadkit.scoring.engine.Evidence;
import dev.leadkit.scoring.engine.Explanation;
import dev.leadkit.scoring.engine.Finding;
import dev.leadkit.scoring.engine.Reason;
import dev.leadkit.scoring.engine.Ruling;
import dev.leadkit.scoring.model.ConditionRule;
import dev.leadkit.scoring.model.CustomRule;
import dev.leadkit.scoring.model.Disqualifier;
import dev.leadkit.scoring.model.Fading;
import dev.leadkit.scoring.model.InteractionRule;
import dev.leadkit.scoring.model.NumberRule;
import dev.leadkit.scoring.model.ScoringRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Says in plain language why a lead has its score: a sentence for each contribution, and one for each rule and disqualifier that
 * could not be judged. English and German are built in; a host brings every other language, or words of its own, as a
 * {@link ResourceBundle}. Shows no value of a field and so no personal data, provided that rules keep it out of their own
 * texts. Immutable and thread-safe.
 *
 * <p>The keys are those of {@code words.properties} in this package; what a bundle lacks is said in English. Beside them it
 * may rename what a model calls its own: {@code rule.<id>}, {@code group.<id>}, {@code dimension.<name>},
 * {@code field.<name>}, {@code interaction.<type>}.
 */
public final class Sentences {

    private final Words words;

    private Sentences(Words words) {
        this.words = words;
    }

    /**
     * The built-in words of a language.
     *
     * @param locale German for German; every other one gives English
     * @return the sentences, the same on every machine whatever its own language
     */
    public static Sentences of(Locale locale) {
        return new Sentences(Words.in(requireNonNull(locale, "locale")));
    }

    /**
     * A host's own words.
     *
     * @param bundle texts in the form of {@link java.text.MessageFormat}; what it lacks is said in English
     * @return the sentences
     * @throws IllegalArgumentException if a text is no message format
     */
    public static Sentences of(ResourceBundle bundle) {
        return new Sentences(new Words(requireNonNull(bundle, "bundle")));
    }

    /**
     * The score in a nutshell: total, grade, what is missing for the next grade, how much could be judged.
     *
     * @param explanation the explanation
     * @return one to three sentences
     */
    public String summary(Explanation explanation) {
        Score score = explanation.score();
        List<String> said = new ArrayList<>();
        said.add(score.grade()
                .map(grade -> words.say("summary.graded", words.points(score.total()), grade.name()))
                .orElseGet(() -> words.say("summary", words.points(score.total()))));
        explanation
                .next()
                .ifPresent(next -> explanation
                        .missing()
                        .ifPresent(far -> said.add(words.say(
                                "summary.missing",
                                words.points(far),
                                next.grade().name()))));
        Confidence confidence = score.confidence();
        if (confidence.judged().compareTo(confidence.reachable()) < 0) {
            said.add(words.say(
                    "summary.confidence",
                    String.valueOf(confidence.share().movePointRight(2).intValue()),
                    words.number(confidence.judged()),
                    words.points(confidence.reachable())));
        }
        return String.join(" ", said);
    }

    /**
     * A sentence for each contribution.
     *
     * @param explanation the explanation
     * @return the sentences, in the order of the score's contributions
     */
    public List<String> contributions(Explanation explanation) {
        Map<String, Reason> reasons = reasons(explanation);
        return explanation.score().contributions().stream()
                .map(part -> contribution(part, reasons, explanation))
                .toList();
    }

    /**
     * A sentence for each rule and each disqualifier that could not be judged for want of data, with the fields that are
     * missing.
     *
     * @param explanation the explanation
     * @return the sentences, in the model's order, disqualifiers last; empty where everything could be judged
     */
    public List<String> unjudged(Explanation explanation) {
        return Stream.concat(
                        explanation.unjudged().stream().map(this::unjudged),
                        explanation.undecided().stream().map(ruling -> undecided(ruling, explanation)))
                .toList();
    }

    /**
     * A sentence for each change between two scores.
     *
     * @param diff the difference
     * @param after the explanation of the later score, for the words of its rules
     * @return the sentences, in the order of the changes
     */
    public List<String> changes(ScoreDiff diff, Explanation after) {
        Map<String, Reason> reasons = reasons(after);
        return diff.changes().stream()
                .map(change -> words.say(
                        "diff." + change.cause().name().toLowerCase(Locale.ROOT),
                        words.signed(change.points()),
                        changed(change, reasons, after)))
                .toList();
    }

    /**
     * What the smallest change asks for, rule by rule.
     *
     * @param change the change
     * @param explanation the explanation that it starts from
     * @return a sentence for each rule that would have to turn out otherwise; empty where none was found
     */
    public List<String> changes(SmallestChange change, Explanation explanation) {
        Map<String, Reason> reasons = reasons(explanation);
        return change.flips().stream()
                .map(flip -> flip(flip, reasons, explanation))
                .toList();
    }

    private String flip(Flip flip, Map<String, Reason> reasons, Explanation explanation) {
        Reason reason = reasons.get(flip.rule());
        if (reason == null) {
            return words.say("flip.disqualifier", disqualifier(flip.rule(), explanation));
        }
        String key = flip.more() > 0 ? "flip.more" : "flip.rule";
        return words.say(
                key,
                words.signed(flip.change()),
                rule(reason.rule()),
                words.number(flip.to()),
                String.valueOf(flip.more()));
    }

    private String changed(ScoreChange change, Map<String, Reason> reasons, Explanation after) {
        Reason reason = reasons.get(change.rule());
        if (reason != null) {
            return rule(reason.rule());
        }
        if (change.cause() == ScoreChange.Cause.DISQUALIFIED) {
            return disqualifier(change.rule(), after);
        }
        String kind = change.cause() == ScoreChange.Cause.LIMIT ? "group" : "rule";
        return change.rule().isEmpty()
                ? (change.dimension().isEmpty() ? words.say("total") : words.name("dimension", change.dimension()))
                : words.name(kind, change.rule());
    }

    String label(Contribution part, Map<String, Reason> reasons, Explanation explanation) {
        Reason reason = reasons.get(part.rule());
        return switch (part.kind()) {
            case RULE -> reason == null ? words.name("rule", part.rule()) : rule(reason.rule());
            case CAP, FLOOR -> limit(part, reasons);
            case DISQUALIFIED -> disqualifier(part.rule(), explanation);
        };
    }

    static Map<String, Reason> reasons(Explanation explanation) {
        Map<String, Reason> reasons = new HashMap<>();
        explanation.reasons().forEach(reason -> reasons.put(reason.rule().id(), reason));
        return reasons;
    }

    Words words() {
        return words;
    }

    private String contribution(Contribution part, Map<String, Reason> reasons, Explanation explanation) {
        String points = words.signed(part.points());
        return switch (part.kind()) {
            case RULE -> earned(points, part, reasons.get(part.rule()));
            case CAP, FLOOR -> words.say("rule", points, limit(part, reasons));
            case DISQUALIFIED ->
                words.say(
                        "disqualified",
                        points,
                        disqualifier(part.rule(), explanation),
                        verdict(part.rule(), explanation));
        };
    }

    private String earned(String points, Contribution part, @Nullable Reason reason) {
        if (reason == null) {
            return words.say("rule", points, words.name("rule", part.rule()));
        }
        String rule = rule(reason.rule());
        Finding finding = reason.finding();
        if (!(reason.rule() instanceof InteractionRule)) {
            return words.say("rule", points, rule);
        }
        String count = String.valueOf(finding.evidence().size());
        return finding.faded().units() == 0
                ? words.say("rule.each", points, rule, count)
                : words.say("rule.each.faded", points, rule, count, words.points(finding.faded()));
    }

    private String limit(Contribution part, Map<String, Reason> reasons) {
        String kind = part.kind() == Contribution.Kind.CAP ? "cap." : "floor.";
        if (part.dimension().isEmpty()) {
            return words.say(kind + "total");
        }
        if (part.rule().isEmpty()) {
            return words.say(kind + "dimension", words.name("dimension", part.dimension()));
        }
        Reason reason = reasons.get(part.rule());
        return reason == null
                ? words.say(kind + "group", words.name("group", part.rule()))
                : words.say(kind + "rule", rule(reason.rule()));
    }

    private String unjudged(Reason reason) {
        String key = reason.reach().equals(Points.ZERO) ? "unjudged.some" : "unjudged";
        return lacking(key, rule(reason.rule()), words.points(reason.reach()), reason.finding());
    }

    private String undecided(Ruling ruling, Explanation explanation) {
        String id = ruling.disqualifier().id();
        return lacking("undecided", disqualifier(id, explanation), verdict(id, explanation), ruling.finding());
    }

    private String lacking(String key, String what, String stake, Finding finding) {
        List<String> missing = finding.evidence().stream()
                .filter(evidence -> evidence instanceof Evidence.OfField field && !field.present())
                .map(evidence -> words.name("field", ((Evidence.OfField) evidence).field()))
                .toList();
        return missing.isEmpty()
                ? words.say(key, what, stake)
                : words.say(key + ".missing", what, stake, words.joined("list", missing));
    }

    /** The words of a bundle, the author's, or those of what the rule asks, in this order. */
    private String rule(ScoringRule rule) {
        return words.find("rule." + rule.id())
                .orElseGet(() -> rule.description().isEmpty() ? asked(rule) : rule.description());
    }

    private String asked(ScoringRule rule) {
        ConditionWords conditions = new ConditionWords(words);
        if (rule instanceof ConditionRule condition) {
            return conditions.of(condition.when());
        }
        if (rule instanceof NumberRule number) {
            return words.say("number", words.name("field", number.field().name()));
        }
        if (rule instanceof InteractionRule each) {
            return each(each, words.say("each", conditions.of(each.each())));
        }
        return words.say("custom", ((CustomRule) rule).custom());
    }

    private String each(InteractionRule rule, String what) {
        Fading fading = rule.worth().fading();
        if (fading.days().isPresent()) {
            return words.say("days", what, String.valueOf(fading.days().getAsInt()));
        }
        return fading.within()
                .map(window -> words.say("within", what, words.span(window)))
                .orElse(what);
    }

    private String disqualifier(String id, Explanation explanation) {
        return ruling(id, explanation)
                .map(each -> words.find("rule." + id)
                        .orElseGet(() -> each.description().isEmpty()
                                ? new ConditionWords(words).of(each.when())
                                : each.description()))
                .orElseGet(() -> words.name("rule", id));
    }

    private String verdict(String id, Explanation explanation) {
        List<String> said = new ArrayList<>();
        ruling(id, explanation).map(Disqualifier::verdict).ifPresent(verdict -> {
            verdict.total().ifPresent(total -> said.add(words.say("verdict.total", words.number(total))));
            verdict.grade().ifPresent(grade -> said.add(words.say("verdict.grade", grade.name())));
        });
        return words.joined("list", said);
    }

    private static Optional<Disqualifier> ruling(String id, Explanation explanation) {
        return explanation.rulings().stream()
                .map(Ruling::disqualifier)
                .filter(each -> each.id().equals(id))
                .findFirst();
    }

    String total(Points points) {
        return words.points(points);
    }
}
