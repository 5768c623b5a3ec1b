import { expect, signIn, test } from './support'

const ALL = 33_210
const PAGE = 200

/** As many tasks as a province of 330 agencies has after some hundred clauses: more than the demo holds, so they are made up. */
test('a list of 33,210 tasks scrolls to its end', async ({ page, complaints }) => {
  await signIn(page, 'supervisor.VN-22')
  await page.route('**/api/v1/tasks?*', (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get('cursor') ?? 0)
    const items = Array.from({ length: Math.min(PAGE, ALL - from) }, (_, n) => ({
      id: `t${from + n}`,
      status: 'ASSIGNED',
      standing: 'RUNNING_IN_TIME',
      assignment: { text: `việc số ${from + n + 1}`, agency: 'VN-22.snv', dueOn: '2030-01-01', role: 'LEAD', directiveNumber: '1/UBND' },
    }))
    return route.fulfill({ json: { items, total: ALL, next: from + PAGE < ALL ? String(from + PAGE) : undefined }, headers: { 'Access-Control-Allow-Origin': '*' } })
  })
  await page.getByRole('combobox', { name: 'Tình trạng' }).selectOption('RUNNING_IN_TIME')
  await expect(page.getByText('33.210 dòng')).toBeVisible()
  const list = page.getByRole('table', { name: 'Nhiệm vụ' })
  const begun = Date.now()
  for (let n = 0; n < 600 && !(await list.getByText(`việc số ${ALL}`, { exact: true }).isVisible()); n++) {
    await list.evaluate((it) => it.scrollTo(0, it.scrollHeight))
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(done)))
  }
  await expect(list.getByText(`việc số ${ALL}`, { exact: true })).toBeVisible()
  const drawn = await list.getByRole('row').count()
  console.log(`scrolled through ${ALL} rows in ${Date.now() - begun} ms, ${drawn} of them drawn`)
  expect(drawn).toBeLessThan(100)
  expect(complaints).toEqual([])
})
