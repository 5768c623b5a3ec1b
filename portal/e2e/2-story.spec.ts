import type { Page } from '@playwright/test'
import { accessible, expect, get, open, picture, settled, signIn, test } from './support'

/** Of this run: a paper that was taken in is the same paper the second time. */
const RUN = Date.now() % 100_000
const DUTY = `rà soát quy trình nội bộ của các sở, đợt ${RUN}`

const PAPER = `ỦY BAN NHÂN DÂN
TỈNH NGHỆ AN

Số: ${RUN}/UBND-KSTT
V/v rà soát quy trình giải quyết thủ tục hành chính

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Nghệ An, ngày 28 tháng 02 năm 2025

Kính gửi: Sở Nội vụ; Sở Tài chính.

Ủy ban nhân dân tỉnh yêu cầu các cơ quan thực hiện:

1. Sở Nội vụ ${DUTY}, hoàn thành trước ngày 30/6/2025.
2. Sở Tài chính bố trí kinh phí cho bộ phận một cửa, hoàn thành trước ngày 15/7/2025.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
`

interface Items {
  items: { id: string; report: { agency: string } }[]
}

/** What a button of a dialog opens, filled in and sent. */
async function change(page: Page, button: string | RegExp, fill: (dialog: ReturnType<Page['getByRole']>) => Promise<void>, send?: string | RegExp): Promise<void> {
  await page.locator('main').getByRole('button', { name: button }).first().click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await dialog.getByRole('button', { name: send ?? button }).click()
  await expect(dialog).toBeHidden()
}

/** The number of the clause that says these words, as it was read. */
async function numberOf(page: Page, words: string): Promise<string> {
  return (await page.locator('.findings article').filter({ hasText: words }).locator('strong').first().textContent()) ?? ''
}

/** Selects words of the paper, as one does with the mouse. */
async function select(page: Page, words: string): Promise<void> {
  await page.evaluate((wanted) => {
    for (const piece of document.querySelectorAll('.paper [data-start]')) {
      const at = piece.textContent?.indexOf(wanted) ?? -1
      if (at >= 0 && piece.firstChild) {
        getSelection()?.setBaseAndExtent(piece.firstChild, at, piece.firstChild, at + wanted.length)
      }
    }
  }, words)
}

test.describe.configure({ mode: 'serial' })

test('a clerk drops a paper, puts it right, sees to whom it goes and issues it; the officer has it at once', async ({ page, browser, complaints }) => {
  const officer = await (await browser.newContext()).newPage()
  await signIn(officer, 'officer.VN-22.snv', '/inbox')
  await signIn(page, 'clerk.VN-22', '/directives')
  await page.setInputFiles('input[type=file]', { name: 'ra-soat.txt', mimeType: 'text/plain', buffer: Buffer.from(PAPER) })
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`${RUN}/UBND-KSTT`)
  await expect(page.locator('.paper mark').first()).toBeVisible()
  await settled(page)
  await accessible(page)
  await picture(page, 'van-ban-du-thao')
  // The sentence that leads in was taken for a duty of its own: the clerk takes it out.
  const wrong = page.locator('.findings article').filter({ hasText: 'các cơ quan thực hiện' })
  await wrong.getByRole('button', { name: 'Bỏ' }).click()
  await page.getByRole('dialog').getByLabel('Vì sao bỏ').fill('câu dẫn')
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ' }).click()
  await expect(page.getByText('2 nhiệm vụ sẽ được giao')).toBeVisible()

  await page.locator('.findings article').filter({ hasText: DUTY }).getByRole('button', { name: 'Sửa' }).click()
  const dialog = page.getByRole('dialog')
  await accessible(page)
  await picture(page, 'van-ban-sua')
  await dialog.getByLabel('Phối hợp, mỗi dòng một cơ quan').fill('Sở Tài chính')
  await expect(dialog.getByText('Hệ thống hiểu: trước 30/06/2025')).toBeVisible()
  await dialog.getByLabel('Vì sao sửa').fill('bổ sung cơ quan phối hợp')
  await dialog.getByRole('button', { name: 'Sửa' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('3 nhiệm vụ sẽ được giao')).toBeVisible()

  // A limit that comes round, where the reader took a day; and a duty out of words that the reader passed over.
  await page.locator('.findings article').filter({ hasText: 'bố trí kinh phí' }).getByRole('button', { name: 'Sửa' }).click()
  await dialog.getByLabel('Loại thời hạn').selectOption('RECURRING')
  await dialog.getByLabel('Bao lâu một lần').selectOption('QUARTERLY')
  await dialog.getByLabel('Ngày của tháng').fill('15')
  await dialog.getByLabel('Tháng thứ mấy của kỳ').fill('3')
  await expect(dialog.getByText('Hệ thống hiểu: hằng quý, ngày 15 tháng thứ 3 của quý')).toBeVisible()
  await dialog.getByRole('button', { name: 'Sửa' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.findings article').filter({ hasText: 'bố trí kinh phí' })).toContainText('hằng quý, ngày 15 tháng thứ 3 của quý')
  await select(page, 'V/v rà soát quy trình giải quyết thủ tục hành chính')
  await page.getByRole('button', { name: 'Thêm nhiệm vụ từ đoạn đã chọn' }).click()
  await expect(dialog.getByLabel('Nội dung')).toHaveValue('V/v rà soát quy trình giải quyết thủ tục hành chính')
  await dialog.getByLabel('Mục').fill('3')
  await dialog.getByLabel('Chủ trì, mỗi dòng một cơ quan').fill('Sở Tư pháp')
  await dialog.getByRole('button', { name: 'Thêm nhiệm vụ' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('4 nhiệm vụ sẽ được giao')).toBeVisible()
  await expect(page.locator('.paper mark').filter({ hasText: 'V/v rà soát' })).toBeVisible()

  await page.getByRole('button', { name: 'Ban hành' }).click()
  await expect(page.getByText('Đã ban hành', { exact: true })).toBeVisible()
  await expect(officer.getByText(DUTY).first()).toBeVisible({ timeout: 5_000 })
  await officer.context().close()
  expect(complaints).toEqual([])
})

test('a clerk amends several clauses at once, and a paper that was seen in an older state is not written over', async ({ page, context, complaints }) => {
  await signIn(page, 'clerk.VN-22', `/directives?number=${RUN}`)
  await page.getByRole('link', { name: `${RUN}/UBND-KSTT` }).click()
  await expect(page.getByText('Đã ban hành', { exact: true })).toBeVisible()
  const other = await context.newPage()
  await open(other, new URL(page.url()).pathname)
  await other.getByRole('button', { name: 'Bãi bỏ', exact: true }).click()
  await other.getByRole('dialog').getByLabel('Lý do').fill('thay bằng văn bản khác')

  await page.getByRole('button', { name: 'Sửa đổi' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Mục', exact: true }).selectOption(await numberOf(page, DUTY))
  for (const [who, typed, name] of [
    ['Chủ trì mới (để trống: các cơ quan giữ nguyên)', 'so noi vu', 'Sở Nội vụ'],
    ['Phối hợp từ nay (để trống: không còn ai)', 'tu phap', 'Sở Tư pháp'],
  ] as const) {
    await dialog.locator('fieldset').first().getByRole('combobox', { name: who }).fill(typed)
    await page.getByRole('option', { name }).click()
  }
  await dialog.getByRole('button', { name: 'Sửa thêm một mục' }).click()
  const second = dialog.locator('fieldset').nth(1)
  await second.getByRole('combobox', { name: 'Mục', exact: true }).selectOption(await numberOf(page, 'bố trí kinh phí'))
  await second.getByLabel('Bãi bỏ mục này').check()
  await accessible(page)
  await picture(page, 'van-ban-sua-doi')
  await dialog.getByLabel('Lý do').fill('theo ý kiến các sở')
  await dialog.getByRole('button', { name: 'Sửa đổi' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('theo ý kiến các sở')).toBeVisible()
  await expect(page.getByText(/Mục 2: bãi bỏ/).first()).toBeVisible()

  // The other page hears of it behind its dialog; what was decided on the old state is refused all the same.
  await other.bringToFront()
  await other.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await expect(other.getByText('theo ý kiến các sở')).toBeAttached()
  await other.getByRole('dialog').getByRole('button', { name: 'Bãi bỏ' }).click()
  await expect(other.getByRole('dialog').getByRole('alert')).toContainText('Người khác vừa sửa')
  await other.close()
  expect(complaints.filter((it) => !it.includes('status of 412'))).toEqual([])
  complaints.length = 0
})

test('the officer accepts, reports, asks and completes with a file; who gave it answers and verifies', async ({ page, complaints }) => {
  await signIn(page, 'officer.VN-22.snv', '/tasks?standing=RUNNING_IN_TIME')
  await page.getByLabel('Tìm trong nội dung, số văn bản').fill(`ra soat quy trinh ${RUN}`)
  await page.getByRole('link', { name: DUTY }).click()
  await page.getByRole('button', { name: 'Nhận việc' }).click()
  await expect(page.getByText('Đã nhận', { exact: false }).first()).toBeVisible()
  await change(page, 'Báo tiến độ', async (dialog) => {
    await dialog.getByLabel('Phần trăm (0–100)').fill('140')
    await dialog.getByRole('button', { name: 'Báo tiến độ' }).click()
    await expect(dialog.getByRole('alert')).toContainText('percent')
    await dialog.getByLabel('Phần trăm (0–100)').fill('40')
    await dialog.getByLabel('Ghi chú').fill('đã xong ba sở')
  })
  await expect(page.locator('.history')).toContainText('đã xong ba sở')
  await change(page, 'Hỏi bên giao', (dialog) => dialog.getByLabel('Câu hỏi').fill('Có gồm cấp xã không?'))
  const address = page.url()

  await signIn(page, 'clerk.VN-22', new URL(address).pathname)
  await change(page, 'Trả lời', (dialog) => dialog.getByLabel('Trả lời').fill('Có, gồm cả cấp xã.'))
  await expect(page.locator('.history')).toContainText('gồm cả cấp xã')

  await signIn(page, 'officer.VN-22.snv', new URL(address).pathname)
  await change(page, 'Báo hoàn thành', async (dialog) => {
    await dialog.getByLabel('Kết quả', { exact: true }).fill('đã ban hành quy trình mới')
    await dialog.getByLabel('Số văn bản kết quả').fill('77/BC-SNV')
    await dialog.locator('input[type=file]').setInputFiles({ name: 'quy-trinh.txt', mimeType: 'text/plain', buffer: Buffer.from('quy trình') })
  })
  await expect(page.getByText('Hoàn thành đúng hạn')).toBeVisible()
  await expect(page.getByRole('button', { name: 'quy-trinh.txt' })).toBeVisible()

  await signIn(page, 'supervisor.VN-22', new URL(address).pathname)
  await change(page, 'Xác nhận hoàn thành', (dialog) => dialog.getByLabel('Ghi chú').fill('đạt'))
  await expect(page.locator('.history')).toContainText('Xác nhận hoàn thành')
  await picture(page, 'nhiem-vu-da-xong')
  expect(complaints.filter((it) => !it.includes('status of 400'))).toEqual([])
  complaints.length = 0
})

test('a supervisor presses many at once in words of their own, and the agency hears it', async ({ page, browser, complaints }) => {
  const officer = await (await browser.newContext()).newPage()
  await signIn(officer, 'officer.VN-22.snv', '/inbox')
  await signIn(page, 'supervisor.VN-22', '/late')
  const boxes = page.getByRole('table').getByRole('checkbox')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await change(page, /^Đôn đốc/, async (dialog) => {
    await accessible(page)
    await picture(page, 'ai-tre-don-doc')
    await dialog.getByLabel('Ý kiến').fill('Báo cáo trước thứ Sáu tuần này.')
  })
  await expect(boxes.nth(0)).not.toBeChecked()
  await expect(officer.getByText('Báo cáo trước thứ Sáu tuần này.').first()).toBeVisible({ timeout: 5_000 })
  await page.getByText('Xem', { exact: true }).first().click()
  await expect(page.getByText('“Báo cáo trước thứ Sáu tuần này.”').first()).toBeVisible()
  await officer.context().close()
  expect(complaints).toEqual([])
})

test('an officer fills in a form that checks as one types and keeps the draft; the figure moves before a leader’s eyes', async ({ page, browser, complaints }) => {
  await signIn(page, 'lead.VN-22')
  const owed = await get<Items>(page, 'reporting', '/api/v1/obligations?status=OWED&limit=1')
  const { id, report } = owed.items[0] ?? { id: '', report: { agency: '' } }
  const leader = await (await browser.newContext()).newPage()
  await signIn(leader, 'supervisor.VN-22', '/indicators?indicator=TL_HAI_LONG')
  await expect(leader.getByText('41/42 đã báo cáo')).toBeVisible()

  await signIn(page, `officer.${report.agency}`, `/reports/${id}/filing`)
  await page.getByLabel('Phiếu khảo sát thu về').fill('mười')
  await expect(page.getByText('Không phải là số')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Nộp báo cáo' })).toBeDisabled()
  await page.getByLabel('Phiếu hài lòng').fill('1.200')
  await expect(page.getByText('Đã lưu bản nháp, trừ những ô chưa đúng')).toBeVisible()
  await page.getByLabel('Phiếu khảo sát thu về').fill('1.250')
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible()
  await page.getByLabel('Phiếu hài lòng').fill('1.201')
  await expect(page.getByText('Đang lưu bản nháp…')).toBeVisible()
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('Phiếu hài lòng')).toHaveValue('1201')
  await accessible(page)
  await picture(page, 'bao-cao-dang-nhap')
  await page.getByRole('button', { name: 'Nộp báo cáo' }).click()
  await expect(page.getByText('Đã nộp', { exact: true })).toBeVisible()
  const filed = Date.now()
  await expect(leader.getByText('42/42 đã báo cáo')).toBeVisible({ timeout: 5_000 })
  console.log(`a filing was seen ${Date.now() - filed} ms after it was acknowledged on the other page`)
  await picture(leader, 'chi-tieu-song')

  await signIn(page, 'lead.VN-22', `/reports/${id}`)
  await change(page, 'Trả lại', (dialog) => dialog.getByLabel('Lý do trả lại').fill('Số phiếu chưa khớp biên bản.'))
  await expect(page.getByText('Bị trả lại', { exact: true })).toBeVisible()
  await signIn(page, `officer.${report.agency}`, `/reports/${id}`)
  await expect(page.getByText('Số phiếu chưa khớp biên bản.').first()).toBeVisible()

  const downloaded = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Tải bảng Excel' }).click()
  const workbook = await (await downloaded).path()
  await change(
    page,
    'Nộp bằng Excel',
    async (dialog) => {
      await dialog.locator('input[type=file]').setInputFiles({ name: 'sai.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('không phải Excel') })
      await dialog.getByRole('button', { name: 'Gửi' }).click()
      await expect(dialog.getByRole('alert')).toBeVisible()
      await dialog.locator('input[type=file]').setInputFiles(workbook)
      await dialog.getByLabel('Vì sao đính chính').fill('đã đối chiếu biên bản')
    },
    'Gửi',
  )
  await expect(page.getByText('Đã nộp', { exact: true })).toBeVisible()
  // A page that was read before the correction does not approve it unseen.
  await page.route(`**/api/v1/reports/${id}`, async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, headers: { ...response.headers(), etag: '"1"' } })
  })
  await signIn(page, 'lead.VN-22', `/reports/${id}`)
  await page.unroute(`**/api/v1/reports/${id}`)
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Người khác vừa sửa')
  await expect(page.getByText('Đã nộp', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Duyệt', exact: true }).click()
  await expect(page.getByText('Đã duyệt', { exact: true })).toBeVisible()

  await open(leader, '/indicators/TL_HAI_LONG/VN-22.ubnd/2021-Q3?basis=FILED')
  await expect(leader.getByText('các báo cáo dưới đây cộng lại đúng bằng số liệu')).toBeVisible()
  await leader.getByRole('row').filter({ hasText: 'Yên Thành' }).getByRole('link').first().click()
  await expect(leader.getByText('Đã duyệt', { exact: true })).toBeVisible()
  await leader.context().close()
  expect(complaints.filter((it) => !/status of 4\d\d/.test(it))).toEqual([])
  complaints.length = 0
})
