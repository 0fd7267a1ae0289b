package dev.leadkit.json;

import tools.jackson.core.TokenStreamLocation;

/** Where in a file a text begins that is read on its own, so that a fault in the text names the place in the file. */
record Place(long line, long column) {

    static final Place START = new Place(1, 1);

    /** A place in the text, as one in the file. */
    String of(TokenStreamLocation at) {
        long before = at.getLineNr() == 1 ? column - 1 : 0;
        return new Place(line + at.getLineNr() - 1, before + at.getColumnNr()).toString();
    }

    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
