package vn.dondoc.documents.intake.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.Signer;
import vn.dondoc.documents.intake.text.Layout;

/** Where the text ends, who gets a copy, and who signed in whose name. */
public final class Closing {

    private static final Pattern RECIPIENTS = Pattern.compile("^(?:Nơi nhận|NƠI NHẬN)");
    private static final Pattern AUTHORITY =
            Pattern.compile("^(?:TM\\s?\\.|T/M|KT\\s?\\.|K/T|TL\\s?\\.|T/L|TUQ\\s?\\.|T\\.?M\\.?|Q\\s?\\.)\\s*\\p{Lu}");
    private static final Pattern TITLE = Pattern.compile(
            "^(?:PHÓ )?(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG|THỦ TRƯỞNG|CHÁNH VĂN PHÒNG|VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|TỔNG GIÁM ĐỐC|HIỆU TRƯỞNG|CHÁNH THANH TRA|TRƯỞNG ĐOÀN|CHỈ HUY TRƯỞNG|CHI CỤC TRƯỞNG|TỔNG CỤC TRƯỞNG|BỘ TRƯỞNG, CHỦ NHIỆM|ỦY VIÊN THƯỜNG TRỰC|THƯỜNG TRỰC|TỔ TRƯỞNG|CHỦ NHIỆM)(?![\\p{Ll}])");
    private static final Pattern NAME = Pattern.compile(
            "^(?:(?:TS|ThS|Ths|PGS|GS|BS|KS)\\.? ?){0,200}(\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}*(?:[ -]\\p{Lu}(?:['’]\\p{Lu})?\\p{Ll}*){1,5})$");
    private static final Pattern NAME_AT_END =
            Pattern.compile("^([\\p{Lu}\\d ,./-]{6,}) (\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}+){1,4})$");
    private static final Pattern SIGNED =
            Pattern.compile("(?iu)^[(\\[]?(?:đã ký|ký bởi|ký, ghi rõ|chữ ký|\\(?đã ký số\\)?).*");
    private static final Pattern BULLET = Pattern.compile("^[-–+•*]\\s*(.*)$");
    private static final Pattern APPENDIX =
            Pattern.compile("^(?:PHỤ LỤC|Phụ lục|DANH MỤC|Danh mục|BẢNG |BIỂU )|^\\(?(?:Ban hành )?[Kk]èm theo ");

    private final Layout layout;
    private final int recipientsAt;
    private final int signatureAt;

    private Closing(Layout layout, int recipientsAt, int signatureAt) {
        this.layout = layout;
        this.recipientsAt = recipientsAt;
        this.signatureAt = signatureAt;
    }

    /** @param from first paragraph of the body */
    public static Closing find(Layout layout, int from) {
        int recipients = layout.find(RECIPIENTS, from);
        int signature = layout.find(AUTHORITY, from);
        if (signature < 0 || recipients >= 0 && signature > recipients + 40) {
            for (int i = Math.max(from, layout.size() / 4); i < layout.size() && signature < 0; i++) {
                boolean title = TITLE.matcher(layout.text(i)).find()
                        && Layout.isCapitals(layout.text(i))
                        && layout.text(i).length() < 60;
                boolean closes = recipients >= 0 ? i > recipients - 4 : i >= layout.size() - 8;
                signature = title && closes ? i : signature;
            }
        }
        return new Closing(layout, recipients, signature);
    }

    /** Index after the last paragraph of the body. */
    public int bodyEnd() {
        int end = layout.size();
        end = recipientsAt >= 0 ? Math.min(end, recipientsAt) : end;
        return signatureAt >= 0 ? Math.min(end, signatureAt) : end;
    }

    /** Index of the first paragraph of what is attached; the number of paragraphs if nothing is. */
    public int attachedFrom() {
        int from = Math.max(recipientsAt, signatureAt);
        if (from < 0) {
            return layout.size();
        }
        for (int i = from + 1; i < layout.size(); i++) {
            String text = layout.text(i);
            boolean begins =
                    APPENDIX.matcher(text).find() && !BULLET.matcher(text).matches()
                            || text.startsWith("|")
                            || Layout.isTitle(text) && Layout.isCapitals(text);
            if (begins) {
                return i;
            }
        }
        return layout.size();
    }

    public boolean isThere() {
        return signatureAt >= 0 || recipientsAt >= 0;
    }

    public List<String> recipients() {
        List<String> lines = new ArrayList<>();
        if (recipientsAt < 0) {
            return lines;
        }
        String inline = layout.text(recipientsAt)
                .replaceFirst("(?iu)^Nơi nhận\\s*:?\\s*", "")
                .strip();
        if (!inline.isEmpty() && !Layout.isCapitals(inline)) {
            for (String it : inline.split(";\\s*")) {
                lines.add(trimmed(it.replaceFirst("^[-–+•]\\s*", "")));
            }
        }
        for (int i = recipientsAt + 1; i < layout.size(); i++) {
            String line = layout.text(i);
            Matcher bullet = BULLET.matcher(line);
            if (AUTHORITY.matcher(line).find() || i == signatureAt) {
                if (i > recipientsAt + 1 || layout.size() <= i + 1) {
                    break;
                }
                continue;
            }
            if (bullet.matches()) {
                lines.add(trimmed(bullet.group(1)));
            } else if (Layout.isCapitals(line)
                    || NAME.matcher(line).matches()
                    || SIGNED.matcher(line).matches()) {
                if (!lines.isEmpty()) {
                    break;
                }
            } else if (!lines.isEmpty() && Character.isLowerCase(line.codePointAt(0))) {
                lines.set(lines.size() - 1, lines.getLast() + " " + trimmed(line));
            } else if (line.matches("^(?:Lưu|Như)(?![\\p{L}]).*") || lines.isEmpty() && line.length() < 120) {
                lines.add(trimmed(line));
            } else {
                break;
            }
        }
        return lines.stream().filter(it -> !it.isBlank()).toList();
    }

    public Signer signer(Map<String, Mark> marks) {
        if (signatureAt < 0) {
            return Signer.UNKNOWN;
        }
        List<String> authority = new ArrayList<>();
        @Nullable String title = null;
        @Nullable String name = null;
        for (int i = signatureAt; i < Math.min(layout.size(), signatureAt + 24) && name == null; i++) {
            String line = layout.text(i);
            Matcher oneLine = NAME_AT_END.matcher(line);
            if (oneLine.matches()
                    && (AUTHORITY.matcher(line).find() || TITLE.matcher(line).find())) {
                line = oneLine.group(1);
                name = oneLine.group(2);
                marks.put("signerName", layout.at(i).mark(oneLine.start(2), oneLine.end(2), 0.85));
            }
            if (APPENDIX.matcher(line).find() || line.startsWith("|")) {
                break;
            }
            if (AUTHORITY.matcher(line).find()) {
                for (String part : line.split("\\s+(?=(?:TM\\.|KT\\.|TL\\.|TUQ\\.|K/T|T/L)\\s*\\p{Lu})")) {
                    authority.add(part.strip());
                }
                splitTitleOff(authority);
            } else if (Layout.isCapitals(line)
                    && !RECIPIENTS.matcher(line).find()
                    && title == null
                    && (TITLE.matcher(line).find() || i - signatureAt < 6 && line.length() < 30)) {
                title = line.replaceAll("[,.;]+$", "");
                marks.put("signerTitle", layout.at(i).mark(0.95));
            } else if (NAME.matcher(line).matches() && !BULLET.matcher(line).matches()) {
                Matcher matcher = NAME.matcher(line);
                name = matcher.matches() ? matcher.group(1) : null;
                marks.put("signerName", layout.at(i).mark(0.9));
            } else if (!SIGNED.matcher(line).matches()
                    && !BULLET.matcher(line).matches()
                    && !RECIPIENTS.matcher(line).find()
                    && line.length() > 90) {
                break;
            }
        }
        if (!authority.isEmpty()) {
            @Nullable String split = titleIn(authority);
            title = title == null ? split : title;
        }
        if (!authority.isEmpty()) {
            marks.put("signerAuthority", layout.at(signatureAt).mark(0.95));
        }
        return new Signer(name, title, authority.isEmpty() ? null : String.join("; ", authority));
    }

    /** Lines that the layout joined: "KT. CHỦ TỊCH PHÓ CHỦ TỊCH" is an authority and a title. */
    private static void splitTitleOff(List<String> authority) {
        for (int i = 0; i < authority.size(); i++) {
            Matcher joined = Pattern.compile(
                            "^(.+?) ((?:PHÓ )(?:CHỦ TỊCH|GIÁM ĐỐC|BÍ THƯ|CHÁNH VĂN PHÒNG|TRƯỞNG BAN|TRƯỞNG PHÒNG|CỤC TRƯỞNG|THỦ TƯỚNG|CHỦ NHIỆM)(?: THƯỜNG TRỰC)?|PHÓ CHỦ NHIỆM|THỨ TRƯỞNG|(?<!BAN )BÍ THƯ|CHỦ TỊCH|BỘ TRƯỞNG|TRƯỞNG BAN)$")
                    .matcher(authority.get(i));
            boolean needsIt = authority.get(i).matches("^(?:KT|K/T|TM|T/M|TL|T/L).*");
            if (needsIt && joined.matches() && !joined.group(1).matches("^(?:KT\\.|K/T|TL\\.|T/L|TUQ\\.|TM\\.|T/M)$")) {
                authority.set(i, joined.group(1));
                authority.add(i + 1, "=" + joined.group(2));
                return;
            }
        }
    }

    private static @Nullable String titleIn(List<String> authority) {
        for (String it : List.copyOf(authority)) {
            if (it.startsWith("=")) {
                authority.remove(it);
                return it.substring(1);
            }
        }
        String last = authority.getLast();
        return last.matches("^Q\\s?\\..*") ? last.replaceFirst("^Q\\s?\\.\\s*", "") : null;
    }

    static String trimmed(String line) {
        return line.replaceFirst("[,;]?\\s*\\}.*$", "")
                .strip()
                .replaceAll("[.;,/]+$", "")
                .strip();
    }
}
