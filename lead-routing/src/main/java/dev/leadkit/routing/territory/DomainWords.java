package dev.leadkit.routing.territory;

import dev.leadkit.lead.FieldType;
import java.util.function.IntConsumer;

/**
 * The domains that a plan names, and their numbers. Of most addresses neither the domain nor one above it is named; so the length and the first
 * letters of each are looked at before.
 */
final class DomainWords {

    private static final int PLAIN = 0x80;
    private static final int LETTERS = 6;

    private final Words words = new Words();
    private final Sieve beginnings = new Sieve();

    /** The number of a domain, this one if it has none yet. */
    int add(String domain, int number) {
        int before = words.size();
        int known = words.add(Words.ANY, domain, number);
        if (words.size() > before) {
            beginnings.add(beginning(FieldType.fold(domain), 0));
        }
        return known;
    }

    int size() {
        return words.size();
    }

    /** A number for the length and the first letters of a domain that ends a text. */
    static int beginning(String text, int from) {
        int length = text.length() - from;
        int hash = length;
        int end = from + Math.min(LETTERS, length);
        for (int i = from; i < end; i++) {
            hash = Sieve.next(hash, Words.lower(text.charAt(i)));
        }
        return hash;
    }

    /** Tells the numbers of an address's domain and of those above it that are named, the shortest first. */
    void find(String address, IntConsumer found) {
        int all = 0;
        for (int i = address.length() - 1; i >= 0; i--) {
            char c = address.charAt(i);
            if (c == '.' || c == '@') {
                findFrom(address, i + 1, all, found);
            }
            if (c == '@') {
                return;
            }
            all |= c;
        }
    }

    private void findFrom(String address, int from, int all, IntConsumer found) {
        if (all >= PLAIN || beginnings.mayHave(beginning(address, from))) {
            int number = words.find(Words.ANY, address, from);
            if (number != Words.NONE) {
                found.accept(number);
            }
        }
    }
}
