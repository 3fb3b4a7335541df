import fc from 'fast-check'
import { encodeAbiParameters, encodeEventTopics, type Hex, zeroAddress } from 'viem'
import { expect, test } from 'vitest'
import { paymentsAbi } from './abi/payments.ts'
import { paymentOf } from './payment-log.ts'
import { idOfRef, refOf } from './payment-ref.ts'
import { decoderOf } from './watch/decode.ts'

const decode = decoderOf(paymentsAbi)
const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((array): Hex => `0x${Buffer.from(array).toString('hex')}`)
const u256 = fc.bigInt({ min: 0n, max: 2n ** 256n - 1n })
const types = ['address', 'uint256', 'uint256', 'uint8', 'bool'].map((type) => ({ type }))

test('a payment cut out of its log is what decoding gives', () => {
  const fields = fc.record({
    ...{ payer: hex(20), payee: hex(20), ref: hex(32), token: fc.oneof(hex(20), fc.constant(zeroAddress)) },
    ...{ gross: u256, fee: u256, kind: fc.constantFrom(0, 1), credited: fc.boolean() },
  })
  fc.assert(
    fc.property(fields, ({ payer, payee, ref, token, gross, fee, kind, credited }) => {
      const topics = encodeEventTopics({ abi: paymentsAbi, eventName: 'Paid', args: { payer, payee, ref } }) as Hex[]
      const data = encodeAbiParameters(types, [token, gross, fee, kind, credited])
      const event = decode({ topics, data })
      if (event?.eventName !== 'Paid') throw new Error('not decoded')
      expect(paymentOf({ kind: 'payments', topics, data })).toEqual({
        payer: event.args.payer.toLowerCase(),
        payee: event.args.payee.toLowerCase(),
        ref,
        asset: token === zeroAddress ? 'native' : token,
        gross: event.args.gross,
        fee: event.args.fee,
        once: event.args.kind === 1,
        credited: event.args.credited,
      })
      expect(paymentOf({ kind: 'escrow', topics, data })).toBeNull()
      expect(paymentOf({ kind: 'payments', topics: topics.slice(0, 3), data })).toBeNull()
      expect(paymentOf({ kind: 'payments', topics, data: data.slice(0, -2) as Hex })).toBeNull()
    }),
  )
})

test('a reference carries an id and a nonce, and another reference carries no id of ours', () => {
  fc.assert(
    fc.property(fc.uuid(), fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }), (id, nonce) => {
      expect(idOfRef(refOf(id, nonce))).toBe(id)
      expect(BigInt(refOf(id, nonce)) & (2n ** 64n - 1n)).toBe(nonce)
    }),
  )
  expect(idOfRef(`0x${'f'.repeat(64)}`)).toBeNull()
})
