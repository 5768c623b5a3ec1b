package vn.dondoc.documents.format;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The one way a row of a table stands in a text: as a line with bars between its cells. A row that only lays out a
 * heading or a signature in columns is no table; its cells stand one after the other, line by line.
 */
final class TableRow {

    private static final int MOST_COLUMNS_OF_LAYOUT = 3;

    /** What stands in the columns of a heading or a signature, and in no table. */
    private static final Pattern LAYOUT = Pattern.compile(
            "(?m)CỘNG H\\S{1,3} XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|^\\s*Số\\s*:|Nơi nhận|^\\s*(?:TM|KT|TL|TUQ|Q)\\s?\\.\\s*\\p{Lu}{2}|^\\s*(?:T/M|K/T|T/L)\\s|,\\s*ngày[\\s\\d.…]{1,12}tháng[\\s\\d.…]{1,8}năm\\s*\\d{4}\\s*$");

    private TableRow() {}

    /** The row with the ends of its lines. Cells keep their own line breaks only where they lay out the page. */
    static String lines(List<String> cells) {
        boolean layout = cells.size() <= MOST_COLUMNS_OF_LAYOUT
                && cells.stream().anyMatch(it -> LAYOUT.matcher(it).find());
        if (!layout) {
            return line(cells) + '\n';
        }
        StringBuilder out = new StringBuilder();
        for (String cell : cells) {
            cell.lines()
                    .map(TableRow::blanks)
                    .filter(it -> !it.isEmpty())
                    .forEach(it -> out.append(it).append('\n'));
            out.append('\n');
        }
        return out.toString();
    }

    /** A bar inside a cell would shift the columns, so it is broken. */
    private static String line(List<String> cells) {
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
