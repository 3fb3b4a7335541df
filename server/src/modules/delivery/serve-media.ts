import { isId } from '@corefans/shared/values/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Read, readOn } from '../../kernel/ctx.ts'
import { Problem } from '../../kernel/errors.ts'
import type { Host } from '../../kernel/host.ts'
import { every } from '../../kernel/timers.ts'
import { accessProblem, judge } from '../access/index.ts'
import { blobKey, type MediaPorts, type MediaRow, mediaProblem, renditionOf } from '../media/index.ts'
import { sendBlob } from './send-blob.ts'

const isName = /^[a-z0-9-]{1,40}(\.[a-z0-9]{1,8})?$/

/**
 * Bytes of an asset, if the viewer may see them at this moment: the policy is asked for every request, one for a range,
 * a conditional one and a HEAD too, so an address that once opened says nothing. Faces are public; a locked post shows its
 * preview only.
 */
export const serveMedia =
  (host: Host, ports: Pick<MediaPorts, 'blobs'>) =>
  async (req: FastifyRequest<{ Params: { id: string; file: string } }>, reply: FastifyReply) => {
    const { id, file } = req.params
    if (!isId(id) || !isName.test(file)) throw mediaProblem.unknown()
    const read = readOn(host, req.caller)
    const found = await renditionOf(read, id, file.replace(/\..*$/, ''))
    if (!found) throw mediaProblem.unknown()
    const mustSee = () => mustMaySee(read, found, found.name)
    await mustSee()
    const blob = await ports.blobs.find(`${blobKey(id)}/${found.file}`)
    if (!blob) throw mediaProblem.unknown()
    void reply.header('vary', 'Cookie').header('content-disposition', 'inline')
    void reply.header('cache-control', found.isFace ? 'public, max-age=31536000, immutable' : 'private, no-cache')
    if (blob.bytes > longBytes) askAgain(reply, mustSee)
    // Bytes under an id never change.
    return sendBlob(req, reply, blob, { etag: `"${id}-${found.file}"`, type: found.contentType })
  }

/** Less than this has left before anybody could ask again. */
const longBytes = 256 * 1024
const askEveryS = 1

/** Whoever loses access while the bytes flow gets no more of them: the policy is asked each second until the answer has ended. */
function askAgain(reply: FastifyReply, mustSee: () => Promise<void>): void {
  const stop = every(askEveryS, 'media', mustSee, (err) => {
    if (err instanceof Problem) reply.raw.destroy()
  })
  reply.raw.once('close', () => void stop())
}

async function mustMaySee(read: Read, media: MediaRow, rendition: string): Promise<void> {
  if (media.isFace || media.ownerId === read.actor) return
  if (!media.subjectId) throw mediaProblem.unknown()
  const [judged] = await judge(read, [{ viewer: read.actor, subjectId: media.subjectId }], ['post', 'comment', 'message'])
  if (!judged || judged.verdict === 'hidden') throw mediaProblem.unknown()
  if (judged.verdict === 'locked' && rendition !== 'preview') throw accessProblem.locked()
}
