import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { mkdirSync } from 'node:fs'

/** Where the running system lets in as any demo user: what `./dondoc demo` prints. */
export const ENTRANCE = process.env.DONDOC_CONSOLE ?? ''
export const HOME = ENTRANCE ? new URL(ENTRANCE).origin : ''

const PICTURES = 'results/pictures'
mkdirSync(PICTURES, { recursive: true })

interface Watched {
  /** Hosts that a page may ask. */
  hosts: string[]
  /** What a page complained of: nothing, unless a test says why it must. */
  complaints: string[]
}

/** Every page is watched: it asks no other host, its policy is not violated, its scripts do not fail. */
export const test = base.extend<Watched>({
  hosts: [['localhost'], { option: true }],
  complaints: async ({ context, hosts }, use) => {
    const complaints: string[] = []
    context.on('console', (it) => {
      if (it.type() === 'error' || it.type() === 'warning') {
        complaints.push(it.text())
      }
    })
    context.on('weberror', (it) => complaints.push(it.error().message))
    context.on('request', (it) => {
      const { protocol, hostname } = new URL(it.url())
      if (protocol.startsWith('http') && !hosts.includes(hostname)) {
        complaints.push(`asked ${it.url()}`)
      }
    })
    await use(complaints)
    expect(complaints).toEqual([])
  },
})

export { expect }

/** Signs in as a demo user, from the address that the runner prints. */
export async function signIn(page: Page, user: string, path = '/'): Promise<void> {
  await page.context().clearCookies()
  await page.goto(ENTRANCE)
  await page.waitForURL('**/sign-in*')
  await page.getByLabel(/Người khác/).fill(user)
  await page.getByRole('button', { name: /Đăng nhập/ }).click()
  await expect(page.locator('main h1')).toBeVisible()
  if (path !== '/') {
    await open(page, path)
  }
}

export async function open(page: Page, path: string): Promise<void> {
  await page.goto(HOME + path)
  await expect(page.locator('main h1')).toBeVisible()
  await settled(page)
}

/** Nothing says that it is loading any more. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0)
}

/** A picture kept as build output. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/${name}.png` })
}

/**
 * WCAG 2.2 AA, as far as a program can tell. The component library's live region is left out: for seconds after a button
 * is gone it names it still.
 */
export async function accessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('[data-live-announcer]').withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()
  expect(violations.map((it) => `${it.id}: ${it.help}: ${it.nodes.map((node) => node.target.join(' ')).slice(0, 3).join(' | ')}`)).toEqual([])
}

/** The token that the page asks with, for what a test has to look up behind it. */
export async function tokenOf(page: Page): Promise<string> {
  const asked = page.waitForRequest((it) => it.headers().authorization !== undefined)
  await page.reload()
  return ((await asked).headers().authorization ?? '').slice('Bearer '.length)
}

/** What a service answers to whoever the page is signed in as. */
export async function get<T>(page: Page, service: 'document' | 'task' | 'reporting' | 'notification', path: string): Promise<T> {
  const { services } = (await (await page.request.get(`${HOME}/config.json`)).json()) as { services: Record<string, string> }
  const answer = await page.request.get(services[service] + path, { headers: { Authorization: `Bearer ${await tokenOf(page)}` } })
  expect(answer.status(), path).toBe(200)
  return (await answer.json()) as T
}
