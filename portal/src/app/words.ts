/** What the office calls the values of the APIs: Vietnamese, then English. */
type Pair = readonly [vi: string, en: string]

export const STANDINGS = {
  RUNNING_OVERDUE: ['Đang làm, quá hạn', 'Running, overdue'],
  RUNNING_IN_TIME: ['Đang làm, trong hạn', 'Running, in time'],
  RUNNING_WITHOUT_LIMIT: ['Đang làm, không thời hạn', 'Running, no limit'],
  DONE_ON_TIME: ['Hoàn thành đúng hạn', 'Done in time'],
  DONE_LATE: ['Hoàn thành quá hạn', 'Done late'],
  DONE_WITHOUT_LIMIT: ['Hoàn thành, không thời hạn', 'Done, no limit'],
  WITHDRAWN: ['Đã rút', 'Withdrawn'],
  SUPERSEDED: ['Được thay thế', 'Superseded'],
  HANDED_OVER: ['Đã chuyển giao', 'Handed over'],
} as const satisfies Record<string, Pair>

export const TASK_STATUSES = {
  ASSIGNED: ['Mới giao', 'Assigned'],
  ACCEPTED: ['Đã nhận', 'Accepted'],
  RETURNED: ['Bị trả lại', 'Returned'],
  MISADDRESSED: ['Báo giao nhầm', 'Said to be misaddressed'],
  COMPLETED: ['Đã báo hoàn thành', 'Reported done'],
  VERIFIED: ['Đã xác nhận', 'Verified'],
  WITHDRAWN: ['Đã rút', 'Withdrawn'],
  SUPERSEDED: ['Được thay thế', 'Superseded'],
  HANDED_OVER: ['Đã chuyển giao', 'Handed over'],
} as const satisfies Record<string, Pair>

export const ROLES = {
  LEAD: ['Chủ trì', 'Lead'],
  COOPERATING: ['Phối hợp', 'Co-operating'],
} as const satisfies Record<string, Pair>

export const LIMITS = {
  DATED: ['Có ngày', 'Dated'],
  RECURRING: ['Định kỳ', 'Recurring'],
  CONTINUOUS: ['Thường xuyên', 'Continuous'],
  ROADMAP: ['Theo lộ trình', 'By a road map'],
  AWAITED: ['Tính từ sự kiện', 'From an event'],
  UNDATED: ['Không thời hạn', 'No limit'],
  DATE: ['Có ngày', 'Dated'],
  NONE: ['Không thời hạn', 'No limit'],
} as const satisfies Record<string, Pair>

export const STEPS = {
  ASSIGNED: ['Được giao', 'Assigned'],
  ACCEPTED: ['Nhận việc', 'Accepted'],
  REFUSED: ['Báo giao nhầm', 'Refused as misaddressed'],
  INSISTED: ['Bên giao giữ nguyên', 'Assigner insisted'],
  PROGRESSED: ['Báo tiến độ', 'Progress'],
  COMPLETED: ['Báo hoàn thành', 'Completed'],
  VERIFIED: ['Xác nhận hoàn thành', 'Verified'],
  RETURNED: ['Trả lại để làm tiếp', 'Returned'],
  REOPENED: ['Mở lại', 'Reopened'],
  EXTENSION_REQUESTED: ['Xin gia hạn', 'Extension asked for'],
  EXTENSION_GRANTED: ['Cho gia hạn', 'Extension granted'],
  EXTENSION_REFUSED: ['Không cho gia hạn', 'Extension refused'],
  RESCHEDULED: ['Đổi hạn', 'Rescheduled'],
  WITHDRAWN: ['Rút lại', 'Withdrawn'],
  SUPERSEDED: ['Được thay thế', 'Superseded'],
  HANDED_OVER: ['Chuyển giao', 'Handed over'],
  HANDED_DOWN: ['Giao xuống', 'Handed down'],
  CONTRIBUTED: ['Đóng góp', 'Contributed'],
  ASKED: ['Hỏi', 'Asked'],
  ANSWERED: ['Trả lời', 'Answered'],
  PRESSED: ['Đôn đốc', 'Pressed'],
  ATTACHED: ['Đính kèm', 'Attached'],
  CORRECTED: ['Đính chính', 'Corrected'],
  DEADLINE_APPROACHING: ['Nhắc sắp đến hạn', 'Reminded: due soon'],
  DEADLINE_MISSED: ['Đôn đốc quá hạn', 'Told: overdue'],
} as const satisfies Record<string, Pair>

export const DIRECTIVE_STATUSES = {
  DRAFT: ['Dự thảo', 'Draft'],
  CHECKED: ['Đã xem', 'Checked'],
  ISSUED: ['Đã ban hành', 'Issued'],
  AMENDED: ['Đã sửa đổi', 'Amended'],
  REPLACED: ['Bị thay thế', 'Replaced'],
  REVOKED: ['Đã bãi bỏ', 'Revoked'],
} as const satisfies Record<string, Pair>

export const CITED_AS = {
  BASIS: ['Căn cứ', 'Basis'],
  CITED: ['Viện dẫn', 'Cited'],
  AMENDS: ['Sửa đổi', 'Amends'],
  REPLACES: ['Thay thế', 'Replaces'],
  REPEALS: ['Bãi bỏ', 'Repeals'],
  ATTACHED: ['Kèm theo', 'Attached'],
  REVIEWS: ['Sơ kết, tổng kết', 'Reviews'],
} as const satisfies Record<string, Pair>

export const REPORT_STATUSES = {
  OWED: ['Chưa nộp', 'Owed'],
  FILED: ['Đã nộp', 'Filed'],
  RETURNED: ['Bị trả lại', 'Returned'],
  APPROVED: ['Đã duyệt', 'Approved'],
  EXCUSED: ['Được miễn', 'Excused'],
} as const satisfies Record<string, Pair>

export const RULINGS = {
  PASSED: ['Chuyển cấp trên', 'Passed on'],
  APPROVED: ['Duyệt', 'Approved'],
  RETURNED: ['Trả lại', 'Returned'],
  EXCUSED: ['Miễn', 'Excused'],
  WITHDRAWN: ['Rút lại', 'Withdrawn'],
} as const satisfies Record<string, Pair>

/** Steps that the system takes by itself. */
export const ACTORS = {
  'assign-tasks': ['hệ thống, theo văn bản', 'the system, by the paper'],
  'break-down-directive': ['hệ thống, theo văn bản', 'the system, by the paper'],
  'follow-directive': ['hệ thống, theo văn bản', 'the system, by the paper'],
  'count-limits': ['hệ thống, theo thời hạn', 'the system, by the limit'],
  'deadline-sweep': ['hệ thống, theo thời hạn', 'the system, by the limit'],
  'open-occurrences': ['hệ thống, theo thời hạn', 'the system, by the limit'],
  'realign-deadlines': ['hệ thống, theo lịch làm việc', 'the system, by the calendar'],
  'settle-early-answers': ['hệ thống, theo thời hạn', 'the system, by the limit'],
  'complete-tasks-when-report-submitted': ['hệ thống, theo báo cáo', 'the system, by the report'],
  'hand-over': ['hệ thống, theo việc kế thừa', 'the system, by a succession'],
  'follow-successions': ['hệ thống, theo việc kế thừa', 'the system, by a succession'],
  'open-periods': ['hệ thống, theo chế độ báo cáo', 'the system, by the regime'],
} as const satisfies Record<string, Pair>

export const CHANNELS = {
  INBOX: ['hộp thư', 'inbox'],
  MAIL: ['thư điện tử', 'mail'],
  WEBHOOK: ['webhook', 'webhook'],
} as const satisfies Record<string, Pair>

/** How an indicator is computed; of a ratio the formula says it. */
export const COMPUTED = {
  SUM: ['tổng', 'sum of'],
  RATIO: ['', ''],
  AVERAGE: ['trung bình', 'average of'],
  COUNT: ['số cơ quan có', 'count of'],
  GREATEST: ['lớn nhất', 'greatest'],
  LEAST: ['nhỏ nhất', 'least'],
  SCORE: ['điểm', 'score of'],
  RANK: ['thứ hạng theo', 'rank by'],
} as const satisfies Record<string, Pair>

export const FREQUENCIES = {
  MONTHLY: ['Hằng tháng', 'Monthly'],
  QUARTERLY: ['Hằng quý', 'Quarterly'],
  SEMIANNUAL: ['6 tháng', 'Half-yearly'],
  ANNUAL: ['Hằng năm', 'Yearly'],
} as const satisfies Record<string, Pair>

export const AGENCY_KINDS = {
  PROVINCE_COMMITTEE: ['UBND tỉnh', 'Province committee'],
  DEPARTMENT: ['Sở, ban, ngành', 'Department'],
  PUBLIC_SERVICE_UNIT: ['Đơn vị sự nghiệp', 'Public service unit'],
  DISTRICT: ['Huyện', 'District'],
  COMMUNE: ['Xã, phường', 'Commune'],
  PARTY: ['Cơ quan Đảng', 'Party body'],
  DISTRICT_PARTY: ['Huyện ủy', 'District Party'],
  COMMUNE_PARTY: ['Đảng ủy xã', 'Commune Party'],
  MASS_ORGANISATION: ['Đoàn thể', 'Mass organisation'],
  MEDIA: ['Báo, đài', 'Media'],
  OFFICE: ['Văn phòng', 'Office'],
} as const satisfies Record<string, Pair>

export const NOTICE_KINDS = {
  TASK_ASSIGNED: ['Việc mới', 'New task'],
  DEADLINE_APPROACHING: ['Sắp đến hạn', 'Due soon'],
  DEADLINE_MISSED: ['Quá hạn', 'Overdue'],
  TASK_RESCHEDULED: ['Đổi hạn', 'Rescheduled'],
  TASK_WITHDRAWN: ['Rút việc', 'Withdrawn'],
  TASK_REFUSED: ['Báo giao nhầm', 'Refused'],
  TASK_REFUSAL_REJECTED: ['Giữ nguyên việc giao', 'Refusal rejected'],
  TASK_VERIFIED: ['Xác nhận hoàn thành', 'Verified'],
  TASK_RETURNED: ['Trả lại', 'Returned'],
  EXTENSION_REQUESTED: ['Xin gia hạn', 'Extension asked for'],
  EXTENSION_GRANTED: ['Được gia hạn', 'Extension granted'],
  EXTENSION_REFUSED: ['Không được gia hạn', 'Extension refused'],
  TASK_HANDED_OVER: ['Chuyển giao', 'Handed over'],
  TASK_CONTRIBUTED: ['Đóng góp', 'Contribution'],
  TASK_ASKED: ['Câu hỏi', 'Question'],
  TASK_ANSWERED: ['Trả lời', 'Answer'],
  TASK_PRESSED: ['Đôn đốc', 'Pressed'],
  REPORT_TO_APPROVE: ['Báo cáo chờ duyệt', 'Report to approve'],
  REPORT_APPROVED: ['Báo cáo được duyệt', 'Report approved'],
  CONSOLIDATION_SENT: ['Gửi báo cáo tổng hợp', 'Consolidated report sent'],
  REPORT_CORRECTED: ['Báo cáo đính chính', 'Report corrected'],
  REPORT_WITHDRAWN: ['Rút báo cáo', 'Report withdrawn'],
  TARGET_MISSED: ['Không đạt mục tiêu', 'Target missed'],
  FIGURE_RESTATED: ['Tính lại số liệu', 'Figure restated'],
  DIRECTIVE_AMENDED: ['Sửa đổi văn bản', 'Directive amended'],
  DIRECTIVE_REVOKED: ['Bãi bỏ văn bản', 'Directive revoked'],
  NOT_OPENED: ['Chưa được mở', 'Not opened'],
  DAILY_DIGEST: ['Bản tin hằng ngày', 'Daily digest'],
  WEEKLY_DIGEST: ['Bản tin hằng tuần', 'Weekly digest'],
  MAILBOX_DEAD: ['Hộp thư hỏng', 'Mailbox dead'],
  NOT_TAKEN_UP: ['Không được tiếp nhận', 'Not taken up'],
  RECORD_PARKED: ['Sự kiện bị giữ lại', 'Event parked'],
} as const satisfies Record<string, Pair>

/** The word for a value; a value nobody foresaw stands for itself. */
export function word(words: Record<string, Pair>, code: string | undefined, say: (vi: string, en: string) => string): string {
  const pair = code === undefined ? undefined : words[code]
  return pair ? say(pair[0], pair[1]) : (code ?? '—')
}

/** As the options of a choice. */
export function options(words: Record<string, Pair>, say: (vi: string, en: string) => string, only?: readonly string[]): [string, string][] {
  return Object.entries(words)
    .filter(([code]) => !only || only.includes(code))
    .map(([code, [vi, en]]) => [code, say(vi, en)])
}
