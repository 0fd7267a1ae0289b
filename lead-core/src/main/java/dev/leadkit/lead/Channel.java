package dev.leadkit.lead;

/**
 * A way to reach a person. The constants are those that most applications have; a host may name others.
 *
 * @param name its name, 1 to 255 characters; compared exactly
 */
public record Channel(String name) {

    /** Electronic mail. */
    public static final Channel EMAIL = new Channel("email");
    /** A call. */
    public static final Channel PHONE = new Channel("phone");
    /** A short text message to a phone. */
    public static final Channel SMS = new Channel("sms");
    /** A message in a chat or messenger. */
    public static final Channel CHAT = new Channel("chat");
    /** A letter. */
    public static final Channel POST = new Channel("post");

    /**
     * Makes a channel.
     *
     * @param name its name, not blank
     */
    public Channel {
        Name.checked("channel", name);
    }

    @Override
    public String toString() {
        return name;
    }
}
