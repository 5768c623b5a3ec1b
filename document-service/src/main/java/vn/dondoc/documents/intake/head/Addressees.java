package vn.dondoc.documents.intake.head;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.dondoc.documents.directive.Mark;
import vn.dondoc.documents.intake.lexicon.Actors;
import vn.dondoc.documents.intake.text.Layout;

/** To whom a paper is addressed (kính gửi), and where its body begins below that. */
public final class Addressees {

    private static final Pattern ADDRESSED = Pattern.compile("^(?:Kính gửi|Kính mời)|(?:điện|ĐIỆN|gửi)\\s?:$");

    private static final Pattern BODY_OF_NAMED_TYPE = Pattern.compile(
            "^(?:[IVX]{1,4}\\s?[.\\-–]|1\\.|A\\.|Căn cứ|Thực hiện|Điều 1|Thi hành|Trên cơ sở|Trong |Thời gian qua|Để |Ngày |Tại |Theo |Xét )");

    private static final Pattern BULLET = Pattern.compile("^[-–+•*]\\s*(.*)$", Pattern.DOTALL);

    private static final int AMONG_THE_FIRST = 40;

    private Addressees() {}

    /** Whether it is addressed to anybody. */
    public static boolean areNamed(Layout layout) {
        return layout.find(ADDRESSED, 0) >= 0;
    }

    /** First paragraph that is neither heading nor addressee. */
    public static int bodyStart(Layout layout, Head head) {
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

    /** One phrase each; where they stand is added to {@code marks}. */
    public static List<String> read(Layout layout, Map<String, Mark> marks) {
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
}
