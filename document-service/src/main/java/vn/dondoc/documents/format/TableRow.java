package vn.dondoc.documents.format;

import java.util.List;

/** The one way a row of a table stands in a line of text. */
final class TableRow {

    private TableRow() {}

    /** A bar inside a cell would shift the columns, so it is broken. */
    static String line(List<String> cells) {
        StringBuilder out = new StringBuilder("|");
        for (String cell : cells) {
            String text = blanks(cell).replace('|', '¦');
            out.append(' ').append(text).append(text.isEmpty() ? "|" : " |");
        }
        return out.toString();
    }

    static String blanks(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00A0';
            if (!blank) {
                out.append(c);
            } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
                out.append(' ');
            }
        }
        return out.toString().stripTrailing();
    }
}
