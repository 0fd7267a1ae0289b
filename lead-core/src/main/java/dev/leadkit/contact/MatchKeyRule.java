package dev.leadkit.contact;

import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Says by which keys two submissions are known to speak of the same lead. Rules are put together with {@link #and}. An
 * implementation must be thread-safe.
 *
 * <p>A key is lossy and only compared: never send to it. One of more than 255 characters is replaced by its fingerprint, so
 * that it still matches its like.
 */
@FunctionalInterface
public interface MatchKeyRule {

    /**
     * The keys of some values.
     *
     * @param values what a submission says
     * @return its keys, the most trusted first: the first one that leads to a lead decides. The kind {@code record} is the
     *     desk's own
     */
    List<MatchKey> keys(FieldValues values);

    /**
     * The keys of this rule, and behind them those of another.
     *
     * @param other the rule that is trusted less
     * @return a rule that gives all keys of both, each once
     */
    default MatchKeyRule and(MatchKeyRule other) {
        return allOf(this, other);
    }

    /**
     * The keys of several rules: one that matches is enough.
     *
     * @param rules the rules, the most trusted first
     * @return a rule that gives all their keys, each once, in that order; without rules none
     */
    static MatchKeyRule allOf(MatchKeyRule... rules) {
        List<MatchKeyRule> all = List.of(rules);
        return values -> {
            Set<MatchKey> keys = new LinkedHashSet<>();
            all.forEach(rule -> keys.addAll(rule.keys(values)));
            return List.copyOf(keys);
        };
    }

    /**
     * One key, of the kind {@code email}: the e-mail address without regard to the case of letters and to the form of its
     * domain.
     *
     * @return the rule; a submission without an address has no key
     */
    static MatchKeyRule email() {
        return values -> values.get(StandardFields.EMAIL)
                .map(address -> ContactKeys.email("email", address.localPart(), address))
                .orElse(List.of());
    }

    /**
     * One key, of the kind {@code emailWithoutTag}: as {@link #email}, without what follows the first {@code +} in the
     * local part, so that {@code jo+news@example.com} is {@code jo@example.com}.
     *
     * <p>Take care: only some providers read a plus so. Where two persons share a mailbox by tags, or where a host gives
     * each person a tagged address, this makes one lead of two.
     *
     * @return the rule; a submission without an address has no key
     */
    static MatchKeyRule emailIgnoringTag() {
        return values -> values.get(StandardFields.EMAIL)
                .map(address -> ContactKeys.email("emailWithoutTag", ContactKeys.untagged(address), address))
                .orElse(List.of());
    }

    /**
     * One key, of the kind {@code phone}: the number in E.164. A number that several persons answer makes one lead of them.
     *
     * @return the rule; a submission without a number has no key
     */
    static MatchKeyRule phone() {
        return values -> values.get(StandardFields.PHONE)
                .map(phone -> ContactKeys.key("phone", phone.e164()))
                .orElse(List.of());
    }

    /**
     * Up to two keys, of the kind {@code person}: first and last name with the company, and with the domain of the e-mail
     * address. Names are compared by their letters, in Latin where there is a standard transliteration.
     *
     * <p>For finding candidates that a person or a matcher decides on. Two namesakes in one company are one key: do not
     * give this rule to a desk, which would merge them.
     *
     * @param lists which domains say nothing about a person's company, because everybody may have an address there
     * @return the rule; a submission without both names, or without company and telling domain, has no key
     */
    static MatchKeyRule person(EmailLists lists) {
        return values -> ContactKeys.person(values, lists);
    }

    /**
     * As {@link #person(EmailLists)}, with every domain taken for a company's.
     *
     * @return the rule
     */
    static MatchKeyRule person() {
        return person(EmailLists.none());
    }

    /**
     * One key, of the kind {@code company}: the letters of the company's name without its legal form. For finding
     * colleagues and candidates: a desk with this rule would make one lead of all persons in a company.
     *
     * @param forms the legal forms that are dropped
     * @return the rule; a submission without a company has no key
     */
    static MatchKeyRule company(LegalForms forms) {
        return values -> values.get(StandardFields.COMPANY)
                .map(company -> ContactKeys.key("company", forms.key(company)))
                .orElse(List.of());
    }

    /**
     * As {@link #company(LegalForms)} with the {@linkplain LegalForms#standard() standard} forms.
     *
     * @return the rule
     */
    static MatchKeyRule company() {
        return company(LegalForms.standard());
    }
}
