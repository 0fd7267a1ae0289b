package dev.leadkit.routing.territory;

import dev.leadkit.lead.FieldType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Texts and their numbers, each in a scope. Letters' case makes no difference, as in conditions; looking up a text of plain
 * letters allocates nothing.
 */
final class Words {

    static final int NONE = -1;

    static final int ANY = -1;
    private static final int PLAIN = 0x80;
    private static final int PRIME = 0x01000193;
    private static final int SHIFT = 15;
    private static final int MIX = 0x9E3779B9;

    private final List<String> texts = new ArrayList<>();
    private int[] scopes = new int[16];
    private int[] numbers = new int[16];
    /** The hash of a text above its place from 1; 0 for nothing. */
    private long[] slots = new long[64];

    /** The number of a text without a scope; a new one if it has none yet. */
    int add(String text) {
        return add(ANY, text, texts.size());
    }

    /** Gives a text in a scope a number, unless it has one; returns the one that it has. */
    int add(int scope, String text, int number) {
        String folded = FieldType.fold(text);
        int known = find(scope, folded, 0, hash(scope, folded));
        if (known != NONE) {
            return known;
        }
        if (2 * texts.size() >= slots.length) {
            grow();
        }
        int at = texts.size();
        if (at == scopes.length) {
            scopes = Arrays.copyOf(scopes, 2 * at);
            numbers = Arrays.copyOf(numbers, 2 * at);
        }
        texts.add(folded);
        scopes[at] = scope;
        numbers[at] = number;
        put(hash(scope, folded), at);
        return number;
    }

    private void grow() {
        slots = new long[2 * slots.length];
        for (int i = 0; i < texts.size(); i++) {
            put(hash(scopes[i], texts.get(i)), i);
        }
    }

    private void put(int hash, int at) {
        int slot = hash & (slots.length - 1);
        while (slots[slot] != 0) {
            slot = (slot + 1) & (slots.length - 1);
        }
        slots[slot] = (long) hash << Integer.SIZE | (at + 1);
    }

    int size() {
        return texts.size();
    }

    List<String> texts() {
        return texts;
    }

    int find(String text) {
        return find(ANY, text);
    }

    int find(int scope, String text) {
        return find(scope, text, 0);
    }

    /** The number of a text from some character on. */
    int find(int scope, String text, int from) {
        int hash = scope * MIX;
        int all = 0;
        for (int i = text.length() - 1; i >= from; i--) {
            char c = text.charAt(i);
            all |= c;
            hash = before(hash, c);
        }
        return all < PLAIN ? find(scope, text, from, mixed(hash)) : findFolded(scope, text.substring(from));
    }

    private int findFolded(int scope, String text) {
        String folded = FieldType.fold(text);
        return find(scope, folded, 0, hash(scope, folded));
    }

    /** The hash of a text with one more letter in front: from the end, as a domain is within that of its ending. */
    private static int before(int hash, char letter) {
        return (hash ^ lower(letter)) * PRIME;
    }

    private static int mixed(int hash) {
        return hash ^ (hash >>> SHIFT);
    }

    private int find(int scope, String text, int from, int hash) {
        int slot = hash & (slots.length - 1);
        for (long found = slots[slot]; found != 0; found = slots[slot]) {
            int at = (int) found - 1;
            if ((int) (found >> Integer.SIZE) == hash && scopes[at] == scope && isSame(texts.get(at), text, from)) {
                return numbers[at];
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        return NONE;
    }

    private static boolean isSame(String known, String text, int from) {
        if (known.length() != text.length() - from) {
            return false;
        }
        for (int i = 0; i < known.length(); i++) {
            if (known.charAt(i) != lower(text.charAt(from + i))) {
                return false;
            }
        }
        return true;
    }

    /** What {@link #find} makes of a text on the way, for one that is in lower case already. */
    static int hash(int scope, String folded) {
        int hash = scope * MIX;
        for (int i = folded.length() - 1; i >= 0; i--) {
            hash = before(hash, folded.charAt(i));
        }
        return mixed(hash);
    }

    static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
