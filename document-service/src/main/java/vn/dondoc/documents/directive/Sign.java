package vn.dondoc.documents.directive;

/**
 * How something was read of a duty or a target: what the reader's sureness rests on. Of each sign it was counted, on the papers
 * that the reader was worked on with, how often what was read so was right.
 */
public enum Sign {
    DUTY_NAMES_ITS_DOER(Sure.Field.DUTY, "điều khoản nêu đích danh ai làm", "the clause names who does it"),
    DUTY_UNDER_A_DOER(
            Sure.Field.DUTY,
            "điều khoản không nêu ai làm; lấy từ đề mục hoặc nơi nhận",
            "the clause names nobody; who does it comes from a heading or the addressees"),
    DUTY_OF_NOBODY(Sure.Field.DUTY, "không rõ ai làm", "nobody is named"),
    DUTY_IN_A_ROW(Sure.Field.DUTY, "đọc từ một dòng của bảng", "read from a row of a table"),

    DOER_ONE_NAMED(Sure.Field.DOER, "một cơ quan được nêu tên", "one body is named"),
    DOER_SEVERAL_NAMED(Sure.Field.DOER, "nhiều cơ quan được nêu tên", "several bodies are named"),
    DOER_GROUP_NAMED(Sure.Field.DOER, "nêu một nhóm cơ quan", "a group of bodies is named"),
    DOER_INHERITED(Sure.Field.DOER, "lấy từ đề mục hoặc nơi nhận", "from a heading or the addressees"),
    DOER_NONE(Sure.Field.DOER, "không rõ ai làm", "nobody is named"),

    LIMIT_DATED(Sure.Field.LIMIT, "hạn là một ngày viết đủ", "a day that is written in full"),
    LIMIT_YEAR_INFERRED(Sure.Field.LIMIT, "hạn không ghi năm", "a day whose year is not written"),
    LIMIT_COUNTED(Sure.Field.LIMIT, "hạn tính từ một mốc khác", "counted from something else"),
    LIMIT_BESIDE_OTHERS(Sure.Field.LIMIT, "trong câu còn thời điểm khác", "other times stand in the same sentence"),
    LIMIT_NONE(Sure.Field.LIMIT, "không có thời điểm nào trong câu", "no time stands in the sentence"),
    LIMIT_NONE_THOUGH_TIMED(
            Sure.Field.LIMIT, "câu có thời điểm, không phải là hạn", "a time stands in the sentence, and is no limit"),

    RECURRENCE_WITH_A_DAY(Sure.Field.RECURRENCE, "định kỳ, có ngày", "comes round, on a day that is named"),
    RECURRENCE_WITHOUT_A_DAY(Sure.Field.RECURRENCE, "định kỳ, không có ngày", "comes round, on no day"),

    TARGET_WITH_YEAR(Sure.Field.TARGET, "chỉ tiêu có số và năm", "a number and a year"),
    TARGET_WITHOUT_YEAR(Sure.Field.TARGET, "chỉ tiêu không có năm", "a number without a year");

    private final Sure.Field field;
    private final String vi;
    private final String en;

    Sign(Sure.Field field, String vi, String en) {
        this.field = field;
        this.vi = vi;
        this.en = en;
    }

    public Sure.Field field() {
        return field;
    }

    public String vi() {
        return vi;
    }

    public String en() {
        return en;
    }
}
