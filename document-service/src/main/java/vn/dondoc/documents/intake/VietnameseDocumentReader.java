package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.OfficeYears;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.ReadDocument;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.directive.Signer;
import vn.dondoc.documents.directive.Sureness;
import vn.dondoc.documents.directive.Target;

/** Reads an administrative document in the layout of Nghị định 30/2020/NĐ-CP, of the Party, or as a newspaper gives it. */
@Component
public class VietnameseDocumentReader implements ReadDocument {

    private static final Pattern ADDRESSED = Pattern.compile("^(?:Kính gửi|Kính mời)|(?:điện|ĐIỆN|gửi)\\s?:$");
    private static final Pattern BODY_OF_NAMED_TYPE = Pattern.compile(
            "^(?:[IVX]{1,4}\\s?[.\\-–]|1\\.|A\\.|Căn cứ|Thực hiện|Điều 1|Thi hành|Trên cơ sở|Trong |Thời gian qua|Để |Ngày |Tại |Theo |Xét )");
    private static final Pattern CALLS = Pattern.compile(
            "(" + Bodies.ISSUER
                    + ")\\s+(?:trân trọng )?(?:yêu cầu|đề nghị|chỉ thị|có ý kiến|kết luận|ban hành Kế hoạch)(?![\\p{L}])",
            Pattern.DOTALL);
    private static final Pattern BULLET = Pattern.compile("^[-–+•*]\\s*(.*)$", Pattern.DOTALL);

    private final Names names = new Names();

    @Override
    public Reading read(String text) {
        Layout layout = Layout.of(Stretch.of(text));
        Head head = Head.read(layout, names);
        int bodyAt = bodyStart(layout, head);
        Closing closing = Closing.find(layout, bodyAt);
        List<Stretch> body = new ArrayList<>(layout.paragraphs().subList(bodyAt, Math.max(bodyAt, closing.bodyEnd())));
        List<Stretch> attached = layout.paragraphs().subList(Math.max(closing.attachedFrom(), bodyAt), layout.size());
        boolean news = head.isNews() || !head.isOfficial() && !closing.isThere() && layout.find(ADDRESSED, 0) < 0;

        Map<String, Mark> marks = new HashMap<>(head.marks());
        Optional<SecrecyMark> secrecy = SecrecyMark.in(text);
        secrecy.ifPresent(it -> marks.put("secrecy", it.mark()));
        Signer signer = closing.signer(marks);
        Who who = new Who(layout, head, signer, news).find();
        List<String> addressees = addressees(layout, marks);
        @Nullable String docType = docType(layout, head);
        var limits = new TimeLimits(
                head.date() != null
                        ? head.date()
                        : head.month() == null ? null : head.month().atDay(1));

        if (news) {
            body.removeIf(VietnameseDocumentReader::isHeadline);
        }
        List<Citation> citations = Citations.read(layout.paragraphs(), layout.footnotes(), head.number(), bodyAt);
        List<Replacement> replacements = Replacements.read(body, limits, head.number(), head.subject(), citations);
        Outline outline = Outline.of(body);
        Duties.Found found =
                Duties.read(outline, addressees, layout.footnotes(), limits, docType, head.subject(), replacements);
        List<Provision> provisions = new ArrayList<>(found.provisions());
        List<Target> targets = new ArrayList<>(found.targets());
        List<Stretch> rows = new ArrayList<>(outline.rows());
        if (!attached.isEmpty()) {
            Outline annex = Outline.of(attached);
            rows.addAll(annex.rows());
            Duties.Found more =
                    Duties.read(annex, addressees, layout.footnotes(), limits, "KE_HOACH", head.subject(), List.of());
            provisions.addAll(more.provisions());
            targets.addAll(more.targets());
        }
        Tables tables =
                Tables.read(rows, limits, Targets.yearOfSubject(head.subject()).orElse(null));
        provisions.addAll(tables.provisions());
        targets.addAll(tables.targets());

        targets.removeIf(it -> isOver(it, limits.issued()));
        List<Finding> unlikely = new ArrayList<>();
        provisions.replaceAll(it -> Sureness.marked(withLikelyDay(it, unlikely)));

        if (addressees.isEmpty() && news) {
            addressees = found.calledUpon();
        }
        var readHead = new Reading.Head(
                docType,
                head.docType() == null && docType != null,
                head.number(),
                head.numberRaw(),
                head.symbol(),
                head.date(),
                head.dateText(),
                head.month(),
                head.place(),
                who.issuer,
                who.level,
                who.province,
                head.subject(),
                signer,
                head.urgency(),
                secrecy.map(SecrecyMark::level).orElse(null),
                news ? "NEWS_ARTICLE" : "OFFICIAL_TEXT",
                completeness(head, closing, news));
        var account = new Account(provisions, targets, citations, replacements, limits.issued());
        account.take(Stream.concat(body.stream(), attached.stream()).toList());
        return new Reading(
                readHead,
                addressees,
                closing.recipients(),
                citations,
                provisions,
                targets,
                marks,
                account.times(),
                Stream.of(findings(readHead, provisions, layout), unlikely, account.findings())
                        .flatMap(List::stream)
                        .toList(),
                replacements);
    }

    /** A figure of a year that was over when the paper was issued was reached, or not; nobody is asked to. */
    private static boolean isOver(Target target, @Nullable LocalDate issued) {
        String year = target.year();
        return year != null && issued != null && year.matches("\\d{4}") && Integer.parseInt(year) < issued.getYear();
    }

    /** A slip in the year leaves the duty without a day, and says so: nobody could be pressed for it. */
    private static Provision withLikelyDay(Provision duty, List<Finding> findings) {
        LocalDate day = duty.limit().date();
        if (day == null || OfficeYears.include(day)) {
            return duty;
        }
        findings.add(new Finding(
                Finding.Code.UNLIKELY_YEAR,
                duty.mark(),
                "mục " + duty.path() + ": «" + duty.limit().phrase() + "» có năm " + day.getYear()
                        + ", chưa dùng làm hạn",
                "clause " + duty.path() + ": the year " + day.getYear() + " is unlikely, the duty has no day yet"));
        return duty.within(duty.limit().undated());
    }

    /** A newspaper puts headlines, names and links between its paragraphs. */
    private static boolean isHeadline(Stretch paragraph) {
        return paragraph.text().length() < 110
                && !Layout.STRUCTURE.matcher(paragraph.text()).matches()
                && !Actors.isOnlyActors(paragraph.text())
                && !paragraph.text().matches("(?s).*[.;:!?…/]$");
    }

    private static List<Finding> findings(Reading.Head head, List<Provision> provisions, Layout layout) {
        List<Finding> findings = new ArrayList<>();
        if (head.number() == null) {
            findings.add(Finding.of(Finding.Code.NO_NUMBER, "không thấy số, ký hiệu", "no number"));
        }
        if (head.issueDate() == null) {
            findings.add(
                    head.issueMonth() == null
                            ? Finding.of(Finding.Code.NO_ISSUE_DATE, "không thấy ngày ban hành", "no date of issue")
                            : Finding.of(
                                    Finding.Code.ISSUE_DAY_BLANK,
                                    "ngày ban hành để trống",
                                    "the day of issue is blank"));
        }
        if (head.issuer() == null) {
            findings.add(Finding.of(Finding.Code.NO_ISSUER, "không rõ cơ quan ban hành", "issuer unknown"));
        }
        if (head.province() == null
                && !"MINISTRY".equals(head.issuerLevel())
                && !"GOVERNMENT".equals(head.issuerLevel())) {
            findings.add(Finding.of(Finding.Code.NO_PROVINCE, "không rõ tỉnh", "province unknown"));
        }
        long implicit = provisions.stream().filter(Provision::assigneesImplicit).count();
        if (implicit > 0 && provisions.stream().anyMatch(it -> it.assignees().isEmpty())) {
            findings.add(Finding.of(
                    Finding.Code.NOBODY_NAMED, "có nhiệm vụ chưa rõ cơ quan thực hiện", "some duties name nobody"));
        }
        if (layout.paragraphs().stream()
                .filter(it -> Sentences.isTooLong(it.text()))
                .flatMap(it -> Sentences.sentences(it).stream())
                .anyMatch(it -> Sentences.isTooLong(it.text()))) {
            findings.add(Finding.of(
                    Finding.Code.SENTENCE_TOO_LONG,
                    "có câu quá dài, chưa đọc",
                    "a sentence was too long and was left unread"));
        }
        return findings;
    }

    private static String completeness(Head head, Closing closing, boolean news) {
        if (news) {
            return "PARAPHRASE";
        }
        boolean noHead = head.number() == null && head.symbol() == null && head.date() == null && head.month() == null;
        boolean noTail = !closing.isThere();
        return noHead && noTail
                ? "TRUNCATED_HEAD_AND_TAIL"
                : noHead ? "TRUNCATED_HEAD" : noTail ? "TRUNCATED_TAIL" : "FULL";
    }

    private static @Nullable String docType(Layout layout, Head head) {
        if (head.docType() != null) {
            return head.docType();
        }
        if (head.number() != null) {
            return DocumentNumbers.typeOfNumber(head.number());
        }
        if (head.symbol() != null) {
            return DocumentNumbers.typeOfNumber("1/" + head.symbol());
        }
        return layout.find(ADDRESSED, 0) >= 0 ? "CONG_VAN" : null;
    }

    /** First paragraph that is neither heading nor addressee. */
    private static int bodyStart(Layout layout, Head head) {
        int addressed = layout.find(ADDRESSED, 0);
        if (addressed >= 0 && addressed < 40 && !layout.text(addressed).startsWith("Kính mời")) {
            return afterAddressees(layout, addressed);
        }
        if (head.titleAt() >= 0) {
            for (int i = head.titleAt() + 1; i < layout.size(); i++) {
                String text = layout.text(i);
                if (BODY_OF_NAMED_TYPE.matcher(text).find() || text.length() > 160 || text.startsWith("|")) {
                    return i;
                }
            }
        }
        return 0;
    }

    private static int afterAddressees(Layout layout, int addressed) {
        int at = addressed + 1;
        boolean inline = inlineAddressee(layout.text(addressed)).length() > 2;
        while (at < layout.size() && isAddressee(layout.text(at), inline)) {
            at++;
        }
        return at;
    }

    private static String inlineAddressee(String line) {
        return line.matches("(?s).*(?:điện|ĐIỆN|gửi|mời)\\s?:$")
                ? ""
                : line.replaceFirst("^Kính (?:gửi|mời)\\s*:?\\s*", "");
    }

    private static boolean isAddressee(String line, boolean inline) {
        Matcher bullet = BULLET.matcher(line);
        if (bullet.matches()) {
            return line.length() < 260;
        }
        return !inline
                && line.length() < 120
                && (Actors.isOnlyActors(line) || line.matches("^(?:Như trên|\\(.*\\))[.;]?$"));
    }

    private static List<String> addressees(Layout layout, Map<String, Mark> marks) {
        int addressed = layout.find(ADDRESSED, 0);
        List<String> lines = new ArrayList<>();
        if (addressed < 0 || addressed >= 40) {
            return lines;
        }
        String inline = inlineAddressee(layout.text(addressed));
        if (!inline.isBlank()) {
            for (String it : inline.split(";\\s*")) {
                lines.add(Closing.trimmed(it.replaceFirst("^[-–+•]\\s*", "")));
            }
        }
        int end = afterAddressees(layout, addressed);
        for (int i = addressed + 1; i < end; i++) {
            String line = layout.text(i);
            Matcher bullet = BULLET.matcher(line);
            String named = Closing.trimmed(bullet.matches() ? bullet.group(1) : line);
            boolean goesOn = !lines.isEmpty()
                    && !named.isEmpty()
                    && Character.isLowerCase(named.codePointAt(0))
                    && layout.text(i - 1).endsWith(",");
            if (goesOn) {
                lines.set(lines.size() - 1, lines.getLast() + ", " + named);
            } else {
                lines.add(named);
            }
        }
        marks.put("addressees", layout.at(addressed).mark(0.95));
        return lines.stream().filter(it -> !it.isBlank()).toList();
    }

    /** Who issued, at which level, in which province. */
    private final class Who {
        private final Layout layout;
        private final Head head;
        private final Signer signer;
        private final boolean news;
        private @Nullable String issuer;
        private @Nullable String level;
        private @Nullable String province;

        Who(Layout layout, Head head, Signer signer, boolean news) {
            this.layout = layout;
            this.head = head;
            this.signer = signer;
            this.news = news;
        }

        Who find() {
            issuer = head.issuer();
            String department = DocumentNumbers.departmentOf(head.symbol());
            if (department != null && (issuer == null || issuer.matches("^Ủy ban nhân dân (?:tỉnh|thành phố).*"))) {
                issuer = department + (issuer == null ? "" : issuer.replaceFirst("^Ủy ban nhân dân", ""));
            }
            if (issuer == null) {
                issuer = fromSignature();
            }
            if (issuer == null) {
                issuer = fromCall();
            }
            province = province();
            if (issuer != null) {
                issuer = standingCommittee(inFull(issuer));
                level = Bodies.levelOf(issuer, Names.isCity(province) && issuer.contains(String.valueOf(province)));
                boolean central = level != null
                        && List.of("GOVERNMENT", "MINISTRY", "PARLIAMENT", "PARTY_CENTRAL")
                                .contains(level);
                province = central ? null : province;
            }
            return this;
        }

        private @Nullable String fromSignature() {
            String authority = signer.authority();
            if (authority == null) {
                return null;
            }
            String first = authority.split(";")[0];
            String body = first.replaceFirst("^(?:TM\\s?\\.|T/M|KT\\s?\\.|K/T|TL\\s?\\.|T/L|TUQ\\s?\\.)\\s*", "");
            return first.matches("^(?:TM|T/M).*") ? names.inRunningText(body) : null;
        }

        /** A Party committee's paper that its standing committee signs is the standing committee's. */
        private String standingCommittee(String body) {
            String authority = String.valueOf(signer.authority());
            boolean signs = authority.matches("^(?:TM\\s?\\.|T/M)\\s*BAN THƯỜNG VỤ.*");
            if (authority.matches("^(?:TM\\s?\\.|T/M)\\s*BAN CHẤP HÀNH.*") && body.matches("^(?:Tỉnh|Thành) ủy .*")) {
                String unit = body.startsWith("Tỉnh") ? "tỉnh" : "thành phố";
                return "Ban Chấp hành Đảng bộ " + unit + body.substring(body.indexOf("ủy") + 2);
            }
            boolean letter = "CONG_VAN".equals(docType(layout, head));
            return signs && !letter && body.matches("^(?:Tỉnh|Thành|Huyện|Thị|Quận|Đảng) ủy.*")
                    ? "Ban Thường vụ " + body
                    : body;
        }

        private @Nullable String fromCall() {
            for (Stretch paragraph : layout.paragraphs()) {
                Matcher calls = CALLS.matcher(paragraph.text());
                if (calls.find()) {
                    return calls.group(1);
                }
            }
            return null;
        }

        private @Nullable String province() {
            String named = issuer == null ? null : names.provinceIn(issuer);
            if (named != null) {
                return named;
            }
            if (head.place() != null) {
                String placed = names.provinceIn(head.place());
                boolean localOffice = issuer == null
                        || !issuer.matches(
                                "^(?:Bộ |Chính phủ|Thủ tướng|Quốc hội|Văn phòng Chính phủ|Thanh tra Chính phủ|Ban Chấp hành Trung ương|Bộ Chính trị).*");
                if (placed != null && localOffice) {
                    return placed;
                }
            }
            if (news) {
                StringBuilder opening = new StringBuilder();
                layout.paragraphs().stream()
                        .limit(3)
                        .forEach(it -> opening.append(it.text()).append('\n'));
                String first = names.province(opening.toString());
                if (first != null) {
                    return first;
                }
            }
            StringBuilder text = new StringBuilder();
            layout.paragraphs().forEach(it -> text.append(it.text()).append('\n'));
            return names.province(text.toString());
        }

        private String inFull(String body) {
            String full = names.fieldInFull(body)
                    .replaceAll("\\([A-ZĐ&-]+\\) ?", "")
                    .replaceAll("(?<![\\p{L}])UBND", "Ủy ban nhân dân")
                    .replaceAll("(?<![\\p{L}])HĐND", "Hội đồng nhân dân")
                    .replaceAll("(?<![\\p{L}])BCH", "Ban Chấp hành")
                    .replace("Uỷ ban", "Ủy ban")
                    .replaceAll("(?<![\\p{L}])(?:TP\\.?|Thành phố)(?![\\p{L}])", "thành phố")
                    .replaceAll("^Ban Bí thư$", "Ban Bí thư Trung ương Đảng");
            String where = province;
            if (where == null || full.contains(where)) {
                return full;
            }
            if (full.matches("^(?:Ủy ban nhân dân|Hội đồng nhân dân|Chủ tịch Ủy ban nhân dân)$")) {
                return full + (Names.isCity(where) ? " thành phố " : " tỉnh ") + where;
            }
            boolean provincial =
                    full.matches(".*(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)$") || full.matches("^Sở .*") && !news;
            if (full.matches("^Sở .*") && provincial && !full.contains("tỉnh")) {
                return full + (Names.isCity(where) ? " thành phố " : " tỉnh ") + where;
            }
            return provincial ? full + " " + where : full;
        }
    }
}
