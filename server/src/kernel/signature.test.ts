import fc from 'fast-check'
import { type Hex, keccak256, toHex } from 'viem'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { expect, test } from 'vitest'
import { isSignedBy } from './signature.ts'

const order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141n
const account = privateKeyToAccount(generatePrivateKey())
const signer = account.address.toLowerCase()
const digest = keccak256(toHex('hello'))
const signed = await account.sign({ hash: digest })
const word = (n: bigint) => n.toString(16).padStart(64, '0')
const sOf = (signature: Hex) => BigInt(`0x${signature.slice(66, 130)}`)

test('whoever signed a digest is known by it, and nobody else, and for no other digest', async () => {
  expect(await isSignedBy(signer, digest, signed)).toBe(true)
  expect(await isSignedBy(privateKeyToAccount(generatePrivateKey()).address.toLowerCase(), digest, signed)).toBe(false)
  expect(await isSignedBy(signer, keccak256(toHex('hello!')), signed)).toBe(false)
})

test('the other form of the same signature, which the contracts refuse too, is no signature', async () => {
  const flipped = signed.endsWith('1b') ? '1c' : '1b'
  const twin = `${signed.slice(0, 66)}${word(order - sOf(signed))}${flipped}` as Hex
  expect(await isSignedBy(signer, digest, twin)).toBe(false)
})

test('v is 27 or 28 as in the contracts', async () => {
  const bare = `${signed.slice(0, 130)}${signed.endsWith('1b') ? '00' : '01'}` as Hex
  expect(await isSignedBy(signer, digest, bare)).toBe(false)
})

test('bytes that are no signature are refused and break nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 65, maxLength: 65 }), async (bytes) => {
      expect(await isSignedBy(signer, digest, toHex(bytes))).toBe(false)
    }),
    { numRuns: 50 },
  )
})
