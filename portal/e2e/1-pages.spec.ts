import { accessible, expect, get, open, picture, settled, signIn, test } from './support'

interface Items {
  items: { id: string; report?: { agency: string } }[]
}

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 390, height: 844 }

test.describe('every page', () => {
  test('of a supervisor', async ({ page, complaints }) => {
    await signIn(page, 'supervisor.VN-23')
    const of: [string, string][] = [
      ['/tasks', 'viec'],
      ['/late', 'ai-tre'],
      ['/late?view=board', 'ai-tre-bang'],
      ['/directives', 'van-ban'],
      ['/reports', 'bao-cao'],
      ['/reports?form=CCHC-Q&period=2021-Q3', 'bao-cao-ai-da-nop'],
      ['/indicators', 'chi-tieu'],
      ['/indicators?indicator=TL_HS_TRUC_TUYEN', 'chi-tieu-mot'],
      ['/indicators?indicator=TL_HS_TRUC_TUYEN&view=bars', 'chi-tieu-cot'],
      ['/indicators?indicator=TL_HS_TRUC_TUYEN&view=map', 'chi-tieu-ban-do'],
      ['/indicators/TL_HS_TRUC_TUYEN/VN-23.ubnd/2021-Q3?basis=FILED', 'so-lieu-truy-vet'],
      ['/inbox', 'hop-thu'],
      ['/inbox/digest', 'hop-thu-ban-tin'],
      ['/inbox/preferences', 'hop-thu-cach-nhan'],
      ['/data', 'du-lieu'],
    ]
    for (const [path, name] of of) {
      await test.step(path, async () => {
        await open(page, path)
        await accessible(page)
        await picture(page, name)
      })
    }
    expect(complaints).toEqual([])
  })

  test('of a clerk and an officer', async ({ page, complaints }) => {
    await signIn(page, 'clerk.VN-23')
    const directives = await get<Items>(page, 'document', '/api/v1/directives?limit=5')
    const directive = directives.items[0]
    await open(page, `/directives/${directive?.id}`)
    await expect(page.locator('.paper mark').first()).toBeVisible()
    await accessible(page)
    await picture(page, 'van-ban-ban-lam-viec')
    const owed = await get<Items>(page, 'reporting', '/api/v1/obligations?status=OWED&limit=1')
    const agency = owed.items[0]?.report?.agency ?? ''
    await signIn(page, `officer.${agency}`)
    await picture(page, 'viec-can-bo')
    const tasks = await get<Items>(page, 'task', '/api/v1/tasks?limit=1')
    for (const [path, name] of [
      [`/tasks/${tasks.items[0]?.id}`, 'nhiem-vu'],
      [`/reports/${owed.items[0]?.id}`, 'bao-cao-mot'],
      [`/reports/${owed.items[0]?.id}/filing`, 'bao-cao-nhap'],
    ] as const) {
      await open(page, path)
      await accessible(page)
      await picture(page, name)
    }
    expect(complaints).toEqual([])
  })

  test('of an administrator, an auditor and the operator', async ({ page, complaints }) => {
    await signIn(page, 'admin.VN-23')
    for (const [path, name] of [
      ['/admin/catalogue', 'quan-tri-danh-muc'],
      ['/admin/successions', 'quan-tri-ke-thua'],
      ['/admin/calendars', 'quan-tri-lich'],
      ['/admin/ladders', 'quan-tri-thang'],
      ['/admin/definitions', 'quan-tri-dinh-nghia'],
      ['/admin/webhooks', 'quan-tri-webhook'],
    ] as const) {
      await open(page, path)
      await accessible(page)
      await picture(page, name)
    }
    await signIn(page, 'auditor.VN-23', '/admin/audit')
    await accessible(page)
    await picture(page, 'quan-tri-kiem-toan')
    await signIn(page, 'operator')
    await settled(page)
    await accessible(page)
    await picture(page, 'quan-tri-su-kien')
    expect(complaints).toEqual([])
  })

  test('at phone width, without scrolling sideways', async ({ page, complaints }) => {
    await page.setViewportSize(PHONE)
    await signIn(page, 'supervisor.VN-23')
    for (const [path, name] of [
      ['/tasks', 'dt-viec'],
      ['/late', 'dt-ai-tre'],
      ['/directives', 'dt-van-ban'],
      ['/reports', 'dt-bao-cao'],
      ['/indicators?indicator=TL_HS_TRUC_TUYEN&view=map', 'dt-chi-tieu'],
      ['/inbox', 'dt-hop-thu'],
      ['/admin/catalogue', 'dt-quan-tri'],
      ['/data', 'dt-du-lieu'],
    ] as const) {
      await open(page, path)
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
      expect(overflow, path).toBe(0)
      await accessible(page)
      await picture(page, name)
    }
    await page.getByRole('button', { name: 'Các trang' }).click()
    await page.getByRole('link', { name: 'Báo cáo' }).click()
    await expect(page).toHaveURL(/\/reports$/)
    expect(complaints).toEqual([])
  })

  test('in the dark and in English', async ({ page, complaints }) => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await signIn(page, 'supervisor.VN-23')
    await page.getByRole('button', { name: 'Switch to English' }).click()
    for (const path of ['/tasks', '/indicators?indicator=TL_HS_TRUC_TUYEN&view=map', '/inbox', '/late']) {
      await open(page, path)
      await accessible(page)
    }
    await expect(page.getByRole('heading', { name: 'Who is late' })).toBeVisible()
    await expect(page.locator('html')).toHaveAttribute('lang', 'en')
    await picture(page, 'toi-tieng-anh')
    expect(complaints).toEqual([])
  })

  test('a map of boundaries, where a province has one', async ({ page, complaints }) => {
    const square = (west: number, agency?: string) => ({
      type: 'Feature',
      properties: { agency },
      // Clockwise, as d3 wants the outside of a shape.
      geometry: { type: 'Polygon', coordinates: [[[west, 18], [west, 19], [west + 1, 19], [west + 1, 18], [west, 18]]] },
    })
    await page.route('**/maps/VN-23.json', (route) => route.fulfill({ json: { features: [square(105, 'VN-23.nghi-xuan'), square(106, 'VN-23.huong-son'), square(107)] } }))
    await signIn(page, 'supervisor.VN-23', '/indicators?indicator=TL_HS_TRUC_TUYEN&view=map')
    await expect(page.locator('.boundaries path')).toHaveCount(3)
    await expect(page.getByRole('link', { name: /Nghi Xuân: \d/ })).toBeVisible()
    await accessible(page)
    await picture(page, 'chi-tieu-ban-do-dia-gioi')
    expect(complaints).toEqual([])
  })

  test('is there within two seconds', async ({ page, complaints }) => {
    await page.setViewportSize(DESK)
    await signIn(page, 'supervisor.VN-23')
    const took: number[] = []
    for (let n = 0; n < 5; n++) {
      const begun = Date.now()
      await page.goto(`${page.url().split('/tasks')[0]}/tasks`)
      await expect(page.getByRole('table', { name: 'Nhiệm vụ' }).locator('a').first()).toBeVisible()
      took.push(Date.now() - begun)
    }
    const median = took.toSorted((a, b) => a - b)[2] ?? Infinity
    console.log(`first page with its tasks: ${took.join(', ')} ms, median ${median}`)
    expect(median).toBeLessThan(2_000)
    expect(complaints).toEqual([])
  })
})
