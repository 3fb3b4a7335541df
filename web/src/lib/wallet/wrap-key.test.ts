import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64url, toBase64url } from './base64url.ts'
import { type Secret, unwrapKey, WrongSecret, wrapKey } from './wrap-key.ts'

const address = `0x${'aB'.repeat(20)}`
const aKey = () => crypto.getRandomValues(new Uint8Array(32))
const aPasskey = (): Secret => ({ wrap: 'passkey-prf', output: aKey(), credentialId: 'cred' })
const aPassword = (password: string): Secret => ({ wrap: 'password', password })

test('a passkey opens the key it closed, whatever the spelling of the address', async () => {
  const key = aKey()
  const secret = aPasskey()
  const wrapped = await wrapKey(key, address, secret)
  expect(wrapped).toMatchObject({ wrap: 'passkey-prf', credentialId: 'cred' })
  expect(await unwrapKey(wrapped, address.toLowerCase(), secret)).toEqual(key)
})

test('a password opens the key it closed, however the keyboard composes it', async () => {
  const key = aKey()
  const wrapped = await wrapKey(key, address, aPassword('cafe\u0301 au lait'))
  expect(wrapped).not.toHaveProperty('credentialId')
  expect(await unwrapKey(wrapped, address, aPassword('caf\u00e9 au lait'))).toEqual(key)
})

test('another passkey, password, kind of secret or address is refused', async () => {
  const secret = aPasskey()
  const byPasskey = await wrapKey(aKey(), address, secret)
  const byPassword = await wrapKey(aKey(), address, aPassword('one two three'))
  await expect(unwrapKey(byPasskey, address, aPasskey())).rejects.toThrow(WrongSecret)
  await expect(unwrapKey(byPassword, address, aPassword('one two four'))).rejects.toThrow(WrongSecret)
  await expect(unwrapKey(byPasskey, address, aPassword('one two three'))).rejects.toThrow(WrongSecret)
  await expect(unwrapKey(byPasskey, `0x${'cd'.repeat(20)}`, secret)).rejects.toThrow(WrongSecret)
})

test('no byte of what the server keeps can be changed unnoticed', async () => {
  const secret = aPasskey()
  const wrapped = await wrapKey(aKey(), address, secret)
  const flip = (text: string, at: number) => {
    const bytes = fromBase64url(text)
    const i = at % bytes.length
    bytes[i] = (bytes[i] ?? 0) ^ 1
    return toBase64url(bytes)
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('salt', 'iv', 'ciphertext'), fc.nat(64), async (field, at) => {
      await expect(unwrapKey({ ...wrapped, [field]: flip(wrapped[field as 'salt'], at) }, address, secret)).rejects.toThrow(WrongSecret)
    }),
    { numRuns: 40 },
  )
})

test('the same key never looks the same twice', async () => {
  const key = aKey()
  const secret = aPasskey()
  const [one, two] = await Promise.all([wrapKey(key, address, secret), wrapKey(key, address, secret)])
  expect(one.ciphertext).not.toBe(two.ciphertext)
  expect(one.iv).not.toBe(two.iv)
})

test('base64url goes there and back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect([...fromBase64url(toBase64url(bytes))]).toEqual([...bytes])
    }),
  )
})
