package vn.dondoc.documents.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.failure.Failure;

/**
 * The lines of a document joined into paragraphs, in reading order. Takes away what belongs to the page and not to the
 * text: hard line breaks, page numbers, footnotes, two columns side by side, captions and imprint of a newspaper.
 *
 * @param paragraphs each on one line, white space folded, NFC
 * @param footnotes in order, without their marks
 */
public record Layout(List<Stretch> paragraphs, List<Stretch> footnotes) {

    private static final int FULL_LINE = 55;
    private static final int LONGEST_WRAPPED = 115;
    private static final int HEAD_LINES = 30;
    private static final int SHORTEST_SUBJECT = 13;

    /** More than the longest paper has by far. */
    private static final int MOST_PARAGRAPHS = 20_000;

    private static final Pattern SUBJECT = Pattern.compile("V/v|[Vv]ề ");

    public static final Pattern STRUCTURE = Pattern.compile(
            "^(?:[-–+•*]\\s|\\d{1,2}(?:\\.\\d{1,2}){0,200}[.)/]\\s|\\d{1,2}(?:\\.\\d{1,2}){0,200}\\s?[-–]\\s|\\d{1,2}(?:\\.\\d{1,2}){1,200}\\s|[a-zđ]\\d?\\)\\s|[a-zđ][.-]\\s|\\(\\d{1,2}\\)\\s|[IVX]{1,5}\\s?[.\\-–]\\s|Điều \\d+\\s?[.:]|[|]).*",
            Pattern.DOTALL);
    private static final Pattern LANDMARK = Pattern.compile(
            "^(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT|ĐỘ MẬT|Độ mật|Kính gửi|Nơi nhận|Số\\s*:?\\s*[\\d/]|V/v|TM\\s?\\.|T/M|KT\\s?\\.|K/T|TL\\s?\\.|T/L|TUQ\\s?\\.|Q\\.\\s?\\p{Lu}{2}|CỘNG H\\S{1,3} XÃ|ĐẢNG CỘNG SẢN|Độc lập|PHỤ LỤC|Căn cứ |Xét đề nghị|Theo đề nghị|Thực hiện (?:Nghị quyết|Quyết định|Chỉ thị|Kế hoạch|Công văn|Công điện|Luật|Nghị định|Kết luận|Chương trình|Thông báo|Thông tư|ý kiến|[Vv]ăn bản) |QUYẾT ĐỊNH:|YÊU CẦU:|\\(Ban hành kèm|\\(Kèm theo|\\p{Lu}[\\p{L}. -]{1,30},\\s*ngày\\s[\\d .…]{1,6}\\s?tháng).*",
            Pattern.DOTALL);
    /** A line that breaks off before its number: "trong quý" goes on with "II/2024". */
    private static final Pattern UNDATED = Pattern.compile(" (?:quý|tháng|năm|ngày)$");

    private static final Pattern NOT_TEXT = Pattern.compile(
            "^(?:Tổng [Bb]iên tập|Phó [Tt]ổng [Bb]iên tập|Tòa soạn|Toà soạn|Điện thoại|Email|E-mail|Chịu trách nhiệm nội dung|Bản quyền|Giấy phép|Nguồn:|Chia sẻ|Tags?:|Từ khóa|date \\d{4}-\\d{2}$|\\d{2}:\\d{2},? \\d{1,2}/\\d{1,2}/\\d{4}).*"
                    + "|.*(?:Ảnh minh họa|Ảnh:|Ảnh minh hoạ|\\(Ảnh|Ảnh tư liệu).*|^[-–]?\\s?\\d{1,3}\\s?[-–]?$|^Trang \\d+(?:\\s?/\\s?\\d+)?$|^[-–_=*—.·\\s]{3,}$|^\\d{1,3}\\s?/\\s?\\d{1,3}$",
            Pattern.DOTALL);
    private static final Pattern NEWS_DATE_PREFIX = Pattern.compile("^date \\d{4}-\\d{2}(?=\\s)");
    private static final Pattern FOOTNOTE =
            Pattern.compile("^(?:[\\u00B9\\u00B2\\u00B3\\u2070-\\u2079]+|\\[\\d{1,2}]|\\(\\*\\))\\s*(?=\\S)");
    /** Who orders, between the subject and the bases, is no part of the subject. */
    private static final Pattern AUTHOR = Pattern.compile(
            "^(?:(?:CHỦ TỊCH )?(?:ỦY|UỶ) BAN NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG|THỊ XÃ).{0,30}|CHỦ TỊCH UBND.{3,40}|CHÍNH PHỦ|THỦ TƯỚNG CHÍNH PHỦ|BỘ TRƯỞNG (?:BỘ )?.{3,50}|GIÁM ĐỐC SỞ.{3,50}|HỘI ĐỒNG NHÂN DÂN (?:TỈNH|THÀNH PHỐ|HUYỆN|QUẬN|XÃ|PHƯỜNG).{0,30}|TỔNG GIÁM ĐỐC .{3,50})$");
    /** "Điều 2." alone on its line is the number of what stands on the next. */
    private static final Pattern BARE_MARKER =
            Pattern.compile("^(?:Điều \\d+|\\d{1,2}(?:\\.\\d{1,2}){0,200}|[a-zđ])[.)]$|^Số\\s*:$");
    /** Words that no paragraph ends with. */
    private static final Pattern DANGLES = Pattern.compile(
            "(?:,| và| của| các| số| Số| ngày| tháng| năm| Sở| Bộ| Ban| với| về| theo| tại| cho| trên| trong| từ| đến| UBND| tỉnh| là| do)$");

    private static final Pattern ENDS = Pattern.compile(".*(?:[.;:!?…|]|/\\.?)[\"”]?$", Pattern.DOTALL);
    private static final Pattern COLUMNS = Pattern.compile("\\t+|[ \\u00A0]{3,}");
    private static final Pattern MOTTO = Pattern.compile(
            "(?<=\\S)\\s+(?=CỘNG H\\S{1,3} XÃ HỘI|ĐẢNG CỘNG SẢN VIỆT NAM|Độc lập - Tự do|Độc lập – Tự do)");
    private static final Pattern NUMBER_AND_DATE = Pattern.compile(
            "^(?:Số|số)[ :.].*?\\S(?<gap>\\s+)(?=(?:(?:TP\\.? ?|[Tt]hành phố )?\\p{Lu}[\\p{L}.]*(?: - | |-)?(?:\\p{Lu}[\\p{L}]*[ -]?){0,5}),\\s*(?:\\d{1,2} giờ[ \\d]{0,4}(?:phút,? )?)?ngày\\s)");

    public static Layout of(Stretch document) {
        List<Stretch> lines = columnsApart(Grids.barred(document.lines()));
        boolean blankMeansParagraph = !isHardWrapped(lines);
        List<List<Stretch>> joined = new ArrayList<>();
        List<List<Stretch>> footnotes = new ArrayList<>();
        String last = "";
        boolean afterBlank = true;
        boolean inFootnote = false;
        for (Stretch line : lines) {
            String text = line.text();
            Matcher footnote = FOOTNOTE.matcher(text);
            if (text.isEmpty() || NOT_TEXT.matcher(text).matches()) {
                afterBlank = true;
                inFootnote = false;
            } else if (footnote.find()) {
                footnotes.add(begun(line.from(footnote.end())));
                inFootnote = true;
            } else if (inFootnote && startsLow(text)) {
                footnotes.getLast().add(line);
            } else {
                boolean newParagraph = afterBlank && blankMeansParagraph && !startsLow(text);
                boolean goesOn = !joined.isEmpty()
                        && !newParagraph
                        && continues(last, text)
                        && !endsSubject(joined.getLast(), text);
                if (goesOn) {
                    joined.getLast().add(line);
                } else {
                    joined.add(begun(line));
                }
                last = text;
                afterBlank = false;
                inFootnote = false;
            }
        }
        return new Layout(paragraphs(joined), paragraphs(footnotes));
    }

    private static List<Stretch> begun(Stretch line) {
        List<Stretch> lines = new ArrayList<>();
        lines.add(line);
        return lines;
    }

    private static List<Stretch> paragraphs(List<List<Stretch>> lines) {
        if (lines.size() > MOST_PARAGRAPHS) {
            throw new Failure.Rejected("documents.too-many-parts", MOST_PARAGRAPHS);
        }
        return lines.stream().map(Stretch::ofAll).toList();
    }

    /** Lines folded; where a heading or signature stands in two columns, the left column first. */
    private static List<Stretch> columnsApart(List<Stretch> raw) {
        List<Stretch> lines = new ArrayList<>();
        List<Stretch> right = new ArrayList<>();
        List<Stretch> apart = barsApart(raw);
        for (int i = 0; i < apart.size(); i++) {
            Stretch line = apart.get(i);
            String text = line.text();
            boolean framed = i < HEAD_LINES || isFrame(text) || !right.isEmpty();
            int gap = framed && !text.strip().startsWith("|") ? columnGap(text) : -1;
            if (gap >= 0) {
                lines.add(line.sub(0, gap).folded());
                right.add(line.from(gap).folded());
            } else {
                Stretch folded = withoutCrawlDate(line.folded());
                boolean rightOnly = !right.isEmpty()
                        && !folded.isEmpty()
                        && text.length() - text.stripLeading().length() > 20;
                if (rightOnly) {
                    right.add(folded);
                } else {
                    boolean leftGoesOn = !right.isEmpty() && folded.text().matches("(?s)[-–+•] .*");
                    if (!leftGoesOn) {
                        lines.addAll(right);
                        right.clear();
                    }
                    lines.addAll(headApart(folded));
                }
            }
        }
        lines.addAll(right);
        return lines;
    }

    /** A table that only lays out heading and signature leaves a bar after each of its cells. */
    private static List<Stretch> barsApart(List<Stretch> raw) {
        List<Stretch> lines = new ArrayList<>();
        for (int i = 0; i < raw.size(); i++) {
            Stretch line = raw.get(i);
            String text = line.text().strip();
            boolean laidOut = !text.startsWith("|")
                    && text.indexOf('|') > 0
                    && (i < HEAD_LINES || isFrame(text) || text.indexOf('|') == text.length() - 1);
            if (laidOut || text.equals("|")) {
                int from = 0;
                for (int bar = line.text().indexOf('|');
                        bar >= 0;
                        bar = line.text().indexOf('|', bar + 1)) {
                    lines.add(line.sub(from, bar));
                    from = bar + 1;
                }
                lines.add(line.from(from));
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    private static boolean isFrame(String text) {
        return text.contains("Nơi nhận") || text.strip().matches("^(?:TM\\.|KT\\.|TL\\.|T/M|K/T).*");
    }

    /** Where the right column begins; -1 if there is one column. */
    private static int columnGap(String text) {
        String body = text.strip();
        if (body.isEmpty()) {
            return -1;
        }
        int begin = text.indexOf(body);
        Matcher gap = COLUMNS.matcher(text);
        gap.region(begin, begin + body.length());
        while (gap.find()) {
            String left = text.substring(begin, gap.start());
            boolean blankInNumber = left.matches("(?:Số|số)\\s*:?") || left.endsWith("ngày") || left.endsWith("tháng");
            if (!blankInNumber) {
                return gap.end();
            }
        }
        return -1;
    }

    private static Stretch withoutCrawlDate(Stretch line) {
        Matcher prefix = NEWS_DATE_PREFIX.matcher(line.text());
        return prefix.find() ? line.from(prefix.end()).folded() : line;
    }

    /** Two columns of the heading that lost the blanks between them. */
    private static List<Stretch> headApart(Stretch line) {
        Matcher motto = MOTTO.matcher(line.text());
        if (motto.find()) {
            return List.of(line.sub(0, motto.start()), line.from(motto.end()));
        }
        Matcher number = NUMBER_AND_DATE.matcher(line.text());
        if (number.find()) {
            return List.of(line.sub(0, number.start("gap")), line.from(number.end("gap")));
        }
        return List.of(line);
    }

    /** Whether the line breaks are those of a page, so that neither they nor blank lines end a paragraph. */
    private static boolean isHardWrapped(List<Stretch> lines) {
        List<String> filled =
                lines.stream().map(Stretch::text).filter(it -> !it.isEmpty()).toList();
        int full = 0;
        int brokenOff = 0;
        for (int i = 0; i + 1 < filled.size(); i++) {
            String line = filled.get(i);
            if (line.length() >= FULL_LINE && !line.startsWith("|")) {
                full++;
                boolean goesOn = line.length() <= LONGEST_WRAPPED
                        && !ENDS.matcher(line).matches()
                        && startsLow(filled.get(i + 1));
                brokenOff += goesOn ? 1 : 0;
            }
        }
        return full >= 5 && brokenOff * 5 > full * 2;
    }

    private static boolean startsLow(String line) {
        return Character.isLowerCase(line.codePointAt(0)) && !line.matches("^[a-zđ][.)]\\s.*")
                || Character.isDigit(line.codePointAt(0))
                        && !STRUCTURE.matcher(line).matches();
    }

    /** Whether a line goes on where the physical line before it was broken off. */
    private static boolean continues(String before, String line) {
        if (BARE_MARKER.matcher(before).matches()) {
            return !STRUCTURE.matcher(line).matches() && !LANDMARK.matcher(line).matches();
        }
        if (ENDS.matcher(before).matches()
                || STRUCTURE.matcher(line).matches()
                || LANDMARK.matcher(line).matches()) {
            return false;
        }
        if (UNDATED.matcher(before).find()) {
            return true;
        }
        if (isCapitals(before) || isCapitals(line)) {
            return isCapitals(before)
                    && isCapitals(line)
                    && !(AUTHOR.matcher(line).matches()
                            && !AUTHOR.matcher(before).find())
                    && !LANDMARK.matcher(before).matches()
                    && !isTitle(before)
                    && !isTitle(line)
                    && !STRUCTURE.matcher(before).matches();
        }
        return startsLow(line)
                || before.length() >= FULL_LINE
                || DANGLES.matcher(before).find();
    }

    /** A subject has no full stop, so only the capital of what follows tells its end. */
    private static boolean endsSubject(List<Stretch> before, String line) {
        String first = before.getFirst().text() + " ";
        int length = before.stream()
                .limit(SHORTEST_SUBJECT)
                .mapToInt(it -> it.text().length() + 1)
                .sum();
        return SUBJECT.matcher(first).lookingAt()
                && length > SHORTEST_SUBJECT
                && Character.isUpperCase(line.codePointAt(0))
                && line.length() > FULL_LINE;
    }

    public static boolean isCapitals(String line) {
        long letters = line.codePoints().filter(Character::isLetter).count();
        return letters >= 2 && line.equals(line.toUpperCase(Locale.ROOT));
    }

    public int size() {
        return paragraphs.size();
    }

    public Stretch at(int index) {
        return paragraphs.get(index);
    }

    public String text(int index) {
        return paragraphs.get(index).text();
    }

    /** Index of the first paragraph that matches, from {@code start}; -1 if none does. */
    public int find(Pattern pattern, int start) {
        for (int i = Math.max(start, 0); i < paragraphs.size(); i++) {
            if (pattern.matcher(paragraphs.get(i).text()).find()) {
                return i;
            }
        }
        return -1;
    }

    private static final Pattern TITLE_WORDS = Pattern.compile(
            "^(?:NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|QUY CHẾ|QUY ĐỊNH|THÔNG CÁO|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|KẾ HOẠCH|PHƯƠNG ÁN|ĐỀ ÁN|DỰ ÁN|BÁO CÁO|BIÊN BẢN|TỜ TRÌNH|HỢP ĐỒNG|CÔNG ĐIỆN|BẢN GHI NHỚ|BẢN THỎA THUẬN|GIẤY ỦY QUYỀN|GIẤY MỜI|GIẤY GIỚI THIỆU|PHIẾU CHUYỂN|THƯ CÔNG|KẾT LUẬN|THÔNG TRI|NGHỊ ĐỊNH|THÔNG TƯ)(?![\\p{L}])");

    /** Whether a line in capitals is the title of a document. */
    public static boolean isTitle(String line) {
        return TITLE_WORDS.matcher(line).find();
    }
}
