package dev.leadkit.contact;

import static java.util.Objects.requireNonNull;

import dev.leadkit.lead.EmailAddress;
import dev.leadkit.lead.FieldType;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The host's lists of what an e-mail address tells: local parts that are a role and no person, domains of free mail, and
 * domains of throw-away addresses. The library brings no lists: they change every day. A list is a collection or, where it
 * is large or changes, a question to the host, which is asked again for each address. Immutable and, if the host's questions
 * are, thread-safe.
 *
 * <p>A sub-domain of a listed domain counts as listed: with {@code example.org} on a list, so is
 * {@code mail.example.org}. A local part counts without its tag: {@code sales+eu} is {@code sales}.
 */
public final class EmailLists {

    private static final EmailLists NONE = new EmailLists(role -> false, domain -> false, domain -> false);

    private final Predicate<String> roles;
    private final Predicate<String> freeMail;
    private final Predicate<String> disposable;

    private EmailLists(Predicate<String> roles, Predicate<String> freeMail, Predicate<String> disposable) {
        this.roles = requireNonNull(roles, "roles");
        this.freeMail = requireNonNull(freeMail, "freeMail");
        this.disposable = requireNonNull(disposable, "disposable");
    }

    /**
     * Empty lists.
     *
     * @return lists on which nothing stands
     */
    public static EmailLists none() {
        return NONE;
    }

    /**
     * These lists with other roles.
     *
     * @param localParts local parts such as {@code info}; the case of letters does not matter
     * @return other lists
     */
    public EmailLists roles(Collection<String> localParts) {
        Set<String> folded = new HashSet<>();
        localParts.forEach(part -> folded.add(FieldType.fold(part)));
        return roles(folded::contains);
    }

    /**
     * These lists with other roles.
     *
     * @param isRole asked for a local part without case and tag
     * @return other lists
     */
    public EmailLists roles(Predicate<String> isRole) {
        return new EmailLists(isRole, freeMail, disposable);
    }

    /**
     * These lists with other domains of free mail.
     *
     * @param domains domains of at least two labels, in any case and form
     * @return other lists
     * @throws IllegalArgumentException if one is no such domain
     */
    public EmailLists freeMail(Collection<String> domains) {
        return freeMail(listed(domains)::contains);
    }

    /**
     * These lists with other domains of free mail.
     *
     * @param isFreeMail asked for a domain in lower case and ASCII, and then for each that it is a sub-domain of
     * @return other lists
     */
    public EmailLists freeMail(Predicate<String> isFreeMail) {
        return new EmailLists(roles, isFreeMail, disposable);
    }

    /**
     * These lists with other domains of throw-away addresses.
     *
     * @param domains domains of at least two labels, in any case and form
     * @return other lists
     * @throws IllegalArgumentException if one is no such domain
     */
    public EmailLists disposable(Collection<String> domains) {
        return disposable(listed(domains)::contains);
    }

    /**
     * These lists with other domains of throw-away addresses.
     *
     * @param isDisposable asked for a domain in lower case and ASCII, and then for each that it is a sub-domain of
     * @return other lists
     */
    public EmailLists disposable(Predicate<String> isDisposable) {
        return new EmailLists(roles, freeMail, isDisposable);
    }

    private static Set<String> listed(Collection<String> domains) {
        Set<String> listed = new HashSet<>();
        for (String domain : domains) {
            String ascii = domain.isEmpty() ? null : DomainName.ascii(domain);
            if (ascii == null || DomainName.broken(ascii) != null) {
                throw new IllegalArgumentException(
                        "listed domain must be a name of at least two labels, was \"" + domain + "\"");
            }
            listed.add(ascii);
        }
        return listed;
    }

    /**
     * Whether an address is that of a role.
     *
     * @param address the address
     * @return true if its local part, without a tag, is on the list
     */
    public boolean isRole(EmailAddress address) {
        return roles.test(FieldType.fold(ContactKeys.untagged(address)));
    }

    /**
     * Whether everybody may have an address there.
     *
     * @param address the address
     * @return true if its domain, or one that it is a sub-domain of, is on the list
     */
    public boolean isFreeMail(EmailAddress address) {
        return isListed(address, freeMail);
    }

    /**
     * Whether the address is made to be thrown away.
     *
     * @param address the address
     * @return true if its domain, or one that it is a sub-domain of, is on the list
     */
    public boolean isDisposable(EmailAddress address) {
        return isListed(address, disposable);
    }

    private static boolean isListed(EmailAddress address, Predicate<String> list) {
        String domain = ContactKeys.domain(address);
        for (int from = 0; domain.indexOf('.', from) >= 0; from = domain.indexOf('.', from) + 1) {
            if (list.test(domain.substring(from))) {
                return true;
            }
        }
        return false;
    }
}
