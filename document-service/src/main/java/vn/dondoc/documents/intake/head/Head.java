package vn.dondoc.documents.intake.head;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentNumber;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Urgency;
import vn.dondoc.documents.intake.lexicon.Names;
import vn.dondoc.documents.intake.text.Layout;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.Dates;

/**
 * What stands above the text: the two columns of Nghị định 30/2020/NĐ-CP or of the Party, and the title. A newspaper
 * gives the same in a sentence.
 */
public final class Head {

    private static final int LONGEST = 26;
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final Pattern OWN_NUMBER = Pattern.compile("^[Ss][ốÔô]\\s*[:.;]?\\s*" + DocumentNumbers.NUMBER);
    private static final Pattern BLANK_NUMBER =
            Pattern.compile("^Số\\s*:?\\s*[._…\\s]*([-/]\\s?(?:\\d{4}/)?[A-ZĐ][\\p{L}\\d&./-]*)");
    private static final Pattern LOOSE_NUMBER =
            Pattern.compile("^[Ss]ố\\s*:?\\s*(\\d{1,5}) ([A-ZĐ][A-Za-zĐđ]{1,3}/[A-ZĐ][A-Za-zĐđ]+)$");
    private static final Pattern PLACE = Pattern.compile(
            "^(?:\\*+ )?((?:TP\\.? ?|[Tt]hành phố )?\\p{Lu}[\\p{L}. -]{1,40}?)\\s?,\\s*(?:(?:hồi |lúc )?\\d{1,2} giờ[ \\d]{0,4}(?:phút,? )?)?ngày");
    private static final Pattern TELEGRAM_DATE =
            Pattern.compile("^(?:Hồi|Lúc) \\d{1,2} ?(?:giờ|h)[ \\d]{0,4}(?:phút)?,? (ngày\\s+" + Dates.DATE + ")");
    private static final Pattern DATE_LINE = Pattern.compile("(ngày\\s+" + Dates.DATE + ")");
    private static final Pattern BLANK_DAY =
            Pattern.compile("(ngày\\s*[._…\\s]*\\s?tháng\\s+(\\d{1,2})\\s*(?:năm|/)\\s*(\\d{4}))");
    private static final Pattern SUBJECT = Pattern.compile("^V/?v[:.]?\\s+(.*)$", FLAGS);
    private static final Pattern URGENT =
            Pattern.compile("^\\(?(HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN)(?: HẸN GIỜ)?\\)?[.:]?$", FLAGS);
    private static final Pattern MOTTO = Pattern.compile(
            "^(?:CỘNG H\\S{1,3} XÃ HỘI|(?:CHỦ )?NGHĨA VIỆT NAM$|VIỆT NAM$|Độc lập|ĐẢNG CỘNG SẢN|Đảng Cộng sản|ĐỘC LẬP)|^[\\p{P}\\s]+$");
    private static final Pattern AUTHOR_FIRST = Pattern.compile(
            "^(?:của|CỦA) (?:Ban (?:Thường vụ|Chấp hành|Bí thư)|Thường trực|BAN THƯỜNG VỤ)[\\p{L} ]*?(?:[uủỦ][ỷyỶY]|Đảng)(?: \\p{Lu}\\p{L}+){0,3} (?=(?:về|lãnh|tăng|tiếp|đẩy|nâng|sơ|tổng|thực|triển|chỉ))");
    private static final Pattern ORDERS = Pattern.compile(
            "^((?:CHỦ TỊCH (?:ỦY BAN|UỶ BAN|UBND)|BỘ TRƯỞNG BỘ|GIÁM ĐỐC SỞ|THỦ TƯỚNG CHÍNH PHỦ|TỔNG GIÁM ĐỐC)[\\p{Lu} -]*?)(?: (?:điện|ĐIỆN|yêu cầu|chỉ thị)\\s?:)?$");
    private static final Pattern BODY_BEGINS = Pattern.compile(
            "^(?:[IVX]{1,4}\\s?[-–.]|Kính gửi|Căn cứ|Thực hiện|Thi hành|Theo |Xét |Ngày \\d|Để |Trong |Thời gian qua|Sau |Qua |I\\.|1\\.|A\\.|Điều 1|Phần |Chương |Trên cơ sở|Nhằm |Tiếp tục|Triển khai|Kính mời|Hưởng ứng|Vừa qua|Hiện nay|[-–+] |\\|)");
    private static final String NEWS_BODY =
            "(?<issuer>(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Chủ tịch|Ban|Tỉnh ủy|Thành ủy|Thủ tướng|Chính phủ|Bộ|Sở|Hội đồng|HĐND|Bí thư|Thường trực|Văn phòng|Hội|Liên đoàn)(?: \\([A-ZĐ&]+\\))?[\\p{L} &-]{0,60}?)(?: \\([A-ZĐ&-]+\\))?";
    private static final String ISSUES =
            "(?: [\\p{Lu}]\\p{L}+ [\\p{Lu}]\\p{L}+(?: [\\p{Lu}]\\p{L}+)?)?,? (?:vừa |đã |mới ){0,200}(?:có|ban hành|ký ban hành|ký|gửi|ra)\\s+(?<type>(?iu:"
                    + DocumentNumbers.typeWords() + "))";
    private static final Pattern ISSUED_IN_THE_NEWS = Pattern.compile(
            NEWS_BODY + ISSUES + "(?: (?:khẩn|hỏa tốc))?\\s+(?:số\\s+)?(?<number>" + DocumentNumbers.NUMBER + ")");
    private static final Pattern UNNUMBERED_IN_THE_NEWS = Pattern.compile(NEWS_BODY + ISSUES + "(?! (?:của|số|này))");
    private static final Pattern PRESSING = Pattern.compile("^ ?\\((?:khẩn|hỏa tốc)\\)", FLAGS);
    /** Where an excerpt says at its end what it was taken from. */
    private static final Pattern SOURCE = Pattern.compile("^\\((?:Theo|Trích|Nguồn:) (?iu:"
            + DocumentNumbers.typeWords() + ") số (?<number>" + DocumentNumbers.NUMBER + "),? ngày " + Dates.ANY_DATE);

    private static final Pattern NEWS_SUBJECT = Pattern.compile(
            "^(?: ?\\((?:khẩn|hỏa tốc)\\))?(?:,? ?ngày " + Dates.ANY_DATE
                    + ")?(?: (?:gửi|nhắc|yêu cầu|giao) [^.;]{3,80}?(?= về ))?,? ?(?:(?:chỉ đạo|yêu cầu|giao) (.{15,260}?)|(?:về việc|về|V/v) (.{15,260}?)|((?:phê duyệt|triển khai) .{15,260}?))(?:\\.(?: |$)|$|, yêu cầu )");

    private final Layout layout;
    private final Names names;
    private final int end;
    private final Map<String, Mark> marks = new HashMap<>();

    private @Nullable DocumentType docType;
    private @Nullable String number;
    private @Nullable String numberRaw;
    private @Nullable String symbol;
    private @Nullable LocalDate date;
    private @Nullable String dateText;
    private @Nullable YearMonth month;
    private @Nullable String place;
    private @Nullable String issuer;
    private @Nullable String subject;
    private @Nullable Urgency urgency;
    private boolean news;
    private boolean official;
    private int titleAt = -1;

    private Head(Layout layout, Names names) {
        this.layout = layout;
        this.names = names;
        this.end = headEnd(layout);
    }

    public static Head read(Layout layout, Names names) {
        var head = new Head(layout, names);
        for (int i = 0; i < head.end; i++) {
            head.line(i);
        }
        head.title();
        head.letterSubject();
        head.issuerFromCapitals();
        if (head.number == null && !head.official) {
            head.readNews();
        }
        return head;
    }

    private static int headEnd(Layout layout) {
        int last = Math.min(LONGEST, layout.size());
        for (int i = 0; i < last; i++) {
            if (layout.text(i).startsWith("Kính gửi") || layout.text(i).matches("^(?:I|1|A)\\. .*|^Điều 1[.:].*")) {
                return i;
            }
        }
        return last;
    }

    private void line(int i) {
        String text = layout.text(i);
        Matcher own = OWN_NUMBER.matcher(text);
        if (number == null && own.find()) {
            number = DocumentNumber.canonical(own.group(1));
            numberRaw = own.group(1);
            symbol = DocumentNumbers.symbol(number);
            mark("number", i, own.start(1), own.end(1), 0.99);
            official = true;
        }
        Matcher loose = LOOSE_NUMBER.matcher(text);
        if (number == null && loose.matches()) {
            numberRaw = loose.group(1) + " " + loose.group(2);
            number = DocumentNumber.canonical(loose.group(1) + "-" + loose.group(2));
            symbol = DocumentNumbers.symbol(number);
            mark("number", i, loose.start(1), loose.end(2), 0.85);
            official = true;
        }
        Matcher blank = BLANK_NUMBER.matcher(text);
        if (number == null && symbol == null && blank.find()) {
            symbol = DocumentNumber.canonical(blank.group(1)).substring(1).replaceFirst("^\\d{4}/", "");
            mark("symbol", i, blank.start(1), blank.end(1), 0.9);
            official = true;
        }
        dateAndPlace(i, text);
        Matcher urgent = URGENT.matcher(text);
        if (urgency == null && urgent.matches()) {
            String word = urgent.group(1).toUpperCase(Locale.ROOT);
            urgency = word.startsWith("THƯỢNG")
                    ? Urgency.THUONG_KHAN
                    : word.startsWith("KHẨN") ? Urgency.KHAN : Urgency.HOA_TOC;
            mark("urgency", i, 0, text.length(), 0.99);
        }
        official |= MOTTO.matcher(text).find() && Layout.isCapitals(text);
    }

    private void dateAndPlace(int i, String text) {
        Matcher telegram = TELEGRAM_DATE.matcher(text);
        if (date == null && telegram.find()) {
            date = Dates.at(telegram, 2).orElse(null);
            dateText = telegram.group(1);
            mark("issueDate", i, telegram.start(1), telegram.end(1), 0.95);
        }
        Matcher where = PLACE.matcher(text);
        if (date != null || month != null || !where.find()) {
            return;
        }
        Matcher when = DATE_LINE.matcher(text);
        Matcher blankDay = BLANK_DAY.matcher(text);
        if (when.find() && when.start() <= where.end() + 1) {
            date = Dates.at(when, 2).orElse(null);
            dateText = when.group(1);
            mark("issueDate", i, when.start(1), when.end(1), 0.99);
        } else if (blankDay.find()) {
            month = YearMonth.of(
                    Integer.parseInt(blankDay.group(3)), Math.clamp(Integer.parseInt(blankDay.group(2)), 1, 12));
            dateText = blankDay.group(1);
            mark("issueMonth", i, blankDay.start(1), blankDay.end(1), 0.9);
        }
        if (date != null || month != null || text.length() < 60) {
            place = where.group(1).strip();
            mark("place", i, where.start(1), where.end(1), 0.99);
            official = true;
        }
    }

    /** The title in capitals, and the lines under it until the text begins. */
    private void title() {
        for (int i = 0; i < end && titleAt < 0; i++) {
            String text = layout.text(i);
            if (Layout.isTitle(text) && text.length() < 160) {
                titleAt = i;
            }
        }
        if (titleAt < 0) {
            return;
        }
        String text = layout.text(titleAt);
        docType = DocumentNumbers.typeOfTitle(text);
        mark("docType", titleAt, 0, text.length(), 0.95);
        String words = DocumentNumbers.typeWords();
        String rest =
                text.replaceFirst("(?iu)^" + words + "(?: hành động)?", "").strip();
        List<Stretch> lines = new ArrayList<>();
        if (rest.length() > 3 && !rest.matches("(?iu)^(?:CỦA|SỐ) .*")) {
            lines.add(layout.at(titleAt).from(text.length() - rest.length()));
        }
        for (int i = titleAt + 1; i < end && lines.size() < 3; i++) {
            String next = layout.text(i);
            boolean skip = next.matches("(?iu)^(?:CỦA|SỐ[: ]) .*") && (Layout.isCapitals(next) || isAuthorOf(next))
                    || next.matches("^[-–*_=\\s]+$")
                    || URGENT.matcher(next).matches()
                    || MOTTO.matcher(next).find()
                    || lines.isEmpty()
                            && (OWN_NUMBER.matcher(next).find()
                                    || PLACE.matcher(next).find());
            boolean over = !skip
                    && (BODY_BEGINS.matcher(next).find() && !(lines.isEmpty() && i == titleAt + 1 && isSubject(next))
                            || next.length() > 400
                            || next.endsWith(".") && next.length() > 200
                            || next.matches("^\\(.*\\)$")
                            || isAuthorOfOrder(next)
                            || OWN_NUMBER.matcher(next).find()
                            || PLACE.matcher(next).find());
            if (over) {
                break;
            }
            if (!skip) {
                boolean goesOn = Character.isLowerCase(next.codePointAt(0))
                        || Layout.isCapitals(next)
                        || next.length() < 90 && !next.matches(".*[.;:,/]$");
                if (!lines.isEmpty() && !goesOn) {
                    break;
                }
                lines.add(layout.at(i));
            }
        }
        if (!lines.isEmpty()) {
            Stretch whole = lines.stream().reduce(Stretch::joined).orElseThrow();
            Matcher author = AUTHOR_FIRST.matcher(whole.text());
            whole = author.find() ? whole.from(author.end()) : whole;
            subject = whole.text().replaceFirst("[.:]$", "");
            if (Layout.isCapitals(subject)) {
                subject = names.inRunningText(subject);
            }
            marks.put("subject", whole.mark(0.9));
        }
    }

    /** "Thực hiện chế độ báo cáo" can be what a document is about: a short line without a mark at its end. */
    private static boolean isSubject(String line) {
        return line.length() < 130
                && !line.matches("(?s).*[.,;:/]$")
                && line.matches("^(?:Thực hiện|Triển khai|Tiếp tục|Hưởng ứng|Trong) .*");
    }

    /** "của Ban Thường vụ Tỉnh ủy" under the title. */
    private static boolean isAuthorOf(String line) {
        return line.length() < 70 && line.matches("(?iu)^của (?:ban |tỉnh ủy|thành ủy|thường trực|bộ |ủy ban|hội ).*");
    }

    /** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" above "QUYẾT ĐỊNH:" or under the title is who orders, not what about. */
    private static boolean isAuthorOfOrder(String line) {
        return Layout.isCapitals(line)
                && line.matches(
                        "^(?:CHỦ TỊCH|ỦY BAN|UỶ BAN|HỘI ĐỒNG|BỘ TRƯỞNG|THỦ TƯỚNG|GIÁM ĐỐC|CHÍNH PHỦ|BAN (?!HÀNH)).*");
    }

    private void letterSubject() {
        for (int i = 0; i < end && subject == null; i++) {
            Matcher matcher = SUBJECT.matcher(layout.text(i));
            if (matcher.find()) {
                Stretch whole = layout.at(i).from(matcher.start(1));
                for (int next = i + 1; next < end && goesOn(layout.text(next)); next++) {
                    whole = whole.joined(layout.at(next));
                }
                subject = whole.text();
                marks.put("subject", whole.mark(0.95));
            }
        }
    }

    private static boolean goesOn(String line) {
        return !MOTTO.matcher(line).find()
                && !PLACE.matcher(line).find()
                && !Layout.isCapitals(line)
                && !line.startsWith("Kính gửi")
                && !URGENT.matcher(line).matches()
                && line.length() < 90
                && !BODY_BEGINS.matcher(line).find();
    }

    private void issuerFromCapitals() {
        List<String> left = new ArrayList<>();
        int first = -1;
        for (int i = 0; i < end; i++) {
            String text = layout.text(i);
            boolean stops = i == titleAt
                    || OWN_NUMBER.matcher(text).find()
                    || BLANK_NUMBER.matcher(text).find();
            if (stops) {
                break;
            }
            boolean named = Layout.isCapitals(text)
                    && !MOTTO.matcher(text).find()
                    && !URGENT.matcher(text).matches()
                    && text.length() > 4;
            if (named && (text.startsWith("|") || text.matches("^(?:PHỤ LỤC|DANH MỤC|BẢNG|BIỂU).*"))) {
                break;
            }
            if (named) {
                first = first < 0 ? i : first;
                left.add(text.replaceAll("[*_]+", "").strip());
            }
        }
        issuer = left.isEmpty() ? null : issuerOf(left);
        @Nullable String underTitle = titleAt >= 0 ? issuerUnderTitle() : null;
        if (underTitle == null && titleAt >= 0) {
            underTitle = authorOfOrder();
        }
        if (underTitle != null) {
            issuer = underTitle;
        } else if (issuer != null) {
            mark("issuer", first, 0, layout.text(first).length(), 0.95);
        }
    }

    private static final Pattern BODY_START = Pattern.compile(
            "(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|ỦY BAN MTTQ|ỦY BAN MẶT TRẬN|ĐOÀN TNCS|ĐOÀN THANH NIÊN|TỈNH ĐOÀN|THÀNH ĐOÀN|HUYỆN ĐOÀN|HỘI ĐỒNG NHÂN DÂN|HĐND|TỈNH ỦY|TỈNH UỶ|THÀNH ỦY|HUYỆN ỦY|THỊ ỦY|ỦY BAN KIỂM TRA|ĐẢNG BỘ|ĐẢNG ỦY|BAN |SỞ |BỘ |CHÍNH PHỦ|THỦ TƯỚNG|QUỐC HỘI|VĂN PHÒNG|CỤC |CHI CỤC|THANH TRA|CHỦ TỊCH|CÔNG AN|NGÂN HÀNG|TRUNG ƯƠNG|BẢO HIỂM|LIÊN |HỘI |MẶT TRẬN|PHÒNG |TRUNG TÂM )");

    /** The last body of the left column; the ones above it are whom it belongs to. */
    private @Nullable String issuerOf(List<String> left) {
        String all = String.join(" ", left);
        Matcher starts = BODY_START.matcher(all);
        List<Integer> begins = new ArrayList<>();
        while (starts.find()) {
            boolean inside = starts.start() > 0 && all.charAt(starts.start() - 1) != ' ';
            boolean partOfName = all.substring(0, starts.start())
                            .matches(
                                    ".*(?:ỦY|UỶ|CHỦ TỊCH|THỦ TƯỚNG|VĂN PHÒNG|LIÊN|CÔNG TÁC|ĐOÀN ĐẠI BIỂU|THƯỜNG VỤ|VÀ|CỦA|CHẤP HÀNH|VIỆT NAM|HỌC|XÃ) ?$")
                    || starts.group().startsWith("HỘI ")
                            && all.substring(0, starts.start()).endsWith("XÃ ");
            if (!inside && !partOfName) {
                begins.add(starts.start());
            }
        }
        if (begins.isEmpty()) {
            return null;
        }
        String own = all.substring(begins.getLast()).strip();
        String above = all.substring(0, begins.getLast()).strip();
        if (above.startsWith("ĐẢNG BỘ") && own.startsWith("BAN CHẤP HÀNH") && !own.contains("ĐẢNG BỘ")) {
            own = own + " " + above;
            above = "";
        }
        if (own.matches("^(?:ĐẢNG BỘ).*") && above.isEmpty()) {
            own = own.replaceFirst("^ĐẢNG BỘ TỈNH", "TỈNH ỦY");
        }
        if (own.matches("^BAN (?:THƯỜNG TRỰC|THƯỜNG VỤ|CHẤP HÀNH)$") && !above.isEmpty()) {
            own = own + " " + above;
            above = "";
        }
        String name = names.inRunningText(own);
        String unit = names.inRunningText(above)
                .replaceFirst("^(?:Ủy ban nhân dân|Tỉnh ủy|Thành ủy|Huyện ủy|Đảng bộ) ?", "")
                .strip();
        boolean alreadyPlaced = name.matches(".*(?:tỉnh|thành phố|huyện|quận|xã|phường|thị xã|đặc khu) \\p{Lu}.*")
                || names.provinceIn(name) != null;
        boolean belongs = above.matches(".*(?:NHÂN DÂN|UBND|HĐND).*") && !unit.isEmpty() && !alreadyPlaced;
        boolean partyBody = above.matches("^(?:TỈNH|THÀNH|HUYỆN|THỊ|QUẬN|ĐẢNG) [ỦU].*")
                        && (name.startsWith("Ban ") || name.startsWith("Ủy ban Kiểm tra"))
                || above.matches("^(?:TỈNH|THÀNH|HUYỆN) [ỦU].*") && name.equals("Văn phòng");
        if (name.equals("Văn phòng") && !above.isEmpty()) {
            return name + " " + names.inRunningText(above).replaceFirst("^Tỉnh", "Tỉnh");
        }
        if (belongs) {
            return name + " " + unit;
        }
        if (partyBody && !name.contains("ủy")) {
            return name + " " + names.inRunningText(above);
        }
        return name;
    }

    /** "NGHỊ QUYẾT / CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH". */
    private @Nullable String issuerUnderTitle() {
        for (int i = titleAt; i < Math.min(titleAt + 3, end); i++) {
            String text = layout.text(i);
            Matcher of = Pattern.compile("(?:^|.* )CỦA (.+)$", FLAGS).matcher(text);
            if ((Layout.isCapitals(text) || isAuthorOf(text)) && of.matches()) {
                mark("issuer", i, of.start(1), of.end(1), 0.9);
                return Layout.isCapitals(text) ? names.inRunningText(of.group(1)) : of.group(1);
            }
        }
        return null;
    }

    /** "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" between the subject and the bases of an order, or who cables. */
    private @Nullable String authorOfOrder() {
        for (int i = titleAt + 1; i < Math.min(titleAt + 8, end); i++) {
            Matcher author = ORDERS.matcher(layout.text(i));
            if (author.matches()) {
                mark("issuer", i, author.start(1), author.end(1), 0.9);
                return names.inRunningText(author.group(1));
            }
        }
        return null;
    }

    private void readNews() {
        for (int i = 0; i < Math.min(8, layout.size()); i++) {
            Matcher issued = ISSUED_IN_THE_NEWS.matcher(layout.text(i));
            if (issued.find()) {
                newsOf(i, issued, issued.group("number"));
                return;
            }
        }
        for (int i = 0; i < layout.size(); i++) {
            Matcher source = SOURCE.matcher(layout.text(i));
            if (source.find() && i >= layout.size() - 3) {
                named(i, source, source.group("number"));
                date = Dates.first(source.group()).orElse(null);
                return;
            }
        }
        for (int i = 0; i < Math.min(4, layout.size()); i++) {
            Matcher issued = UNNUMBERED_IN_THE_NEWS.matcher(layout.text(i));
            if (issued.find()) {
                newsOf(i, issued, null);
                docType = DocumentNumbers.typeOfWord(issued.group("type"));
                return;
            }
        }
    }

    private void newsOf(int i, Matcher issued, @Nullable String raw) {
        String text = layout.text(i);
        news = true;
        if (raw != null) {
            named(i, issued, raw);
        }
        issuer = issued.group("issuer").strip();
        mark("issuer", i, issued.start("issuer"), issued.end("issuer"), 0.8);
        newsDate(i, text, issued);
        String rest = text.substring(issued.end());
        Matcher pressing = PRESSING.matcher(rest);
        if (pressing.find() || text.substring(0, issued.end()).matches("(?su).*(?:hỏa tốc|khẩn) *$")) {
            urgency = Urgency.KHAN;
        }
        Matcher about = NEWS_SUBJECT.matcher(rest);
        if (about.find()) {
            int which = about.group(1) != null ? 1 : about.group(2) != null ? 2 : 3;
            subject = about.group(which).strip();
            mark("subject", i, issued.end() + about.start(which), issued.end() + about.end(which), 0.7);
        }
    }

    private void named(int i, Matcher found, String raw) {
        number = DocumentNumber.canonical(raw);
        numberRaw = raw;
        symbol = DocumentNumbers.symbol(number);
        docType = DocumentNumbers.typeOfNumber(number);
        mark("number", i, found.start("number"), found.end("number"), 0.9);
    }

    private void newsDate(int i, String text, Matcher issued) {
        Matcher after = Pattern.compile("^,? ?(ngày\\s+" + Dates.DATE + ")").matcher(text.substring(issued.end()));
        Matcher before = Pattern.compile("([Nn]gày\\s+" + Dates.DATE + ")\\s*,?\\s*$")
                .matcher(text.substring(0, issued.start()));
        Matcher found = after.find() ? after : before.find() ? before : null;
        if (found != null) {
            date = Dates.at(found, 2).orElse(null);
            dateText = found.group(1);
            int shift = found == after ? issued.end() : 0;
            mark("issueDate", i, shift + found.start(1), shift + found.end(1), 0.9);
        }
    }

    private void mark(String field, int paragraph, int from, int to, double confidence) {
        marks.put(field, layout.at(paragraph).mark(from, to, confidence));
    }

    @Nullable
    public DocumentType docType() {
        return docType;
    }

    @Nullable
    public String number() {
        return number;
    }

    @Nullable
    public String numberRaw() {
        return numberRaw == null || numberRaw.equals(number) ? null : numberRaw;
    }

    @Nullable
    public String symbol() {
        return symbol;
    }

    @Nullable
    public LocalDate date() {
        return date;
    }

    @Nullable
    public String dateText() {
        return dateText;
    }

    @Nullable
    public YearMonth month() {
        return month;
    }

    @Nullable
    public String place() {
        return place;
    }

    @Nullable
    String issuer() {
        return issuer;
    }

    @Nullable
    public String subject() {
        return subject;
    }

    @Nullable
    public Urgency urgency() {
        return urgency;
    }

    public boolean isNews() {
        return news;
    }

    /** Whether the heading of an office stands above. */
    public boolean isOfficial() {
        return official;
    }

    int titleAt() {
        return titleAt;
    }

    public Map<String, Mark> marks() {
        return marks;
    }
}
