import { isId } from '@corefans/shared/values/ids.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Read, readOn } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
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
    await mustMaySee(read, found, found.name)
    const blob = await ports.blobs.find(`${blobKey(id)}/${found.file}`)
    if (!blob) throw mediaProblem.unknown()
    void reply.header('vary', 'Cookie').header('content-disposition', 'inline')
    void reply.header('cache-control', found.isFace ? 'public, max-age=31536000, immutable' : 'private, no-cache')
    // Bytes under an id never change.
    return sendBlob(req, reply, blob, { etag: `"${id}-${found.file}"`, type: found.contentType })
  }

async function mustMaySee(read: Read, media: MediaRow, rendition: string): Promise<void> {
  if (media.isFace || media.ownerId === read.actor) return
  if (!media.subjectId) throw mediaProblem.unknown()
  const [judged] = await judge(read, [{ viewer: read.actor, subjectId: media.subjectId }])
  if (!judged || judged.verdict === 'hidden') throw mediaProblem.unknown()
  if (judged.verdict === 'locked' && rendition !== 'preview') throw accessProblem.locked()
}
