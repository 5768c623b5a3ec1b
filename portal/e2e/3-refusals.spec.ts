import type { Page } from '@playwright/test'
import { accessible, ENTRANCE, expect, get, HOME, open, picture, settled, signIn, test } from './support'

interface Items {
  items: { id: string; assignment?: { agency: string }; report?: { agency: string } }[]
}

/** Requests that a test lets fail are told on the console; nothing else may be. */
function onlyRequests(complaints: string[]): void {
  expect(complaints.filter((it) => !it.startsWith('Failed to load resource'))).toEqual([])
  complaints.length = 0
}

async function taskOf(page: Page, agency: string, query = 'standing=RUNNING_WITHOUT_LIMIT'): Promise<string> {
  const found = await get<Items>(page, 'task', `/api/v1/tasks?agency=${agency}&status=ASSIGNED&${query}&limit=1`)
  return found.items[0]?.id ?? ''
}

test('what belongs to others is not found, and what a role may not do is said', async ({ page, complaints }) => {
  await signIn(page, 'supervisor.VN-22')
  const foreign = await taskOf(page, 'VN-22.sgddt')
  await signIn(page, 'supervisor.VN-23', `/tasks/${foreign}`)
  await expect(page.getByRole('alert')).toContainText('Không tìm thấy')
  await signIn(page, 'officer.VN-22.snv', `/tasks/${foreign}`)
  await expect(page.getByRole('alert').first()).toContainText('Không tìm thấy')
  await open(page, '/admin/audit')
  await expect(page.getByRole('alert')).toContainText('không có quyền')
  await expect(page.getByRole('link', { name: 'Ai trễ' })).toHaveCount(0)
  await open(page, '/khong-co')
  await expect(page.getByText('Không có trang này.')).toBeVisible()
  onlyRequests(complaints)
})

test('without a network nothing entered is lost, and what is sent again happens once', async ({ page, context, complaints }) => {
  await signIn(page, 'officer.VN-22.sldtbxh')
  const id = await taskOf(page, 'VN-22.sldtbxh')
  await open(page, `/tasks/${id}`)
  await page.getByRole('button', { name: 'Báo tiến độ' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Phần trăm (0–100)').fill('30')
  await dialog.getByLabel('Ghi chú').fill('viết khi mất mạng')
  await context.setOffline(true)
  await dialog.getByRole('button', { name: 'Báo tiến độ' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Không kết nối được với máy chủ')
  await expect(dialog.getByLabel('Ghi chú')).toHaveValue('viết khi mất mạng')
  await context.setOffline(false)

  // The server takes it, and the answer is lost on the way.
  await page.route('**/progress', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await dialog.getByRole('button', { name: 'Báo tiến độ' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await page.unroute('**/progress')
  await dialog.getByRole('button', { name: 'Báo tiến độ' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.locator('.history').getByText('viết khi mất mạng')).toHaveCount(1)
  await page.reload()
  await expect(page.locator('.history').getByText('viết khi mất mạng')).toHaveCount(1)
  onlyRequests(complaints)
})

test('a slow server is waited for, one that is away is said and asked again', async ({ page, complaints }) => {
  await signIn(page, 'supervisor.VN-22')
  await page.route('**/api/v1/scoreboard*', async (route) => {
    await new Promise((done) => setTimeout(done, 2_000))
    await route.continue()
  })
  await page.goto(`${HOME}/late?view=board`)
  await expect(page.locator('main .loading')).toBeVisible()
  await settled(page)
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
  await page.unroute('**/api/v1/scoreboard*')

  await page.route('**/api/v1/directives?*', (route) => route.abort())
  await page.goto(`${HOME}/directives`)
  await expect(page.getByRole('alert')).toContainText('Không kết nối được', { timeout: 20_000 })
  await page.unroute('**/api/v1/directives?*')
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await expect(page.getByRole('table').getByRole('link').first()).toBeVisible()
  onlyRequests(complaints)
})

test('a sign-in that ends in the middle of a form is made again beside it', async ({ page, context, complaints }) => {
  await signIn(page, 'officer.VN-22.sct')
  const id = await taskOf(page, 'VN-22.sct')
  await open(page, `/tasks/${id}`)
  await page.getByRole('button', { name: 'Hỏi bên giao' }).click()
  await page.getByRole('dialog').getByLabel('Câu hỏi').fill('viết trước khi hết phiên')
  // The token is refused and there is no session to renew it by.
  const cookies = (await context.cookies()).filter((it) => it.name.startsWith('dondoc-key'))
  await context.clearCookies()
  await context.addCookies(cookies)
  let refused = true
  await page.route('**/questions', (route) => (refused ? route.fulfill({ status: 401, headers: { 'Access-Control-Allow-Origin': HOME } }) : route.continue()))
  await page.getByRole('dialog').getByRole('button', { name: 'Hỏi bên giao' }).click()
  const ended = page.getByRole('alertdialog')
  await expect(ended).toContainText('Phiên làm việc đã hết')
  refused = false
  const popup = page.waitForEvent('popup')
  await ended.getByRole('button', { name: 'Đăng nhập lại' }).click()
  const window = await popup
  await window.getByLabel(/Người khác/).fill('officer.VN-22.sct')
  await window.getByRole('button', { name: /Đăng nhập/ }).click()
  await expect(ended).toBeHidden()
  await expect(page.getByRole('dialog').getByLabel('Câu hỏi')).toHaveValue('viết trước khi hết phiên')
  await page.getByRole('dialog').getByRole('button', { name: 'Hỏi bên giao' }).click()
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(page.locator('.history')).toContainText('viết trước khi hết phiên')
  onlyRequests(complaints)
})

test('two who fill in one report do not write over each other unseen', async ({ page, browser, complaints }) => {
  await signIn(page, 'lead.VN-67')
  const owed = await get<Items>(page, 'reporting', '/api/v1/obligations?status=OWED&limit=1')
  const path = `/reports/${owed.items[0]?.id}/filing`
  const officer = `officer.${owed.items[0]?.report?.agency}`
  const other = await (await browser.newContext()).newPage()
  await signIn(other, officer, path)
  await signIn(page, officer, path)
  await page.getByLabel('Phiếu hài lòng').fill('101')
  await expect(page.getByText('Đang lưu bản nháp…')).toBeVisible()
  await expect(page.getByText('Đã lưu bản nháp')).toBeVisible()
  await other.getByLabel('Phiếu hài lòng').fill('102')
  await expect(other.getByRole('alert')).toContainText('Người khác vừa sửa')
  await expect(other.getByLabel('Phiếu hài lòng')).toHaveValue('102')
  await other.getByRole('button', { name: 'Giữ phần đang nhập' }).click()
  await expect(other.getByText('Đã lưu bản nháp')).toBeVisible()
  await open(page, path)
  await expect(page.getByLabel('Phiếu hài lòng')).toHaveValue('102')
  // What is typed last goes along with who goes to another page at once.
  await page.getByLabel('Phiếu hài lòng').fill('103')
  await page.getByRole('link', { name: 'Về báo cáo' }).click()
  await expect(page.getByRole('link', { name: 'Nhập số liệu' })).toBeVisible()
  await open(page, path)
  await expect(page.getByLabel('Phiếu hài lòng')).toHaveValue('103')
  await other.context().close()
  expect(complaints).toEqual([])
})

test('tokens lie in no storage; who signs out is out, and comes back where they were', async ({ page, complaints }) => {
  await signIn(page, 'clerk.VN-22', '/directives?q=cai+cach')
  const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]) + document.cookie)
  expect(stored).not.toMatch(/eyJ|access_token|id_token/)
  await page.getByRole('button', { name: 'Thoát' }).click()
  await page.waitForURL('**/sign-in*')
  await page.goto(`${HOME}/directives?q=cai+cach`)
  await page.waitForURL('**/sign-in*')
  await page.getByLabel(/Người khác/).fill('clerk.VN-22')
  await page.getByRole('button', { name: /Đăng nhập/ }).click()
  await expect(page).toHaveURL(`${HOME}/directives?q=cai+cach`)
  await expect(page.getByLabel('Tìm trong toàn văn')).toHaveValue('cai cach')
  expect(complaints).toEqual([])
})

test('nobody signs in without the key or a secret', async ({ page, request, complaints }) => {
  await page.goto(`${HOME}/enter?key=guessed`)
  await page.waitForURL('**/sign-in*')
  await expect(page.getByRole('button', { name: 'clerk.VN-22' })).toHaveCount(0)
  await accessible(page)
  await page.getByLabel(/Tên/).fill('clerk.VN-22')
  await page.getByLabel(/Mã bí mật/).fill('guessed')
  await page.getByRole('button', { name: /Đăng nhập/ }).click()
  await expect(page.getByRole('alert')).toContainText('không đúng')
  await page.goto(ENTRANCE)
  await expect(page.getByRole('button', { name: 'clerk.VN-22' })).toBeVisible()
  await accessible(page)
  await picture(page, 'dang-nhap')
  await page.goto(`${HOME}/signed-out.html`)
  await expect(page.getByRole('heading', { name: 'Đã thoát khỏi Đôn Đốc' })).toBeVisible()
  await accessible(page)

  const plain = await request.get(`${HOME}/oauth2/authorize?response_type=code&client_id=dondoc-portal&scope=openid&redirect_uri=${encodeURIComponent('http://localhost:1/elsewhere')}`, { maxRedirects: 0 })
  expect(plain.status()).toBe(400)
  const page0 = await request.get(`${HOME}/`)
  expect(page0.headers()['content-security-policy']).not.toContain('unsafe')
  expect(page0.headers()['cache-control']).toContain('no-cache')
  const forged = await request.post(`${HOME}/sign-in`, { form: { username: 'clerk.VN-22', password: 'x' }, maxRedirects: 0 })
  expect(forged.status()).toBe(403)
  expect(complaints).toEqual([])
})

test('a dialog is opened, filled in and left by keyboard alone, and the focus comes back', async ({ page, complaints }) => {
  await signIn(page, 'officer.VN-22.snv', '/tasks')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Đến nội dung' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('main')).toBeFocused()
  const give = page.getByRole('button', { name: 'Giao việc' })
  await page.keyboard.press('Tab')
  await expect(give).toBeFocused()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toBeVisible()
  await dialog.getByLabel('Nội dung').focus()
  await page.keyboard.type('việc gõ bằng bàn phím')
  await page.keyboard.press('Tab')
  await page.keyboard.type('so tai chinh')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByText('Sở Tài chính', { exact: false }).first()).toBeVisible()
  // One after another is chosen without leaving the field.
  await page.keyboard.type('so tu phap')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('list', { name: 'Giao cho' }).getByRole('listitem')).toHaveCount(2)
  for (let n = 0; n < 20; n++) {
    await page.keyboard.press('Tab')
    expect(await dialog.evaluate((it) => it.contains(document.activeElement))).toBe(true)
  }
  await page.keyboard.press('Escape')
  await expect(dialog, 'what was entered does not go away by Escape').toBeVisible()
  await dialog.getByRole('button', { name: 'Thôi' }).focus()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(give).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  expect(complaints).toEqual([])
})
