package vn.dondoc.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import vn.dondoc.contract.agency.v1.AgencyRegistered;
import vn.dondoc.contract.agency.v1.AgencySucceeded;
import vn.dondoc.contract.audit.v1.AuditSealed;
import vn.dondoc.contract.calendar.v1.CalendarDecided;
import vn.dondoc.contract.directive.v1.AgencyGroup;
import vn.dondoc.contract.directive.v1.Citation;
import vn.dondoc.contract.directive.v1.ClauseChange;
import vn.dondoc.contract.directive.v1.DirectiveAmended;
import vn.dondoc.contract.directive.v1.DirectiveCorrected;
import vn.dondoc.contract.directive.v1.DirectiveIssued;
import vn.dondoc.contract.directive.v1.DirectiveRevoked;
import vn.dondoc.contract.directive.v1.Provision;
import vn.dondoc.contract.directive.v1.Target;
import vn.dondoc.contract.directive.v1.TargetChange;
import vn.dondoc.contract.directive.v1.TimeLimit;
import vn.dondoc.contract.indicator.v1.Attainment;
import vn.dondoc.contract.indicator.v1.IndicatorComputed;
import vn.dondoc.contract.indicator.v1.IndicatorDefined;
import vn.dondoc.contract.indicator.v1.TargetDropped;
import vn.dondoc.contract.indicator.v1.TargetSet;
import vn.dondoc.contract.indicator.v1.Term;
import vn.dondoc.contract.notice.v1.NoticeAcknowledged;
import vn.dondoc.contract.notice.v1.NoticeFailed;
import vn.dondoc.contract.notice.v1.NoticeSent;
import vn.dondoc.contract.report.v1.Answer;
import vn.dondoc.contract.report.v1.BesideReport;
import vn.dondoc.contract.report.v1.ConsolidationReceived;
import vn.dondoc.contract.report.v1.ConsolidationSent;
import vn.dondoc.contract.report.v1.ReportApproved;
import vn.dondoc.contract.report.v1.ReportCorrected;
import vn.dondoc.contract.report.v1.ReportExcused;
import vn.dondoc.contract.report.v1.ReportPassed;
import vn.dondoc.contract.report.v1.ReportRequested;
import vn.dondoc.contract.report.v1.ReportReturned;
import vn.dondoc.contract.report.v1.ReportSubmitted;
import vn.dondoc.contract.report.v1.ReportWithdrawn;
import vn.dondoc.contract.task.v1.TaskAccepted;
import vn.dondoc.contract.task.v1.TaskAnswered;
import vn.dondoc.contract.task.v1.TaskAsked;
import vn.dondoc.contract.task.v1.TaskAssigned;
import vn.dondoc.contract.task.v1.TaskCompleted;
import vn.dondoc.contract.task.v1.TaskContributed;
import vn.dondoc.contract.task.v1.TaskCorrected;
import vn.dondoc.contract.task.v1.TaskDeadlineApproaching;
import vn.dondoc.contract.task.v1.TaskDeadlineMissed;
import vn.dondoc.contract.task.v1.TaskExtensionDecided;
import vn.dondoc.contract.task.v1.TaskExtensionRequested;
import vn.dondoc.contract.task.v1.TaskHandedDown;
import vn.dondoc.contract.task.v1.TaskHandedOver;
import vn.dondoc.contract.task.v1.TaskPressed;
import vn.dondoc.contract.task.v1.TaskProgressed;
import vn.dondoc.contract.task.v1.TaskRefusalRejected;
import vn.dondoc.contract.task.v1.TaskRefused;
import vn.dondoc.contract.task.v1.TaskRescheduled;
import vn.dondoc.contract.task.v1.TaskReturned;
import vn.dondoc.contract.task.v1.TaskVerified;
import vn.dondoc.contract.task.v1.TaskWithdrawn;
import vn.dondoc.contract.task.v2.Told;

/** One event of every type, for the approved examples. */
final class Examples {

    private static final String DIRECTIVE = "5f0c6a1e-6d0a-3f0e-9c56-2f0b3a3c9d11";
    private static final String TASK = "0d9f64a2-3f59-3a86-8a54-5cf7d7c3e2b0";
    private static final String REPORT = "9a3f8f8e-7f3a-3f6b-9f38-2c2c33a1b7aa";
    private static final LocalDate DUE = LocalDate.of(2021, 9, 14);
    private static final Map<String, BigDecimal> VALUES =
            Map.of("HS_TIEP_NHAN", new BigDecimal("1250"), "HS_TRUC_TUYEN", new BigDecimal("460"));

    static final List<Record> ALL = List.of(
            new DirectiveIssued(
                    DIRECTIVE,
                    "4709/UBND-KSTT",
                    LocalDate.of(2022, 3, 16),
                    LocalDate.of(2022, 3, 17),
                    null,
                    "CONG_VAN",
                    "Ủy ban nhân dân tỉnh Nghệ An",
                    "VN-NA",
                    "triển khai Nghị quyết",
                    "PHÓ CHỦ TỊCH",
                    List.of(new AgencyGroup("g1", "Các sở, ban, ngành cấp tỉnh", List.of("VN-NA.SNV", "VN-NA.STC"))),
                    List.of(new Provision(
                            "1",
                            "quán triệt nội dung Nghị quyết",
                            List.of("g1"),
                            List.of(),
                            new TimeLimit(
                                    TimeLimit.Kind.DATE,
                                    "trước ngày 15/9/2021",
                                    LocalDate.of(2021, 9, 15),
                                    false,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null),
                            null,
                            List.of("Sở Nội vụ"))),
                    List.of(new Target(
                            DIRECTIVE + "/II.1",
                            "II.1",
                            "hồ sơ trực tuyến",
                            ">",
                            new BigDecimal("50"),
                            null,
                            "%",
                            "2025",
                            null,
                            "trên 50% hồ sơ trực tuyến")),
                    List.of(new Citation(
                            "05-NQ/TU",
                            "NGHI_QUYET",
                            LocalDate.of(2021, 12, 14),
                            "Ban Chấp hành Đảng bộ tỉnh",
                            "Nghị quyết số 05-NQ/TU",
                            "BASIS"))),
            new DirectiveCorrected(DIRECTIVE, "4709/UBND-KSTT", LocalDate.of(2022, 3, 16), null),
            new DirectiveAmended(
                    DIRECTIVE,
                    null,
                    LocalDate.of(2022, 4, 1),
                    "gia hạn theo đề nghị của các địa phương",
                    List.of(
                            new ClauseChange("1", LocalDate.of(2022, 5, 31), false, null, null),
                            new ClauseChange("2", null, true, null, null)),
                    List.of(new TargetChange(DIRECTIVE + "/1", new BigDecimal("60"), null, null))),
            new DirectiveRevoked(DIRECTIVE, null, LocalDate.of(2022, 6, 1), "bãi bỏ"),
            new CalendarDecided(
                    "VN-23",
                    2026,
                    "CONFIRMED",
                    "Thông báo 1/TB-BNV",
                    List.of(LocalDate.of(2026, 4, 27), LocalDate.of(2026, 9, 1)),
                    List.of(LocalDate.of(2026, 4, 25))),
            new AgencyRegistered(
                    "VN-NA.SNV",
                    "Sở Nội vụ",
                    "VN-NA",
                    "DEPARTMENT",
                    "VN-NA",
                    "VN-NA",
                    "snv@nghean.example",
                    "Giám đốc Sở Nội vụ",
                    LocalDate.of(2004, 1, 1),
                    null,
                    List.of("VN-NA")),
            new AgencySucceeded(
                    "0b6a2a0f-2f0c-3f8e-9d6b-5e5b8f1c7a44",
                    "VN-NA",
                    List.of("VN-NA.STNMT", "VN-NA.SNNPTNT"),
                    List.of("VN-NA.SNNMT"),
                    LocalDate.of(2025, 3, 1),
                    "hợp nhất"),
            new TaskAssigned(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    "LEAD",
                    "DIRECTIVE",
                    DIRECTIVE,
                    "4709/UBND-KSTT",
                    "1",
                    null,
                    null,
                    null,
                    null,
                    null,
                    "quán triệt",
                    "DATED",
                    DUE,
                    null,
                    "trước ngày 15/9/2021"),
            new TaskAccepted(TASK, "VN-NA", "VN-NA.SNV"),
            new TaskProgressed(TASK, "VN-NA", "VN-NA.SNV", 40, "đã ban hành kế hoạch", null),
            new TaskCompleted(TASK, "VN-NA", "VN-NA.SNV", true, DUE, REPORT, null, null),
            new TaskRescheduled(
                    TASK, "VN-NA", "VN-NA.SNV", DUE, DUE.plusDays(14), "gia hạn", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskWithdrawn(
                    TASK, "VN-NA", "VN-NA.SNV", DUE, "văn bản bị bãi bỏ", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskDeadlineApproaching(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    "T-3",
                    3,
                    DUE,
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1",
                    false,
                    List.of("T-7")),
            new TaskDeadlineMissed(
                    TASK, "VN-NA", "VN-NA.SNV", "T+1", 1, DUE, "quán triệt", null, "1", false, List.of()),
            new vn.dondoc.contract.task.v2.TaskDeadlineApproaching(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    -3,
                    3,
                    DUE,
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1",
                    false,
                    List.of(-7),
                    List.of(new Told("AGENCY", List.of("INBOX")))),
            new vn.dondoc.contract.task.v2.TaskDeadlineMissed(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    3,
                    3,
                    DUE,
                    "quán triệt",
                    null,
                    "1",
                    true,
                    List.of(1),
                    List.of(new Told("AGENCY", List.of("INBOX")), new Told("SUPERVISOR", List.of("INBOX", "MAIL")))),
            new TaskRefused(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    "không thuộc lĩnh vực quản lý",
                    "VN-NA.STC",
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskRefusalRejected(
                    TASK, "VN-NA", "VN-NA.SNV", "thuộc lĩnh vực quản lý", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskVerified(TASK, "VN-NA", "VN-NA.SNV", "đạt yêu cầu", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskReturned(TASK, "VN-NA", "VN-NA.SNV", "thiếu phụ lục", DUE, "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskExtensionRequested(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    DUE,
                    DUE.plusDays(14),
                    "chờ ý kiến bộ",
                    null,
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskExtensionDecided(
                    TASK, "VN-NA", "VN-NA.SNV", true, DUE.plusDays(14), "đồng ý", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskHandedDown(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    List.of("VN-NA.SNV.TTPVHCC"),
                    "rà soát quy trình",
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskHandedOver(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    List.of("VN-NA.STC"),
                    List.of(REPORT),
                    DUE,
                    "hợp nhất",
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskContributed(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    DIRECTIVE,
                    "số liệu của ngành",
                    List.of("VN-NA.STC"),
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskAsked(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    1,
                    "phạm vi gồm cấp xã không",
                    null,
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskAnswered(TASK, "VN-NA", "VN-NA.SNV", 1, "gồm cả cấp xã", "quán triệt", "4709/UBND-KSTT", "1"),
            new TaskPressed(
                    TASK,
                    "VN-NA",
                    "VN-NA.SNV",
                    "chậm nhất là thứ Sáu",
                    LocalDate.of(2021, 9, 20),
                    "quán triệt",
                    "4709/UBND-KSTT",
                    "1"),
            new TaskCorrected(TASK, "VN-NA", "VN-NA.SNV", "quán triệt", "4709/UBND-KSTT", "1"),
            new ReportRequested(
                    REPORT,
                    "VN-NA",
                    "CCHC-Q",
                    "2021-Q3",
                    "VN-NA.SNV",
                    List.of("VN-NA"),
                    "Báo cáo cải cách hành chính quý",
                    LocalDate.of(2021, 6, 15),
                    LocalDate.of(2021, 9, 14),
                    LocalDate.of(2021, 9, 20)),
            new ReportSubmitted(
                    REPORT,
                    "VN-NA",
                    "CCHC-Q",
                    "2021-Q3",
                    "VN-NA.SNV",
                    List.of("VN-NA"),
                    1,
                    VALUES,
                    LocalDate.of(2021, 9, 17),
                    true,
                    List.of(new Answer(DIRECTIVE, "3.1")),
                    Map.of("KHO_KHAN", "thiếu biên chế"),
                    List.of(new BesideReport("DANH_SACH", "f1", "danh-sach.pdf", 20_480, "00ff"))),
            new ReportCorrected(
                    REPORT,
                    "VN-NA",
                    "CCHC-Q",
                    "2021-Q3",
                    "VN-NA.SNV",
                    List.of("VN-NA"),
                    2,
                    VALUES,
                    LocalDate.of(2021, 9, 22),
                    true,
                    List.of(),
                    "cộng thiếu một xã",
                    null,
                    null),
            new ReportWithdrawn(
                    REPORT, "VN-NA", "CCHC-Q", "2021-Q3", "VN-NA.SNV", List.of("VN-NA"), 1, "nộp nhầm kỳ", List.of()),
            new ReportExcused(
                    REPORT, "VN-NA", "CCHC-Q", "2021-Q3", "VN-NA.SNV", List.of("VN-NA"), "đơn vị mới thành lập"),
            new ReportReturned(
                    REPORT, "VN-NA", "CCHC-Q", "2021-Q3", "VN-NA.SNV", List.of("VN-NA"), 1, "thiếu số liệu", null),
            new ReportPassed(REPORT, "VN-NA", "CCHC-Q", "2021-Q3", "VN-NA.SNV", List.of("VN-NA"), 1, 1, 2, "VN-NA.VP"),
            new ConsolidationSent(
                    "c0ffee00-0000-3000-8000-000000000001",
                    "VN-NA",
                    "CCHC-Q",
                    "Báo cáo cải cách hành chính quý",
                    "2021-Q3",
                    "VN-NA",
                    "VN-NA.SNV",
                    "12/BC-SNV",
                    List.of("VN-NA"),
                    List.of("Bộ Nội vụ"),
                    "00ff"),
            new ConsolidationReceived("c0ffee00-0000-3000-8000-000000000001", "VN-NA", "VN-NA"),
            new ReportApproved(REPORT, "VN-NA", "CCHC-Q", "2021-Q3", "VN-NA.SNV", List.of("VN-NA"), 2, VALUES, true),
            new IndicatorDefined(
                    "TL_HS_TRUC_TUYEN",
                    "VN-NA",
                    "Tỷ lệ hồ sơ trực tuyến",
                    "CCHC-Q",
                    List.of(new Term("HS_TRUC_TUYEN", false)),
                    List.of(new Term("HS_TIEP_NHAN", false)),
                    new BigDecimal("100"),
                    "%",
                    2,
                    "RATIO",
                    "HS_TRUC_TUYEN",
                    "HS_TIEP_NHAN",
                    null,
                    null,
                    "ALL"),
            new TargetSet(
                    DIRECTIVE + "/II.1",
                    "VN-NA",
                    "TL_HS_TRUC_TUYEN",
                    DIRECTIVE,
                    "05-NQ/TU",
                    "II.1",
                    ">",
                    new BigDecimal("50"),
                    null,
                    "%",
                    "2025",
                    null,
                    "trên 50% hồ sơ trực tuyến"),
            new TargetDropped(
                    DIRECTIVE + "/II.1", "VN-NA", "TL_HS_TRUC_TUYEN", DIRECTIVE, "II.1", "văn bản được thay thế"),
            new IndicatorComputed(
                    "TL_HS_TRUC_TUYEN",
                    "Tỷ lệ hồ sơ trực tuyến",
                    "VN-NA",
                    "VN-NA",
                    "2021-Q3",
                    "FILED",
                    "OF_PERIOD",
                    new BigDecimal("36.80"),
                    new BigDecimal("460"),
                    new BigDecimal("1250"),
                    "%",
                    1,
                    2,
                    List.of(new Attainment(
                            DIRECTIVE + "/II.1",
                            DIRECTIVE,
                            "05-NQ/TU",
                            "II.1",
                            ">",
                            new BigDecimal("50"),
                            null,
                            "2025",
                            false,
                            new BigDecimal("-13.20"))),
                    new BigDecimal("35.00"),
                    3L,
                    null),
            new NoticeSent(
                    TASK + "|T-3|VN-NA.SNV|MAIL", "VN-NA", "VN-NA.SNV", "DEADLINE_APPROACHING", "MAIL", TASK, "T-3", 1),
            new NoticeFailed(
                    TASK + "|T-3|VN-NA.SNV|MAIL",
                    "VN-NA",
                    "VN-NA.SNV",
                    "DEADLINE_APPROACHING",
                    "MAIL",
                    TASK,
                    5,
                    "550 no such mailbox"),
            new NoticeAcknowledged(TASK + "|T-3|VN-NA.SNV|INBOX", "VN-NA", "VN-NA.SNV"),
            new AuditSealed("VN-NA", "task-service", 1207, "ab".repeat(32), Instant.parse("2026-05-04T02:00:00Z")));

    private Examples() {}
}
