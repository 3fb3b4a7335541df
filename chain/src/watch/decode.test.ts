import { encodeAbiParameters, encodeEventTopics, erc20Abi, getAddress, numberToHex, zeroHash } from 'viem'
import { expect, test } from 'vitest'
import { accessPassAbi } from '../abi/access-pass.ts'
import { decodeLog } from './decode.ts'
import { watchedEvents, watchedTopics } from './events.ts'

const address = getAddress('0x00000000000000000000000000000000000000aa')
const fan = getAddress('0x00000000000000000000000000000000000000bb')

test('every watched event has its topic, once', () => {
  expect(watchedEvents.map((event) => event.name).sort()).toEqual(
    ['CollectionCreated', 'PassPaid', 'SubscriptionUpdate', 'TierSet', 'Transfer', 'Withdrawn'].sort(),
  )
  expect(new Set(watchedTopics).size).toBe(watchedEvents.length)
})

test('a sale is read with its emitter, amounts and ref', () => {
  const topics = encodeEventTopics({ abi: accessPassAbi, eventName: 'PassPaid', args: { tokenId: 7n, payer: fan } })
  const words = [{ type: 'uint256' }, { type: 'uint256' }, { type: 'bytes32' }] as const
  const data = encodeAbiParameters(words, [100n, 5n, zeroHash])
  const args = { tokenId: 7n, payer: fan, amountWei: 100n, feeWei: 5n, ref: zeroHash }
  expect(decodeLog({ address, topics: topics.flat().filter((topic) => topic !== null), data })).toEqual({
    emitter: address,
    eventName: 'PassPaid',
    args,
  })
})

test('what is not ours is null: a coin’s Transfer, a foreign event, a log without topics', () => {
  const coin = encodeEventTopics({ abi: erc20Abi, eventName: 'Transfer', args: { from: fan, to: fan } })
  const topics = coin.flat().filter((topic) => topic !== null)
  expect(decodeLog({ address, topics, data: numberToHex(1, { size: 32 }) })).toBeNull()
  expect(decodeLog({ address, topics: [zeroHash], data: '0x' })).toBeNull()
  expect(decodeLog({ address, topics: [], data: '0x' })).toBeNull()
})
