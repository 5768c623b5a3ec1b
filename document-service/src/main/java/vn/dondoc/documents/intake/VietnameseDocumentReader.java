package vn.dondoc.documents.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.documents.directive.Citation;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.Finding;
import vn.dondoc.documents.directive.IssuerLevel;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.directive.OfficeYears;
import vn.dondoc.documents.directive.Provision;
import vn.dondoc.documents.directive.ReadDocument;
import vn.dondoc.documents.directive.Reading;
import vn.dondoc.documents.directive.Replacement;
import vn.dondoc.documents.directive.Signer;
import vn.dondoc.documents.directive.Sureness;
import vn.dondoc.documents.directive.Target;
import vn.dondoc.documents.intake.account.Account;
import vn.dondoc.documents.intake.duty.Duties;
import vn.dondoc.documents.intake.duty.Replacements;
import vn.dondoc.documents.intake.duty.Tables;
import vn.dondoc.documents.intake.head.Addressees;
import vn.dondoc.documents.intake.head.Citations;
import vn.dondoc.documents.intake.head.Closing;
import vn.dondoc.documents.intake.head.DocumentNumbers;
import vn.dondoc.documents.intake.head.Head;
import vn.dondoc.documents.intake.head.Issuer;
import vn.dondoc.documents.intake.head.SecrecyMark;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.lexicon.Names;
import vn.dondoc.documents.intake.target.Targets;
import vn.dondoc.documents.intake.text.Layout;
import vn.dondoc.documents.intake.text.Outline;
import vn.dondoc.documents.intake.text.Sentences;
import vn.dondoc.documents.intake.text.Stretch;
import vn.dondoc.documents.intake.time.TimeLimits;

/** Reads an administrative document in the layout of Nghị định 30/2020/NĐ-CP, of the Party, or as a newspaper gives it. */
@Component
public class VietnameseDocumentReader implements ReadDocument {

    /** In January, what last year's plan asks for is still to be reached. */
    private static final Pattern STILL_WANTED =
            Pattern.compile("(?iu)phấn đấu|kế hoạch (?:vốn )?năm|mục tiêu|bảo đảm|đảm bảo|yêu cầu");

    private final Names names = new Names();

    @Override
    public Reading read(String text) {
        Layout layout = Layout.of(Stretch.of(text));
        Head head = Head.read(layout, names);
        int bodyAt = Addressees.bodyStart(layout, head);
        Closing closing = Closing.find(layout, bodyAt);
        List<Stretch> body = new ArrayList<>(layout.paragraphs().subList(bodyAt, Math.max(bodyAt, closing.bodyEnd())));
        List<Stretch> attached = layout.paragraphs().subList(Math.max(closing.attachedFrom(), bodyAt), layout.size());
        boolean news = head.isNews() || !head.isOfficial() && !closing.isThere() && !Addressees.areNamed(layout);

        Map<String, Mark> marks = new HashMap<>(head.marks());
        Optional<SecrecyMark> secrecy = SecrecyMark.in(text);
        secrecy.ifPresent(it -> marks.put("secrecy", it.mark()));
        Signer signer = closing.signer(marks);
        List<String> addressees = Addressees.read(layout, marks);
        @Nullable DocumentType docType = docType(layout, head);
        Issuer issuer = Issuer.of(layout, head, signer, docType, news, names);
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
            Duties.Found more = Duties.read(
                    annex, addressees, layout.footnotes(), limits, DocumentType.KE_HOACH, head.subject(), List.of());
            provisions.addAll(more.provisions());
            targets.addAll(more.targets());
        }
        Tables tables =
                Tables.read(rows, limits, Targets.yearOfSubject(head.subject()).orElse(null));
        provisions.addAll(tables.provisions());
        targets.addAll(tables.targets());

        targets.removeIf(it -> isOver(it, limits.issued()));
        List<Finding> unlikely = new ArrayList<>();
        provisions = new ArrayList<>(Provision.apart(provisions));
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
                issuer.name(),
                issuer.level(),
                issuer.province(),
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
        return year != null
                && issued != null
                && year.matches("\\d{4}")
                && Integer.parseInt(year) < issued.getYear()
                && !STILL_WANTED.matcher(target.text()).find();
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
                && head.issuerLevel() != IssuerLevel.MINISTRY
                && head.issuerLevel() != IssuerLevel.GOVERNMENT) {
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

    private static @Nullable DocumentType docType(Layout layout, Head head) {
        if (head.docType() != null) {
            return head.docType();
        }
        if (head.number() != null) {
            return DocumentNumbers.typeOfNumber(head.number());
        }
        if (head.symbol() != null) {
            return DocumentNumbers.typeOfNumber("1/" + head.symbol());
        }
        return Addressees.areNamed(layout) ? DocumentType.CONG_VAN : null;
    }
}
