package dev.leadkit.contact;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldType;
import dev.leadkit.lead.FieldValues;
import dev.leadkit.lead.Fingerprint;
import dev.leadkit.lead.MatchKey;
import dev.leadkit.lead.StandardFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How match keys are made of contact data. */
final class ContactKeys {

    private static final int LONGEST = 255;
    /** Stands in no name, domain or number that is part of a key. */
    private static final char BETWEEN = '|';

    private ContactKeys() {}

    /** No key for nothing, a fingerprint for what is too long. */
    static List<MatchKey> key(String kind, String value) {
        if (value.isBlank()) {
            return List.of();
        }
        boolean fits = value.length() <= LONGEST;
        return List.of(new MatchKey(kind, fits ? value : "sha-256:" + Fingerprint.of(Fingerprint.MOST_BYTES, value)));
    }

    /** Most addresses are their own keys: a store then keeps one text, not two. */
    static List<MatchKey> email(String kind, String local, EmailAddress address) {
        if (isSettled(address.value()) && address.value().charAt(local.length()) == '@') {
            return key(kind, address.value());
        }
        String key = FieldType.fold(local) + "@" + domain(address);
        return key(kind, key.equals(address.value()) ? address.value() : key);
    }

    /** Whether folding leaves it as it is, and its domain has no other form, as is true of most addresses. */
    private static boolean isSettled(String address) {
        for (int i = 0; i < address.length(); i++) {
            char c = address.charAt(i);
            boolean settled = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '@' || c == '_';
            if (!settled && (c != '-' || address.startsWith("--", i))) {
                return false;
            }
        }
        return true;
    }

    /** A host may have made an address without asking for its syntax; its domain is compared as it is then. */
    static String domain(EmailAddress address) {
        String domain = address.domain();
        String ascii = DomainName.ascii(domain);
        return ascii == null ? domain : ascii;
    }

    static String untagged(EmailAddress address) {
        String local = address.localPart();
        int plus = local.charAt(0) == '"' ? -1 : local.indexOf('+');
        return plus < 1 ? local : local.substring(0, plus);
    }

    static List<MatchKey> person(FieldValues values, EmailLists lists) {
        String first = letters(values.get(StandardFields.FIRST_NAME));
        String last = letters(values.get(StandardFields.LAST_NAME));
        List<MatchKey> keys = new ArrayList<>();
        if (!first.isEmpty() && !last.isEmpty()) {
            String name = first + BETWEEN + last + BETWEEN;
            values.get(StandardFields.COMPANY)
                    .map(LegalForms.standard()::key)
                    .filter(company -> !company.isEmpty())
                    .ifPresent(company -> keys.addAll(key("person", name + company)));
            values.get(StandardFields.EMAIL)
                    .filter(address -> !lists.isFreeMail(address) && !lists.isDisposable(address))
                    .ifPresent(address -> keys.addAll(key("person", name + "@" + domain(address))));
        }
        return keys;
    }

    private static String letters(Optional<String> name) {
        return name.map(Letters::of).orElse("");
    }
}
