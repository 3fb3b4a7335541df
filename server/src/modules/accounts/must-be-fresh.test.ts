import type { Contract } from '@corefans/shared/contract.ts'
import * as modules from '@corefans/shared/contracts/index.ts'
import { generatePrivateKey, privateKeyToAccount } from 'viem/accounts'
import { createSiweMessage } from 'viem/siwe'
import { expect, test } from 'vitest'
import type { Person } from '../../testing/person.ts'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()
const contracts = Object.values(modules).flatMap((module) =>
  (Object.values(module) as unknown[]).filter((one): one is Contract => typeof one === 'object' && one !== null && 'route' in one),
)
/** What changes who gets in, who may act, or who is paid. Ending sessions and leaving stay easy: they take away only. */
const grave = /^(POST|PUT|PATCH|DELETE) \/api\/(me\/(wallets|passkeys|password|email)\b|teams\/:teamId\/(invitations$|payout|members))/
const takesAway = new Set(['DELETE /api/teams/:teamId/members/:handle'])

const age = (person: Person) =>
  world().db.sql(`update sessions set created_at = app_now() - interval '11 minutes' where account_id = $1`, [person.id])

async function proofOf(person: Person) {
  const account = privateKeyToAccount(generatePrivateKey())
  const { issuedAt, expirationTime, ...fields } = await person.must('POST /api/wallets/challenge', {})
  const message = createSiweMessage({
    ...fields,
    address: account.address,
    version: '1',
    issuedAt: new Date(issuedAt),
    expirationTime: new Date(expirationTime),
  })
  return { message, signature: await account.signMessage({ message }), kind: 'browser' as const }
}

test('A4 every call that changes a way in, out or payout says so on its contract, and an old session is refused by all of them', async () => {
  const found = contracts.filter(({ route }) => grave.test(route) && !takesAway.has(route))
  expect(found.length).toBeGreaterThanOrEqual(10)
  expect(found.filter(({ fresh }) => !fresh).map(({ route }) => route)).toEqual([])
  const maya = await world().person()
  await age(maya)
  const id = '00000000-0000-4000-8000-000000000000'
  const address = `0x${'1'.repeat(40)}`
  const input = {
    ...{ teamId: id, handle: maya.handle, role: 'owner', split: null, address, next: 'correct horse battery', passkeyId: 'x' },
    ...{ message: 'm', signature: '0x12', kind: 'browser', answer: { id: 'a', rawId: 'a', type: 'public-key' } },
  }
  for (const contract of contracts.filter(({ fresh }) => fresh)) {
    const fields = Object.keys((contract.input as unknown as { shape: object }).shape).filter((name) => name in input)
    const body = Object.fromEntries(fields.map((name) => [name, input[name as keyof typeof input]]))
    const answer = await maya.call(contract.route as 'PUT /api/me/password', body as never)
    expect([contract.route, answer.status, answer.body.type]).toEqual([contract.route, 403, '/problems/accounts/fresh-sign-in'])
  }
})

test('A4 a stolen old session links no wallet; soon after a sign-in a wallet is linked and a password set, and the owner is told of both', async () => {
  const maya = await world().person()
  await age(maya)
  const proof = await proofOf(maya)
  expect((await maya.call('POST /api/me/wallets', proof)).status).toBe(403)
  expect((await maya.call('PUT /api/me/password', { next: 'correct horse battery' })).status).toBe(403)
  await world().db.sql(`update sessions set created_at = app_now() where account_id = $1`, [maya.id])
  expect((await maya.call('POST /api/me/wallets', proof)).status).toBe(201)
  await world().settled()
  const told = async (person: Person) => (await person.must('GET /api/notifications', {})).items.map(({ type, text }) => [type, text])
  expect(await told(maya)).toEqual([['system', 'A wallet was linked to your account']])
  const changed = await maya.call('PUT /api/me/password', { next: 'correct horse battery' })
  expect(changed.status).toBe(200)
  await world().settled()
  const cookie = String(changed.headers['set-cookie']).split(';')[0] as string
  const again = await world().host.app.inject({ method: 'GET', url: '/api/notifications', headers: { cookie } })
  expect(again.json<{ items: { text: string }[] }>().items[0]?.text).toBe('Your password was set')
})
