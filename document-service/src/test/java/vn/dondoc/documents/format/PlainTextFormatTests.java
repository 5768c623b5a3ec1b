package vn.dondoc.documents.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.dondoc.failure.Failure;

class PlainTextFormatTests {

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private static final String DIRECTIVE = """
            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
            Độc lập - Tự do - Hạnh phúc
            CHỈ THỊ
            Về việc tăng cường kỷ luật, kỷ cương hành chính
            Giám đốc các sở, thủ trưởng các ban, ngành cấp tỉnh; Chủ tịch Ủy ban nhân dân các huyện tổ chức thực hiện
            nghiêm túc các nhiệm vụ được giao, báo cáo kết quả trước ngày 15/6/2021; những khó khăn, vướng mắc phản ánh
            kịp thời về Sở Nội vụ để được hướng dẫn giải quyết. Quyết định này có hiệu lực kể từ ngày ký ban hành.
            """;

    @Test
    void readsUtf8WithAndWithoutAMark() {
        assertThat(read(DIRECTIVE.getBytes(UTF_8))).isEqualTo(DIRECTIVE);
        assertThat(read(("\uFEFF" + DIRECTIVE).getBytes(UTF_8))).isEqualTo(DIRECTIVE);
    }

    @Test
    void readsUtf16WithAMark() {
        assertThat(read(("\uFEFF" + DIRECTIVE).getBytes(UTF_16LE))).isEqualTo(DIRECTIVE);
        assertThat(read(("\uFEFF" + DIRECTIVE).getBytes(UTF_16BE))).isEqualTo(DIRECTIVE);
    }

    @Test
    void leavesDecomposedTextAsItIs() {
        String nfd = Normalizer.normalize(DIRECTIVE, Normalizer.Form.NFD);
        assertThat(read(nfd.getBytes(UTF_8))).isEqualTo(nfd);
    }

    @Test
    void makesOneLineFeedOfEveryLineEnd() {
        assertThat(read("một\r\nhai\rba\fbốn".getBytes(UTF_8))).isEqualTo("một\nhai\nba\nbốn");
    }

    @Test
    void readsTcvn3Bytes() {
        byte[] bytes = "CéNG HßA X· HéI CHñ NGHÜA VIÖT NAM\n§éc lËp - Tù do - H¹nh phóc\n".getBytes(ISO_8859_1);
        assertThat(read(bytes)).isEqualTo("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
    }

    @Test
    void readsVniBytes() {
        byte[] bytes =
                "COÄNG HOØA XAÕ HOÄI CHUÛ NGHÓA VIEÄT NAM\nÑoäc laäp - Töï do - Haïnh phuùc\n".getBytes(ISO_8859_1);
        assertThat(read(bytes)).isEqualTo("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n");
    }

    @Test
    void bringsAWholeDirectiveBackFromEachLegacyEncoding() {
        // A lone capital with a tone had no place in TCVN3; it comes back small.
        assertThat(read(toTcvn3(DIRECTIVE).getBytes(WESTERN))).isEqualTo(DIRECTIVE.replace("Ủy", "ủy"));
        assertThat(read(toVni(DIRECTIVE).getBytes(WESTERN))).isEqualTo(DIRECTIVE);
        String marked = read(to1258(DIRECTIVE));
        assertThat(Normalizer.normalize(marked, Normalizer.Form.NFC)).isEqualTo(DIRECTIVE);
    }

    @Test
    void agreesWithThePlatformOnWindows1258() {
        StringBuilder western = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int code = 0xA0; code <= 0xFF; code++) {
            byte[] one = {(byte) code};
            western.append(new String(one, WESTERN));
            expected.append(new String(one, Charset.forName("windows-1258")));
        }
        assertThat(LegacyVietnamese.from1258(western.toString())).isEqualTo(expected.toString());
    }

    @Test
    void repairsUnicodeThatWasTypedWithLegacyFonts() {
        assertThat(repair("Céng hßa x· héi chñ nghÜa ViÖt Nam")).isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
        assertThat(repair("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam")).isEqualTo("Cộng hòa xã hội chủ nghĩa Việt Nam");
    }

    @Test
    void repairsUtf8ThatWasMisreadOnce() {
        StringBuilder misread = new StringBuilder();
        for (byte it : "đề án phê duyệt".getBytes(UTF_8)) {
            String one = new String(new byte[] {it}, WESTERN);
            misread.append(one.equals("\uFFFD") ? (char) (it & 0xFF) : one.charAt(0));
        }
        assertThat(repair(misread.toString())).isEqualTo("đề án phê duyệt");
    }

    @Test
    void repairsOnlyTheLinesThatNeedIt() {
        String mixed = "Ủy ban nhân dân tỉnh quyết định\nñoäc laäp töï do haïnh phuùc\nTrân trọng";
        assertThat(repair(mixed)).isEqualTo("Ủy ban nhân dân tỉnh quyết định\nđộc lập tự do hạnh phúc\nTrân trọng");
    }

    @Test
    void leavesOtherLanguagesAlone() {
        String french = "Le café était fermé à cause de la grève; où êtes-vous allés, garçon ?";
        assertThat(repair(french)).isEqualTo(french);
        String short_ = "Hà Nam, 30°C, §2 «văn»";
        assertThat(repair(short_)).isEqualTo(short_);
        assertThat(repair("Hà Nam – Lai Châu")).isEqualTo("Hà Nam – Lai Châu");
    }

    @Test
    void givesCapitalsBackOnlyWhereTheLineIsInCapitals() {
        assertThat(LegacyVietnamese.fromTcvn3("TØNH NGHÖ AN")).isEqualTo("TỈNH NGHỆ AN");
        assertThat(LegacyVietnamese.fromTcvn3("Hµ Néi")).isEqualTo("Hà Nội");
        assertThat(LegacyVietnamese.fromTcvn3("Hµ NéI")).isEqualTo("HÀ NỘI");
    }

    @Test
    void namesTheSuspectWhenItIsNotSure() {
        assertThatThrownBy(
                        () -> read("Fran\u00E7ois \u00E9t\u00E9 gar\u00E7on \u00EEle \u00FCber".getBytes(ISO_8859_1)))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class,
                        it -> assertThat(english(it)).startsWith(Refusal.UNKNOWN_ENCODING.title()));
        byte[] cut = DIRECTIVE.getBytes(UTF_8);
        cut[3] = (byte) 0xC3;
        assertThatThrownBy(() -> read(cut))
                .isInstanceOfSatisfying(
                        Failure.Invalid.class, it -> assertThat(english(it)).contains("UTF-8?"));
    }

    @Test
    void knowsWhichSyllablesVietnameseHas() {
        for (String word : DIRECTIVE.split("[^\\p{L}]+")) {
            assertThat(Syllables.isPossible(word)).as(word).isTrue();
        }
        assertThat(Syllables.isPossible("khuyếch")).isFalse();
        assertThat(Syllables.isPossible("hßa")).isFalse();
        assertThat(Syllables.isPossible("tàt")).isFalse();
    }

    private static String english(Failure.Invalid failure) {
        return failure.fields().getFirst().text().english();
    }

    private static String repair(String text) {
        return LegacyVietnamese.repair(text, new Allowance(Limits.DEFAULT));
    }

    private static String read(byte[] bytes) {
        return OpenPaper.open("chi-thi.txt", bytes, Limits.DEFAULT).text();
    }

    /** Lower case only, as the font had it: capitals with tones were typed as small letters. */
    private static String toTcvn3(String text) {
        Map<String, String> codes = new HashMap<>();
        for (char c = 0xFF; c >= 0xA1; c--) {
            codes.put(LegacyVietnamese.Encoding.TCVN3.convert(String.valueOf(c)), String.valueOf(c));
        }
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            String letter = String.valueOf((char) c);
            boolean plainCapital = "ĂÂÊÔƠƯĐ".contains(letter);
            String key = c > 0x7F && !plainCapital ? letter.toLowerCase(java.util.Locale.ROOT) : letter;
            out.append(codes.getOrDefault(key, letter));
        });
        return out.toString();
    }

    private static String toVni(String text) {
        Map<String, String> codes = new HashMap<>();
        for (String base : "a e o u y ô ö A E O U Y Ô Ö".split(" ")) {
            for (char sign : "ùøûõïâáàåãäêéèúüë".toCharArray()) {
                String typed = base + (Character.isUpperCase(base.charAt(0)) ? Character.toUpperCase(sign) : sign);
                String letter = LegacyVietnamese.fromVni(typed);
                if (letter.length() == 1) {
                    codes.put(letter, typed);
                }
            }
        }
        for (char single : "ôöñíìæóòîÔÖÑÍÌÆÓÒÎ".toCharArray()) {
            codes.put(LegacyVietnamese.fromVni(String.valueOf(single)), String.valueOf(single));
        }
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> out.append(codes.getOrDefault(String.valueOf((char) c), String.valueOf((char) c))));
        return out.toString();
    }

    private static byte[] to1258(String text) {
        StringBuilder out = new StringBuilder();
        text.chars().forEach(c -> {
            String parts = Normalizer.normalize(String.valueOf((char) c), Normalizer.Form.NFD);
            String tones = parts.replaceAll("[^\u0300\u0301\u0303\u0309\u0323]", "");
            String rest =
                    Normalizer.normalize(parts.replaceAll("[\u0300\u0301\u0303\u0309\u0323]", ""), Normalizer.Form.NFC);
            out.append(rest).append(tones);
        });
        return out.toString().getBytes(Charset.forName("windows-1258"));
    }
}
