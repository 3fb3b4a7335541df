import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const executablePath = process.env['CHROMIUM_PATH'] ?? installed

/** These move the one clock of the world: beside them a launch would end, and a sign-in would no longer be fresh. */
const clockTrips = ['launch.trip.ts', 'polls.trip.ts']

export default defineConfig({
  testDir: '.',
  testMatch: '*.trip.ts',
  globalSetup: './world.ts',
  // One world serves both: trips act as people of their own, files side by side and the trips of a file in order.
  workers: 2,
  projects: [
    { name: 'side by side', testIgnore: clockTrips },
    { name: 'one at a time', testMatch: clockTrips, workers: 1, dependencies: ['side by side'] },
  ],
  // Limits only say that something hangs: a slow machine is no failure.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  outputDir: '../test-results',
  use: {
    viewport: { width: 1440, height: 1000 },
    locale: 'en-GB',
    timezoneId: 'Europe/Lisbon',
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
