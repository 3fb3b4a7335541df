import { expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

const world = useWorld()

test('PRE-01 somebody who connects is online for those who look, and whoever hides is absent and sees nobody', async () => {
  const [maya, fan] = [await world().person(), await world().person()]
  const watching = await fan.socket()
  await watching.join(`presence:${maya.handle}`)
  const state = async (who = fan) => (await who.must('GET /api/presence', { handles: maya.handle })).items[0]?.state
  expect(await state()).toBe('offline')
  const here = await maya.socket()
  await watching.heard((frame) => frame.type === 'state' && frame.state.type === 'presence' && frame.state.state === 'online')
  expect(await state()).toBe('online')
  here.send({ type: 'active', visible: false })
  await watching.heard((frame) => frame.type === 'state' && frame.state.type === 'presence' && frame.state.state === 'away')
  here.close()
  await watching.heard((frame) => frame.type === 'state' && frame.state.type === 'presence' && frame.state.state === 'offline')
  await maya.must('PATCH /api/me/profile', { hidesPresence: true })
  expect(await state()).toBeUndefined()
  expect((await maya.must('GET /api/presence', { handles: fan.handle })).items).toEqual([])
  expect(await (await fan.socket()).join(`presence:${maya.handle}`)).toMatchObject({ type: 'denied' })
  watching.close()
})

test('PRE-03 the last activity is told to the minute and no finer', async () => {
  const maya = await world().person()
  await world().db.sql(
    `insert into last_seen values ($1, '2026-01-01T10:20:30.456Z') on conflict (account_id) do update set at = excluded.at`,
    [maya.id],
  )
  const [row] = (await world().visitor.must('GET /api/presence', { handles: maya.handle })).items
  expect(row?.lastActiveAt).toBe('2026-01-01T10:20:00.000Z')
})
