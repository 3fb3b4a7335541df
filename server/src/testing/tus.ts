import type { Person } from './person.ts'
import type { TestWorld } from './world.ts'

type Headers = Record<string, string>
type Asked = { method: 'POST' | 'HEAD' | 'PATCH' | 'DELETE'; url?: string; headers?: Headers; bytes?: Buffer }
export const tusHeaders = { 'tus-resumable': '1.0.0' }

/** One request of the protocol by a person. */
export const tus = (world: TestWorld, who: Person, { method, url = '/api/uploads', headers = {}, bytes }: Asked) =>
  world.host.app.inject({
    method,
    url,
    headers: { ...tusHeaders, ...(who.cookie ? { cookie: who.cookie } : {}), ...headers },
    ...(bytes ? { payload: bytes } : {}),
  })

const announced = (size: number, type: string) => ({
  'upload-length': String(size),
  'upload-metadata': `filetype ${Buffer.from(type).toString('base64')}`,
})
export const begin = (world: TestWorld, who: Person, size: number, type = 'video/mp4') =>
  tus(world, who, { method: 'POST', headers: announced(size, type) })

type Piece = { url: string; offset: number; bytes: Buffer }
export const send = (world: TestWorld, who: Person, { url, offset, bytes }: Piece) =>
  tus(world, who, {
    method: 'PATCH',
    url,
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    bytes,
  })

/** Brings a file in two pieces and waits until it is ready or failed; answers what its owner sees of it. */
export async function bring(world: TestWorld, who: Person, bytes: Buffer, type?: string) {
  const url = (await begin(world, who, bytes.length, type)).headers.location as string
  const half = bytes.length >> 1
  await send(world, who, { url, offset: 0, bytes: bytes.subarray(0, half) })
  await send(world, who, { url, offset: half, bytes: bytes.subarray(half) })
  await world.settled()
  return who.must('GET /api/media/:mediaId', { mediaId: url.split('/').at(-1) as string })
}
