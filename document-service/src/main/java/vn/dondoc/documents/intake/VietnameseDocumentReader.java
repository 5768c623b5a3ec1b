package vn.dondoc.documents.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.dondoc.documents.directive.ReadDocument;
import vn.dondoc.documents.directive.Reading;

/** Reads an administrative document in the layout of Nghị định 30/2020/NĐ-CP, of the Party, or as a newspaper gives it. */
@Component
public class VietnameseDocumentReader implements ReadDocument {

    private static final int HEAD = 14;
    private static final Pattern ADDRESSED = Pattern.compile("^Kính gửi");
    private static final Pattern RECIPIENTS = Pattern.compile("^Nơi nhận");
    private static final Pattern SIGNATURE =
            Pattern.compile("^(?:TM\\.|T/M|KT\\.|K/T|TL\\.|T/L|TUQ\\.|Q\\.)\\s*\\p{Lu}");
    private static final Pattern OWN_NUMBER = Pattern.compile("^Số\\s*:?\\s*" + DocumentNumbers.NUMBER);
    private static final Pattern PLACE_AND_DATE = Pattern.compile("^[\\p{L} .-]+,\\s*ngày\\s+" + Dates.DATE);
    private static final Pattern IN_THE_NEWS = Pattern.compile(
            "^Ngày\\s+" + Dates.DATE + "\\s*,\\s*(" + Bodies.ISSUER + ")\\s+(?:đã\\s+)?(?:có|ban hành)\\s+("
                    + DocumentNumbers.typeWords() + ")\\s+số\\s+" + DocumentNumbers.NUMBER,
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern CALLS_ON = Pattern.compile(
            "(" + Bodies.ISSUER + ")\\s+yêu cầu\\s+(.*)$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern TITLE = Pattern.compile(
            "^(NGHỊ QUYẾT|QUYẾT ĐỊNH|CHỈ THỊ|KẾ HOẠCH|KẾT LUẬN|THÔNG BÁO|HƯỚNG DẪN|CHƯƠNG TRÌNH|BÁO CÁO|TỜ TRÌNH|CÔNG ĐIỆN)\\b(.*)$");

    private final List<String> provinces;

    public VietnameseDocumentReader() {
        this.provinces = provinceNames();
    }

    @Override
    public Reading read(String text) {
        Layout layout = Layout.of(text);
        List<String> paragraphs = layout.paragraphs();
        List<String> findings = new ArrayList<>();
        @Nullable String province = province(layout);
        Optional<Matcher> news = news(paragraphs);
        @Nullable
        String number = head(paragraphs, OWN_NUMBER)
                .map(it -> DocumentNumbers.canonical(it.group(1)))
                .or(() -> news.map(it -> DocumentNumbers.canonical(it.group(6))))
                .orElse(null);
        @Nullable
        LocalDate date = head(paragraphs, PLACE_AND_DATE)
                .flatMap(it -> Dates.at(it, 1))
                .or(() -> news.flatMap(it -> Dates.at(it, 1)))
                .orElse(null);
        int start = bodyStart(layout);
        int end = bodyEnd(layout, start);
        List<String> body = paragraphs.subList(start, end);
        List<String> addressees = addressees(layout, body);
        Provisions.Found found = Provisions.read(body, addressees);
        if (number == null) {
            findings.add("không thấy số, ký hiệu / no number");
        }
        if (date == null) {
            findings.add("không thấy ngày ban hành / no date of issue");
        }
        if (province == null) {
            findings.add("không rõ tỉnh / province unknown");
        }
        return new Reading(
                docType(paragraphs, number, layout),
                number,
                date,
                issuer(layout, province, news),
                province,
                subject(paragraphs),
                signerTitle(layout, end),
                addressees,
                recipients(layout),
                Citations.read(paragraphs, number),
                found.provisions(),
                found.targets(),
                findings);
    }

    private static Optional<Matcher> head(List<String> paragraphs, Pattern pattern) {
        return paragraphs.stream()
                .limit(HEAD)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .findFirst();
    }

    private static Optional<Matcher> news(List<String> paragraphs) {
        boolean official = head(paragraphs, OWN_NUMBER).isPresent();
        return official ? Optional.empty() : head(paragraphs.subList(0, Math.min(4, paragraphs.size())), IN_THE_NEWS);
    }

    private @Nullable String province(Layout layout) {
        String text = layout.text();
        String best = null;
        int most = 0;
        for (String name : provinces) {
            int count = occurrences(text, name)
                    + 2 * occurrences(text, "tỉnh " + name)
                    + 2 * occurrences(text, name.toUpperCase(java.util.Locale.ROOT));
            if (count > most) {
                most = count;
                best = name;
            }
        }
        return best;
    }

    private static int occurrences(String text, String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            count++;
        }
        return count;
    }

    private static @Nullable String docType(List<String> paragraphs, @Nullable String number, Layout layout) {
        Optional<Matcher> title = head(paragraphs, TITLE);
        if (title.isPresent()) {
            return DocumentNumbers.typeOf(null, title.get().group(1));
        }
        if (number != null) {
            return DocumentNumbers.typeOf(number, null);
        }
        return layout.find(ADDRESSED, 0) >= 0 ? "CONG_VAN" : null;
    }

    private static @Nullable String issuer(Layout layout, @Nullable String province, Optional<Matcher> news) {
        if (news.isPresent()) {
            return inFull(news.get().group(4), province);
        }
        for (String paragraph : layout.paragraphs().stream().limit(HEAD).toList()) {
            if (Layout.isCapitals(paragraph)) {
                Optional<String> named = Bodies.issuerOf(paragraph, province);
                if (named.isPresent()) {
                    return named.get();
                }
            }
        }
        int signature = layout.find(SIGNATURE, 0);
        if (signature >= 0) {
            return Bodies.issuerOf(layout.paragraphs().get(signature), province).orElse(null);
        }
        for (String paragraph : layout.paragraphs()) {
            Matcher calls = CALLS_ON.matcher(paragraph);
            if (calls.find()) {
                return inFull(calls.group(1), province);
            }
        }
        return null;
    }

    private static String inFull(String body, @Nullable String province) {
        String full = body.replace("UBND", "Ủy ban nhân dân").replace("HĐND", "Hội đồng nhân dân");
        return province == null || full.contains(province) ? full : full + " " + province;
    }

    private static @Nullable String subject(List<String> paragraphs) {
        for (String paragraph : paragraphs.stream().limit(HEAD).toList()) {
            if (paragraph.startsWith("V/v")) {
                return paragraph.substring(3).strip();
            }
            if (paragraph.startsWith("Về ") && !paragraph.endsWith(".")) {
                return paragraph;
            }
        }
        return null;
    }

    private static int bodyStart(Layout layout) {
        int addressed = layout.find(ADDRESSED, 0);
        if (addressed >= 0) {
            int at = addressed + 1;
            while (at < layout.paragraphs().size()
                    && layout.paragraphs().get(at).matches("^[-–] .*")) {
                at++;
            }
            return at;
        }
        Optional<Matcher> title = head(layout.paragraphs(), TITLE);
        if (title.isPresent()) {
            int at = layout.find(Pattern.compile("^(?:I\\.|1\\.|Căn cứ|Thực hiện|Điều 1)\\s"), 0);
            return Math.max(at, 0);
        }
        return 0;
    }

    private static int bodyEnd(Layout layout, int start) {
        int recipients = layout.find(RECIPIENTS, start);
        int signature = layout.find(SIGNATURE, start);
        int end = layout.paragraphs().size();
        if (recipients >= 0) {
            end = recipients;
        }
        return signature >= 0 ? Math.min(end, signature) : end;
    }

    private static List<String> addressees(Layout layout, List<String> body) {
        int addressed = layout.find(ADDRESSED, 0);
        List<String> lines = new ArrayList<>();
        if (addressed >= 0) {
            String inline = layout.paragraphs().get(addressed).replaceFirst("^Kính gửi\\s*:?\\s*", "");
            if (!inline.isBlank()) {
                lines.add(trimmed(inline));
            }
            for (int i = addressed + 1; i < layout.paragraphs().size(); i++) {
                String line = layout.paragraphs().get(i);
                if (!line.matches("^[-–] .*")) {
                    break;
                }
                String named = trimmed(line.substring(2));
                if (!lines.isEmpty() && Character.isLowerCase(named.codePointAt(0))) {
                    lines.set(lines.size() - 1, lines.getLast() + ", " + named);
                } else {
                    lines.add(named);
                }
            }
            return lines;
        }
        for (String paragraph : body) {
            Matcher calls = CALLS_ON.matcher(paragraph);
            if (calls.find() && !Bodies.opening(calls.group(2)).phrases().isEmpty()) {
                return Bodies.opening(calls.group(2)).phrases();
            }
        }
        return List.of();
    }

    private static List<String> recipients(Layout layout) {
        int at = layout.find(RECIPIENTS, 0);
        List<String> lines = new ArrayList<>();
        for (int i = at + 1; at >= 0 && i < layout.paragraphs().size(); i++) {
            String line = layout.paragraphs().get(i);
            if (!line.matches("^[-–] .*")) {
                break;
            }
            lines.add(trimmed(line.substring(2)));
        }
        return lines;
    }

    private static @Nullable String signerTitle(Layout layout, int from) {
        int at = layout.find(SIGNATURE, from);
        if (at < 0) {
            return null;
        }
        String last = layout.paragraphs().get(at);
        for (int i = at + 1;
                i < layout.paragraphs().size()
                        && Layout.isCapitals(layout.paragraphs().get(i));
                i++) {
            last = layout.paragraphs().get(i);
        }
        return last;
    }

    private static String trimmed(String line) {
        return line.replaceFirst("[,;]?\\s*\\}.*$", "")
                .strip()
                .replaceAll("[.;,]+$", "")
                .strip();
    }

    private static List<String> provinceNames() {
        try (InputStream names = VietnameseDocumentReader.class.getResourceAsStream("provinces.txt")) {
            return new String(Objects.requireNonNull(names).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
