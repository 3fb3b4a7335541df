import { encodeAbiParameters, encodeEventTopics, erc20Abi, getAddress, numberToHex, zeroAddress, zeroHash } from 'viem'
import { expect, test } from 'vitest'
import { accessPassAbi } from '../abi/access-pass.ts'
import { decoderOf } from './decode.ts'
import { watchedTopics } from './events.ts'

const fan = getAddress('0x00000000000000000000000000000000000000bb')

const decodePass = decoderOf(accessPassAbi)

test('every event but the approvals is asked for, each topic once', () => {
  const of = (name: 'PassPaid' | 'Transfer' | 'Approval') => encodeEventTopics({ abi: accessPassAbi, eventName: name })[0]
  expect(watchedTopics).toContain(of('PassPaid'))
  expect(watchedTopics).toContain(of('Transfer'))
  expect(watchedTopics).not.toContain(of('Approval'))
  expect(new Set(watchedTopics).size).toBe(watchedTopics.length)
})

test('a sale is read with its amounts and ref', () => {
  const topics = encodeEventTopics({ abi: accessPassAbi, eventName: 'PassPaid', args: { tokenId: 7n, payer: fan } })
  const words = [{ type: 'address' }, { type: 'uint256' }, { type: 'uint256' }, { type: 'bytes32' }] as const
  const data = encodeAbiParameters(words, [zeroAddress, 100n, 5n, zeroHash])
  const args = { tokenId: 7n, payer: fan, token: zeroAddress, amount: 100n, fee: 5n, ref: zeroHash }
  expect(decodePass({ topics: topics.flat().filter((topic) => topic !== null), data })).toEqual({
    eventName: 'PassPaid',
    args,
  })
})

test('what is not ours is null: a coin’s Transfer, a foreign event, a log without topics', () => {
  const coin = encodeEventTopics({ abi: erc20Abi, eventName: 'Transfer', args: { from: fan, to: fan } })
  const topics = coin.flat().filter((topic) => topic !== null)
  expect(decodePass({ topics, data: numberToHex(1, { size: 32 }) })).toBeNull()
  expect(decodePass({ topics: [zeroHash], data: '0x' })).toBeNull()
  expect(decodePass({ topics: [], data: '0x' })).toBeNull()
})
