import { ask, publishMore, type Racer, type Stage, standingSocket, surfaces } from './access-points.ts'

/** Milliseconds from the transfer's block to the moment when a surface was first seen closed, and open. */
export type Delays = Record<string, { closedMs: number; openedMs: number }>
export type Race = { stage: Stage; from: Racer; to: Racer; move: () => Promise<void> }

const pauseMs = 20
const patienceMs = 30_000
const pause = () => new Promise((done) => setTimeout(done, pauseMs))

/**
 * One transfer while both sides look at everything all the time. Before it all is open to the holder and nothing to the
 * other; afterwards it must be the other way round on every surface, on the standing connection, and for what comes next.
 */
export async function race({ stage, from, to, move }: Race): Promise<Delays> {
  await mustBe(stage, from, true)
  await mustBe(stage, to, false)
  const socket = await standingSocket(stage, from)
  await move()
  const start = performance.now()
  const since = () => Math.round(performance.now() - start)
  const until = async (is: () => boolean | Promise<boolean>, what: string): Promise<number> => {
    while (!(await is())) {
      if (since() > patienceMs) throw new Error(`${what} after ${patienceMs} ms`)
      await pause()
    }
    return since()
  }
  const delays: Delays = {}
  await Promise.all(
    surfaces.map(async ({ name, isOpen }) => {
      const [closedMs, openedMs] = await Promise.all([
        until(async () => !(await isOpen(stage, from)), `“${name}” is open to whoever gave the pass away`),
        until(() => isOpen(stage, to), `“${name}” is closed to whoever has the pass`),
      ])
      delays[name] = { closedMs, openedMs }
    }),
  )
  const isTold = () => socket.frames.some((frame) => frame.type === 'denied' && frame.topic === `poll:${stage.pollId}`)
  const told = await until(isTold, 'the standing connection hears the poll')
  delays['standing connection'] = { closedMs: told, openedMs: 0 }
  await mustStaySilent(stage, to, socket.frames)
  socket.close()
  await mustBe({ ...stage, postId: await publishMore(stage) }, from, false, ['post', 'like'])
  return delays
}

async function mustBe(stage: Stage, who: Racer, open: boolean, names: readonly string[] = surfaces.map(({ name }) => name)): Promise<void> {
  for (const { name, isOpen } of surfaces)
    if (names.includes(name) && (await isOpen(stage, who)) !== open)
      throw new Error(`“${name}” is ${open ? 'closed' : 'open'} to @${who.handle}`)
}

/** A vote of the new holder is heard by the new holder, and not on the connection that was closed. */
async function mustStaySilent(stage: Stage, to: Racer, frames: readonly { type: string }[]): Promise<void> {
  const heard = await standingSocket(stage, to)
  const before = frames.length
  const choice = { method: 'POST', body: '{"optionIds":[2]}', headers: { 'content-type': 'application/json' } }
  await ask(stage, to, `/api/polls/${stage.pollId}/votes`, choice)
  await heard.heard((frame) => frame.type === 'event' && frame.event.type === 'poll.tallied')
  heard.close()
  if (frames.slice(before).some(({ type }) => type === 'event')) throw new Error('the closed connection still hears the poll')
}
