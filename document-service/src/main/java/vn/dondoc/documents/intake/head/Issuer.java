package vn.dondoc.documents.intake.head;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.dondoc.documents.directive.DocumentType;
import vn.dondoc.documents.directive.IssuerLevel;
import vn.dondoc.documents.directive.Signer;
import vn.dondoc.documents.intake.lexicon.Bodies;
import vn.dondoc.documents.intake.lexicon.Names;
import vn.dondoc.documents.intake.text.Layout;
import vn.dondoc.documents.intake.text.Stretch;

/** Who issued a paper, at which level, in which province. */
public final class Issuer {

    private static final Pattern CALLS = Pattern.compile(
            "(" + Bodies.ISSUER
                    + ")\\s+(?:trân trọng )?(?:yêu cầu|đề nghị|chỉ thị|có ý kiến|kết luận|ban hành Kế hoạch)(?![\\p{L}])",
            Pattern.DOTALL);

    private final Layout layout;
    private final Head head;
    private final Signer signer;
    private final @Nullable DocumentType docType;
    private final boolean news;
    private final Names names;
    private @Nullable String issuer;
    private @Nullable IssuerLevel level;
    private @Nullable String province;

    private Issuer(Layout layout, Head head, Signer signer, @Nullable DocumentType docType, boolean news, Names names) {
        this.layout = layout;
        this.docType = docType;
        this.names = names;
        this.head = head;
        this.signer = signer;
        this.news = news;
    }

    /**
     * By the head, or else the signature, or else the first who calls upon others.
     *
     * @param news whether a newspaper tells of the paper
     */
    public static Issuer of(
            Layout layout, Head head, Signer signer, @Nullable DocumentType docType, boolean news, Names names) {
        return new Issuer(layout, head, signer, docType, news, names).find();
    }

    /** In full. */
    @Nullable
    public String name() {
        return issuer;
    }

    @Nullable
    public IssuerLevel level() {
        return level;
    }

    /** {@code null} for a body of the centre. */
    @Nullable
    public String province() {
        return province;
    }

    private Issuer find() {
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
        province = found();
        if (issuer != null) {
            issuer = standingCommittee(inFull(issuer));
            level = Bodies.levelOf(issuer, Names.isCity(province) && issuer.contains(String.valueOf(province)));
            boolean central = level != null && level.isCentral();
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
        boolean letter = docType == DocumentType.CONG_VAN;
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

    private @Nullable String found() {
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
        boolean provincial = full.matches(".*(?:tỉnh|thành phố|Tỉnh ủy|Thành ủy)$") || full.matches("^Sở .*") && !news;
        if (full.matches("^Sở .*") && provincial && !full.contains("tỉnh")) {
            return full + (Names.isCity(where) ? " thành phố " : " tỉnh ") + where;
        }
        return provincial ? full + " " + where : full;
    }
}
