package dev.leadkit.lead;

/**
 * A phone number in the international form E.164. {@code toString} does not show it.
 *
 * @param e164 {@code +} and 2 to 15 digits, the first of them not 0
 */
public record PhoneNumber(String e164) {

    private static final int SHORTEST = 3;
    private static final int LONGEST = 16;

    /**
     * Makes a phone number.
     *
     * @param e164 the number in E.164
     * @throws IllegalArgumentException if it is not E.164; the message does not show it
     */
    public PhoneNumber {
        if (!isE164(e164)) {
            throw new IllegalArgumentException(
                    "phone number must be E.164 (+ and 2 to 15 digits), was text of " + e164.length() + " characters");
        }
    }

    private static boolean isE164(String text) {
        boolean fits = text.length() >= SHORTEST && text.length() <= LONGEST && text.charAt(0) == '+';
        for (int i = 1; fits && i < text.length(); i++) {
            fits = text.charAt(i) >= (i == 1 ? '1' : '0') && text.charAt(i) <= '9';
        }
        return fits;
    }

    @Override
    public String toString() {
        return "PhoneNumber[hidden]";
    }
}
