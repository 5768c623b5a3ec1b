import { serveElsewhere } from './elsewhere'
import { ENTRANCE, expect, HOME, settled, test } from './support'

test.use({ hosts: ['localhost', '127.0.0.1'] })

test('apart, as files behind another web server and with the provider on another site, it signs in and stays where one was', async ({ page, complaints }) => {
  await page.goto(ENTRANCE)
  await page.waitForURL('**/sign-in*')
  const { issuer, services } = (await (await page.request.get(`${HOME}/config.json`)).json()) as { issuer: string; services: Record<string, string> }
  const { address, close } = await serveElsewhere(new URL(issuer, HOME).href, services)
  try {
    await page.goto(`${address}/indicators?indicator=TL_HAI_LONG`)
    await page.getByLabel(/Người khác/).fill('supervisor.VN-22')
    await page.getByRole('button', { name: /Đăng nhập/ }).click()
    await expect(page).toHaveURL(`${address}/indicators?indicator=TL_HAI_LONG`)
    await expect(page.getByText(/\/42 đã báo cáo/).first()).toBeVisible()
    await page.reload()
    await expect(page).toHaveURL(`${address}/indicators?indicator=TL_HAI_LONG`)
    await settled(page)
    await expect(page.getByText(/\/42 đã báo cáo/).first()).toBeVisible()
    await page.getByRole('button', { name: 'Thoát' }).click()
    await page.waitForURL('**/sign-in*')
    // An answer that fits no question is said, and one begins again.
    await page.goto(`${address}/signed-in?error=access_denied&state=none`)
    await expect(page.getByRole('alert')).toContainText('Trang không mở được')
    await page.getByRole('link', { name: /Thử lại/ }).click()
    await page.waitForURL('**/sign-in*')
    await page.goto(`${address}/signed-in`)
    await page.waitForURL('**/sign-in*')
  } finally {
    close()
  }
  expect(complaints.filter((it) => !it.includes('No matching state'))).toEqual([])
  complaints.length = 0
})
