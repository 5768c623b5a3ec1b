package vn.dondoc.documents.intake.text;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The body as a tree in the document's own numbering: parts, sections, clauses, points, dashes, and the unnumbered
 * paragraphs between them.
 */
public final class Outline {

    private static final int PART = 0;
    private static final int ROMAN = 10;
    private static final int NUMBER = 20;
    private static final int DOTTED = 10;
    private static final int PAREN = 80;
    private static final int LETTER = 90;
    private static final int LEAD = 100;
    private static final int DASH = 110;
    private static final int PLUS = 120;
    private static final int PLAIN = 130;

    /** A paragraph that leads in what follows stands between the clause it belongs to and that clause's points. */
    private static final int BETWEEN = 5;

    private static final Pattern MARKER = Pattern.compile(
            "^(?:(?:PHẦN|Phần|CHƯƠNG|Chương|MỤC|Mục)\\s+(?<part>[IVX]+|\\d+|thứ \\p{L}+)[.:]?|(?<upper>[A-E])\\.|(?<roman>[IVX]{1,5})\\s?[.\\-–]|Điều (?<article>\\d+)\\s?[.:]|(?<number>\\d{1,2}(?:\\.\\d{1,2}){0,200})(?:[.)/]|\\s?[-–](?=\\s))|(?<dotted>\\d{1,2}(?:\\.\\d{1,2}){1,200})|\\((?<paren>\\d{1,2})\\)|(?<letter>[a-zđ]\\d?)(?:\\)|[.-](?=\\s))|(?<dash>[-–•*])|(?<plus>\\+))(?:\\s+(?<text>.*))?$",
            Pattern.DOTALL);
    private static final Pattern CLOSING = Pattern.compile(
            "^(?:Trên đây|Yêu cầu|Đề nghị|Giao |Nhận được|Quá trình|Trong quá trình|Căn cứ (?:nội dung|tình hình)|Chỉ thị này|Kế hoạch này|Kết luận này|Nghị quyết (?:này|được)|Thông báo này|Quyết định này|Sở \\p{L}+ (?:\\p{L}+ ){0,4}(?:theo dõi|chịu|có trách)|(?:UBND|Ủy ban nhân dân|Ban Thường vụ|Chủ tịch|Thường trực|Tỉnh ủy)[\\p{L} ]{0,40} (?:yêu cầu|đề nghị|giao|thông báo|trân trọng)|Văn phòng|Kết quả thực hiện|Định kỳ|Các (?:sở|cơ quan|đơn vị|địa phương)|(?:UBND|Ủy ban nhân dân) các ).*",
            Pattern.DOTALL);
    private static final Pattern TABLE_ROW = Pattern.compile("^\\|.*", Pattern.DOTALL);

    private final List<Item> roots = new ArrayList<>();
    private final List<Stretch> rows = new ArrayList<>();
    private final Deque<Item> open = new ArrayDeque<>();
    private int plainAtTop;
    private int lastNumber;

    private Outline() {}

    /** One numbered, dashed or plain paragraph, with what stands under it. */
    public static final class Item {
        private final int depth;
        private final String path;
        private final Stretch text;
        private final List<Item> children = new ArrayList<>();
        private int unnumbered;

        private Item(int depth, String path, Stretch text) {
            this.depth = depth;
            this.path = path;
            this.text = text;
        }

        public String path() {
            return path;
        }

        public Stretch text() {
            return text;
        }

        public List<Item> children() {
            return children;
        }

        /** Whether it stands under a number of its own. */
        public boolean isNumbered() {
            return depth < LEAD && depth % DOTTED == 0;
        }

        public boolean isPlain() {
            return depth == PLAIN || depth == LEAD || depth % DOTTED != 0;
        }

        /** Whether it only names what stands under it. */
        public boolean isHeading() {
            String words = text.text();
            boolean ends = words.matches("(?s).*(?:[.;]|/\\.)$");
            return words.isEmpty()
                    || Layout.isCapitals(words)
                    || !children.isEmpty() && !ends
                    || !children.isEmpty() && words.endsWith(":");
        }
    }

    public static Outline of(List<Stretch> body) {
        var outline = new Outline();
        for (int i = 0; i < body.size(); i++) {
            boolean nearEnd = i > body.size() - 5;
            outline.paragraph(body.get(i), nearEnd);
        }
        return outline;
    }

    public List<Item> roots() {
        return roots;
    }

    /** Lines of tables, in order. */
    public List<Stretch> rows() {
        return rows;
    }

    private void paragraph(Stretch paragraph, boolean nearEnd) {
        String text = paragraph.text();
        if (TABLE_ROW.matcher(text).matches()) {
            rows.add(paragraph);
            return;
        }
        Matcher marker = MARKER.matcher(text);
        if (marker.matches()) {
            Stretch content =
                    marker.group("text") == null ? paragraph.from(text.length()) : paragraph.from(marker.start("text"));
            numbered(marker, content);
            return;
        }
        boolean closes =
                nearEnd && CLOSING.matcher(text).matches() && open.stream().anyMatch(Item::isNumbered);
        if (closes) {
            open.clear();
        }
        while (!open.isEmpty() && open.peekLast().depth >= (text.endsWith(":") ? LEAD : DASH)) {
            open.removeLast();
        }
        boolean leads = text.endsWith(":");
        boolean within = leads && !open.isEmpty() && open.peekLast().depth < LETTER;
        int depth = within ? open.peekLast().depth + BETWEEN : leads ? LEAD : PLAIN;
        add(new Item(depth, within ? open.peekLast().path : nextUnnumbered(), paragraph));
    }

    private void numbered(Matcher marker, Stretch content) {
        if (marker.group("dash") != null || marker.group("plus") != null) {
            int depth = marker.group("dash") != null ? DASH : PLUS;
            closeDownTo(depth);
            add(new Item(depth, nextUnnumbered(), content));
            return;
        }
        int depth;
        String label;
        if (marker.group("part") != null || marker.group("upper") != null) {
            depth = PART;
            label = marker.group("part") != null ? marker.group("part") : marker.group("upper");
        } else if (marker.group("roman") != null) {
            depth = ROMAN;
            label = marker.group("roman");
        } else if (marker.group("article") != null) {
            depth = ROMAN;
            label = "Đ" + marker.group("article");
        } else if (marker.group("number") != null || marker.group("dotted") != null) {
            String[] parts =
                    (marker.group("number") != null ? marker.group("number") : marker.group("dotted")).split("\\.");
            depth = Math.min(NUMBER + DOTTED * (parts.length - 1), PAREN - DOTTED);
            label = parts[parts.length - 1];
            lastNumber = parts.length == 1 && open.stream().noneMatch(it -> it.depth < NUMBER)
                    ? Integer.parseInt(label)
                    : lastNumber;
        } else if (marker.group("paren") != null) {
            depth = PAREN;
            label = marker.group("paren");
        } else {
            depth = LETTER;
            label = marker.group("letter");
        }
        closeDownTo(depth);
        String above = open.isEmpty() ? "" : open.peekLast().path + ".";
        add(new Item(depth, above + label, content));
    }

    private void closeDownTo(int depth) {
        while (!open.isEmpty() && open.peekLast().depth >= depth) {
            open.removeLast();
        }
    }

    private void add(Item item) {
        if (open.isEmpty()) {
            roots.add(item);
        } else {
            open.peekLast().children.add(item);
        }
        open.addLast(item);
    }

    private String nextUnnumbered() {
        if (open.isEmpty()) {
            plainAtTop++;
            return String.valueOf(lastNumber == 0 ? plainAtTop : ++lastNumber);
        }
        Item parent = open.peekLast();
        return parent.path + "." + ++parent.unnumbered;
    }
}
