package vn.dondoc.local.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prints what happened for a person, in Vietnamese or English. */
public final class StoryTable {

    private final boolean english;
    private final StringBuilder out = new StringBuilder();

    private StoryTable(boolean english) {
        this.english = english;
    }

    /** @param english instead of Vietnamese */
    public static String of(StoryResult result, boolean english) {
        var table = new StoryTable(english);
        table.directives(result);
        table.provinces(result);
        table.lives(result);
        table.figures(result);
        table.traces(result);
        table.promises(result);
        return table.out.toString();
    }

    private void directives(StoryResult result) {
        heading("VĂN BẢN ĐÃ BAN HÀNH", "DIRECTIVES ISSUED");
        List<List<String>> rows = new ArrayList<>();
        rows.add(words(
                List.of("Tệp", "Tỉnh", "Loại", "Số, ký hiệu", "Ngày", "Điều khoản", "Chỉ tiêu", "Viện dẫn", "Nhiệm vụ"),
                List.of("File", "Province", "Type", "Number", "Date", "Duties", "Targets", "Citations", "Tasks")));
        for (var it : result.directives()) {
            rows.add(List.of(
                    it.file(),
                    it.province(),
                    orDash(it.type()),
                    orDash(it.number()),
                    it.date() == null ? "(" + it.issuedOn() + ")" : it.date().toString(),
                    String.valueOf(it.duties()),
                    String.valueOf(it.targets()),
                    String.valueOf(it.citations()),
                    String.valueOf(it.tasks())));
        }
        print(rows, 5);
        note(
                "Ngày trong ngoặc: văn bản không ghi ngày; đó là ngày vào hệ thống.",
                "A date in brackets: the paper has none; the day it was taken in.");
    }

    private void provinces(StoryResult result) {
        heading("BÁO CÁO QUÝ III/2021 VÀ ĐÔN ĐỐC", "REPORTS OF Q3/2021 AND REMINDERS");
        List<List<String>> rows = new ArrayList<>();
        rows.add(words(
                List.of(
                        "Tỉnh",
                        "Cơ quan",
                        "Nhiệm vụ",
                        "Phải nộp",
                        "Đúng hạn",
                        "Muộn",
                        "Đính chính",
                        "Không nộp",
                        "Hộp thư",
                        "Thư (thông báo)",
                        "Báo lãnh đạo"),
                List.of(
                        "Province",
                        "Agencies",
                        "Tasks",
                        "Owed",
                        "In time",
                        "Late",
                        "Corrected",
                        "Never",
                        "Inbox",
                        "E-mails (notices)",
                        "To supervisors")));
        for (var it : result.provinces()) {
            rows.add(List.of(
                    it.province(),
                    String.valueOf(it.agencies()),
                    String.valueOf(it.tasks()),
                    String.valueOf(it.owed()),
                    String.valueOf(it.filedOnTime()),
                    String.valueOf(it.filedLate()),
                    String.valueOf(it.corrected()),
                    String.valueOf(it.neverFiled()),
                    String.valueOf(it.inboxNotices()),
                    it.mails() + " (" + it.mailNotices() + ")",
                    String.valueOf(it.supervisorsTold())));
        }
        print(rows, 1);
    }

    private void lives(StoryResult result) {
        heading("ĐỜI SỐNG CỦA NHIỆM VỤ", "THE LIFE OF TASKS");
        List<List<String>> rows = new ArrayList<>();
        rows.add(
                words(List.of("Việc", "Cơ quan", "Nhiệm vụ", "Kết quả"), List.of("What", "Agency", "Task", "Outcome")));
        for (var it : result.lives()) {
            String duty = it.duty().length() <= 44 ? it.duty() : it.duty().substring(0, 43) + "…";
            rows.add(List.of(english ? it.whatEn() : it.what(), it.agency(), duty, it.outcome()));
        }
        print(rows, 5);
    }

    private void figures(StoryResult result) {
        heading("CHỈ TIÊU CẤP TỈNH SO VỚI NGHỊ QUYẾT", "PROVINCIAL INDICATORS AGAINST THE RESOLUTION");
        List<List<String>> rows = new ArrayList<>();
        rows.add(words(
                List.of("Tỉnh", "Chỉ tiêu", "Cơ sở", "Giá trị", "Đã báo cáo", "Mục tiêu", "Kết quả"),
                List.of("Province", "Indicator", "Basis", "Value", "Reported", "Target", "Result")));
        for (var it : result.figures()) {
            String target = it.target() == null
                    ? "–"
                    : sign(orDash(it.comparator())) + " "
                            + it.target().stripTrailingZeros().toPlainString() + it.unit() + " (" + it.year() + ", "
                            + it.clause() + ")";
            rows.add(List.of(
                    it.province(),
                    it.indicator(),
                    basis(it.basis()),
                    it.value() == null ? "–" : it.value().toPlainString().replace('.', english ? '.' : ',') + it.unit(),
                    it.reported() + "/" + it.expected(),
                    target,
                    it.met() == null ? "" : it.met() ? word("đạt", "met") : word("chưa đạt", "not yet")));
        }
        print(rows, 3);
    }

    private void traces(StoryResult result) {
        heading("TRUY VẾT MỘT SỐ LIỆU", "ONE FIGURE TRACED BACK");
        for (var it : result.traces()) {
            out.append("  ")
                    .append(it.province())
                    .append(" · ")
                    .append(it.indicator())
                    .append(" = ")
                    .append(it.value() == null ? "–" : it.value().toPlainString())
                    .append("% ← ")
                    .append(it.reports())
                    .append(word(" báo cáo", " reports"))
                    .append(
                            it.adds()
                                    ? word(", cộng lại đúng", ", adding up")
                                    : word(", KHÔNG khớp", ", NOT adding up"))
                    .append(word("; còn thiếu ", "; missing "))
                    .append(it.missing())
                    .append('\n');
            if (it.targetClause() != null) {
                out.append("      ↳ ")
                        .append(word("mục tiêu tại điểm ", "target in clause "))
                        .append(it.targetClause())
                        .append(": «")
                        .append(orDash(it.targetText()))
                        .append("»\n");
            }
        }
    }

    private void promises(StoryResult result) {
        heading("CÁC CAM KẾT", "PROMISES");
        for (var it : result.promises()) {
            out.append(it.held() ? "  ✓ " : "  ✗ ")
                    .append(it.step())
                    .append(" — ")
                    .append(it.seen())
                    .append('\n');
        }
    }

    private String basis(String basis) {
        return basis.equals("APPROVED") ? word("đã duyệt", "approved") : word("đã nộp", "filed");
    }

    private static String sign(String comparator) {
        return switch (comparator) {
            case ">=" -> "≥";
            case "<=" -> "≤";
            case "decrease" -> "giảm";
            case "increase" -> "tăng";
            default -> comparator;
        };
    }

    private void heading(String vietnamese, String inEnglish) {
        out.append('\n').append(word(vietnamese, inEnglish)).append('\n');
    }

    private void note(String vietnamese, String inEnglish) {
        out.append("  ").append(word(vietnamese, inEnglish)).append('\n');
    }

    private String word(String vietnamese, String inEnglish) {
        return english ? inEnglish : vietnamese;
    }

    private List<String> words(List<String> vietnamese, List<String> inEnglish) {
        return english ? inEnglish : vietnamese;
    }

    private static String orDash(@Nullable String text) {
        return text == null ? "–" : text;
    }

    /** @param textColumns columns from the left that are set left; the rest are figures and set right */
    private void print(List<List<String>> rows, int textColumns) {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        for (int r = 0; r < rows.size(); r++) {
            out.append(' ');
            for (int i = 0; i < columns; i++) {
                String cell = rows.get(r).get(i);
                String gap = " ".repeat(widths[i] - cell.length());
                boolean left = i < textColumns || !cell.matches("[-0-9.,/%]*");
                out.append(' ').append(left ? cell + gap : gap + cell).append(' ');
            }
            out.append('\n');
            if (r == 0) {
                out.append("  ");
                for (int width : widths) {
                    out.append("─".repeat(width)).append("  ");
                }
                out.append('\n');
            }
        }
    }
}
