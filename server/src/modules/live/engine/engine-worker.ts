// The engine's own process: what it cannot bear ends it and not the server. It hears jobs and tells what happened, by IPC.
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { networkInterfaces } from 'node:os'
import ndc from 'node-datachannel'
import type { Job, Told } from './engine.ts'
import { type Answered, Room, type Settings } from './room.ts'

ndc.initLogger('Fatal', () => {})

/** Where nothing but this machine can be reached, it is reached at its loopback address. */
const isAlone = !Object.values(networkInterfaces())
  .flat()
  .some((address) => address && !address.internal)
const port = Number(process.env.LIVE_UDP_PORT) || (await freeUdpPort())
const settings: Settings = {
  iceServers: [],
  ...(isAlone ? { bindAddress: '127.0.0.1' } : {}),
  disableAutoNegotiation: true,
  forceMediaTransport: true,
  mtu: 1280,
  enableIceUdpMux: true,
  portRangeBegin: port,
  portRangeEnd: port,
}
const rooms = new Map<string, Room>()
const say = (told: Told): void => void process.send?.(told)

async function freeUdpPort(): Promise<number> {
  const socket = createSocket('udp4').bind(0)
  await once(socket, 'listening')
  const found = socket.address().port
  socket.close()
  return found
}

function roomOf(name: string): Room {
  const room = rooms.get(name) ?? new Room(settings, (session, role) => say({ type: 'left', room: name, session, role }))
  rooms.set(name, room)
  return room
}

async function answer(job: Extract<Job, { sdp: string }>): Promise<Answered> {
  try {
    const room = roomOf(job.room)
    return await (job.type === 'publish' ? room.publish(job.session, job.sdp) : room.watch(job.session, job.sdp))
  } catch {
    rooms.get(job.room)?.close(job.session)
    return { refusal: 'bad-offer' }
  }
}

process.on('message', async (job: Job) => {
  if (job.type === 'close') rooms.get(job.room)?.close(job.session)
  else if (job.type === 'end') {
    rooms.get(job.room)?.closeAll()
    rooms.delete(job.room)
  } else say({ type: 'answered', session: job.session, answered: await answer(job) })
})
process.on('disconnect', () => process.exit())
say({ type: 'ready', port })
