/**
 * What the component library says to a screen reader, in Vietnamese, which it does not speak: by its packages and its own
 * keys (`vite.config.ts` puts them beside its English).
 */
type Said = Record<string, string | number | boolean>
interface Formatter {
  number: (value: number) => string
}
type Words = Record<string, string | ((said: Said, formatter: Formatter) => string)>

const counted = (said: Said, formatter: Formatter, name: string) => formatter.number(Number(said[name]))

export const ARIA_WORDS: Record<string, Words> = {
  'react-aria/calendar': {
    previous: 'Trước',
    next: 'Sau',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    selectedRangeDescription: ({ dateRange }) => `Khoảng đã chọn: ${dateRange}`,
    todayDate: ({ date }) => `Hôm nay, ${date}`,
    todayDateSelected: ({ date }) => `Hôm nay, ${date}, đã chọn`,
    dateSelected: ({ date }) => `${date}, đã chọn`,
    startRangeSelectionPrompt: 'Bấm để chọn ngày đầu',
    finishRangeSelectionPrompt: 'Bấm để chọn ngày cuối',
    minimumDate: 'Ngày sớm nhất chọn được',
    maximumDate: 'Ngày muộn nhất chọn được',
    dateRange: ({ startDate, endDate }) => `${startDate} đến ${endDate}`,
  },
  'react-aria/combobox': {
    focusAnnouncement: (said, formatter) =>
      `${said.isGroupChange ? `Nhóm ${said.groupTitle}, ${counted(said, formatter, 'groupCount')} lựa chọn. ` : ''}${said.optionText}${said.isSelected ? ', đã chọn' : ''}`,
    countAnnouncement: (said, formatter) => `Có ${counted(said, formatter, 'optionCount')} lựa chọn.`,
    selectedAnnouncement: ({ optionText }) => `${optionText}, đã chọn`,
    buttonLabel: 'Mở danh sách',
    listboxLabel: 'Các lựa chọn',
  },
  'react-aria/datepicker': {
    era: 'kỷ nguyên',
    year: 'năm',
    month: 'tháng',
    day: 'ngày',
    hour: 'giờ',
    minute: 'phút',
    second: 'giây',
    dayPeriod: 'sáng hay chiều',
    calendar: 'Lịch',
    startDate: 'Ngày đầu',
    endDate: 'Ngày cuối',
    weekday: 'thứ',
    timeZoneName: 'múi giờ',
    selectedDateDescription: ({ date }) => `Ngày đã chọn: ${date}`,
    selectedRangeDescription: ({ startDate, endDate }) => `Khoảng đã chọn: ${startDate} đến ${endDate}`,
    selectedTimeDescription: ({ time }) => `Giờ đã chọn: ${time}`,
  },
  'react-aria/overlays': { dismiss: 'Đóng' },
  'react-aria/searchfield': { 'Clear search': 'Xóa chữ đang tìm' },
  'react-aria/spinbutton': { Empty: 'Trống' },
  'react-aria-components': {
    selectPlaceholder: 'Chọn một mục',
    tableResizer: 'Đổi độ rộng',
    dropzoneLabel: 'Nơi thả tệp',
    colorSwatchPicker: 'Các màu',
  },
  'react-stately/datepicker': {
    rangeUnderflow: ({ minValue }) => `Phải từ ${minValue} trở đi.`,
    rangeOverflow: ({ maxValue }) => `Không được sau ${maxValue}.`,
    rangeReversed: 'Ngày đầu phải trước ngày cuối.',
    unavailableDate: 'Ngày này không chọn được.',
  },
}
