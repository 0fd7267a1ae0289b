package dev.leadkit.desk;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import java.util.List;
import java.util.Locale;

/** Says by which keys two submissions are known to speak of the same lead. An implementation must be thread-safe. */
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
     * One key, of the kind {@code email}: the e-mail address without regard to the case of letters.
     *
     * @return the rule; a submission without an address has no key
     */
    static MatchKeyRule email() {
        return values -> values.get(StandardFields.EMAIL).map(EmailAddress::value).stream()
                .map(address -> new MatchKey("email", address.toLowerCase(Locale.ROOT)))
                .toList();
    }
}
