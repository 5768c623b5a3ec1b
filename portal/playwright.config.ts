import { defineConfig } from '@playwright/test'

const HEADLESS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'results/traces',
  // The pages tell one story, each where the one before left it.
  workers: 1,
  fullyParallel: false,
  forbidOnly: true,
  // Fifteen pages in one test, on two cores that also run the whole system.
  timeout: 240_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['junit', { outputFile: 'results/TEST-portal.xml' }]],
  use: {
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    viewport: { width: 1280, height: 900 },
    // A trace doubles what every page costs: asked for by --trace on.
    trace: 'off',
    actionTimeout: 20_000,
    navigationTimeout: 20_000,
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: process.env.DONDOC_CHROMIUM ?? '/usr/bin/chromium', args: HEADLESS },
  },
})
