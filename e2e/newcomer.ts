import type { Page } from '@playwright/test'
import { expect, url, type Visitor } from './people.ts'

/** A platform authenticator with PRF, as phones and laptops have it; it consents by itself. */
export async function authenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      ctap2Version: 'ctap2_1',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
      hasPrf: true,
    },
  })
}

/** Somebody new: an account by passkey. A wallet comes with the first payment. */
export async function joins(visitor: Visitor, handle: string): Promise<void> {
  await visitor.page.goto(url('/signup'))
  await signsUp(visitor, handle)
  await expect(visitor.page).toHaveURL(url('/welcome'))
}

/** The same from a sign-up page that is open, and leads on to wherever it was asked to. */
export async function signsUp({ page }: Visitor, handle: string): Promise<void> {
  await authenticator(page)
  await page.getByLabel('Name', { exact: true }).fill('Ann')
  await page.getByLabel('Handle', { exact: true }).fill(handle)
  await page.getByRole('button', { name: 'Join with a passkey' }).click()
}
