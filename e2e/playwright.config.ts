import { existsSync } from 'node:fs'
import { defineConfig } from '@playwright/test'

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => existsSync(path))
const executablePath = process.env['CHROMIUM_PATH'] ?? installed

/**
 * Launch and polls move the one clock of the world: beside them a launch would end, and a sign-in would no longer be fresh.
 * Media plays a film while a pass of it is sold: once, beside other sales, it waited for a button that did not come.
 */
const lonelyTrips = ['launch.trip.ts', 'media.trip.ts', 'polls.trip.ts']

export default defineConfig({
  testDir: '.',
  testMatch: '*.trip.ts',
  globalSetup: './world.ts',
  // One world serves both: trips act as people of their own, files side by side and the trips of a file in order.
  workers: 2,
  projects: [
    { name: 'side by side', testIgnore: lonelyTrips },
    { name: 'one at a time', testMatch: lonelyTrips, workers: 1, dependencies: ['side by side'] },
  ],
  // Limits only say that something hangs: a slow machine is no failure.
  timeout: 600_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  // Chromium hangs now and then. What passes at the second try only is named in the summary, so that nobody takes it for sound.
  retries: 1,
  outputDir: '../test-results',
  use: {
    // What does not become possible is told by its name, with a picture, and not by the limit of the whole trip.
    actionTimeout: 120_000,
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
        // Cameras and microphones of this machine are nobody's: trips film a picture that moves.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
})
