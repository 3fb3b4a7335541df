import { expect, test } from 'vitest'
import { aWallet } from '../../testing/wallet.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

test('PAY-05 an account has several wallets and one that is paid; changing or removing that one needs a fresh sign-in', async () => {
  const maya = await world().person()
  const wallets = [await aWallet(world(), maya), await aWallet(world(), maya)]
  const [first, second] = wallets.map((wallet) => wallet.account.address.toLowerCase() as `0x${string}`) as [`0x${string}`, `0x${string}`]
  const paid = async () => (await maya.must('GET /api/me/wallets', {})).items.map(({ address, primary }) => [address, primary])
  expect(await paid()).toEqual([
    [first, true],
    [second, false],
  ])
  await world().visitor.must('POST /api/demo/clock', { advanceMs: 11 * 60_000 })
  const stale = '/problems/accounts/fresh-sign-in'
  const refused: { body: { type?: string } | null } = await maya.call('DELETE /api/me/wallets/:address', { address: first })
  expect(refused.body?.type).toBe(stale)
  expect((await maya.call('PUT /api/me/wallets/:address/primary', { address: second })).body.type).toBe(stale)
  expect(await paid()).toEqual([
    [first, true],
    [second, false],
  ])
  await world().db.sql(`update sessions set created_at = app_now() where account_id = $1`, [maya.id])
  await maya.must('DELETE /api/me/wallets/:address', { address: second })
  await aWallet(world(), maya)
  await maya.must('DELETE /api/me/wallets/:address', { address: first })
  expect((await paid()).map(([, primary]) => primary)).toEqual([true])
})
