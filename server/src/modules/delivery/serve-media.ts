import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Read } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import { accessProblem, judge } from '../access/index.ts'
import { blobKey, fileOf, isRendition, type MediaPorts, type MediaRow, mediaById, mediaProblem, type Rendition } from '../media/index.ts'

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Bytes of an image, if the viewer may see them at this moment: the policy is asked for every request, a conditional one
 * too, so an address that once opened says nothing. Faces are public; a locked post shows its preview only.
 */
export const serveMedia =
  (host: Host, ports: MediaPorts) => async (req: FastifyRequest<{ Params: { id: string; file: string } }>, reply: FastifyReply) => {
    const { id, file } = req.params
    const rendition = file.replace(/\.webp$/, '')
    const media =
      isId.test(id) && isRendition(rendition) ? await mediaById({ sql: host.db.sql, actor: null, caller: req.caller }, id) : undefined
    if (!media) throw mediaProblem.unknown()
    await mustMaySee({ sql: host.db.sql, actor: req.caller.account, caller: req.caller }, host.chain.id, media, rendition as Rendition)
    const stored = fileOf(rendition as Rendition)
    const blob = await ports.blobs.find(`${blobKey(id)}/${stored}`)
    if (!blob) throw mediaProblem.unknown()
    const etag = `"${id}-${stored}"` // bytes under an id never change
    void reply.header('etag', etag).header('vary', 'Cookie').header('content-disposition', 'inline')
    void reply.header('cache-control', media.isFace ? 'public, max-age=31536000, immutable' : 'private, no-cache')
    if (req.headers['if-none-match'] === etag) return reply.code(304).send()
    return reply.type('image/webp').header('content-length', blob.bytes).send(blob.open())
  }

async function mustMaySee(read: Read, chainId: number, media: MediaRow, rendition: Rendition): Promise<void> {
  if (media.isFace || media.ownerId === read.actor) return
  if (!media.subjectId) throw mediaProblem.unknown()
  const [judged] = await judge(read, chainId, [{ viewer: read.actor, subjectId: media.subjectId }])
  if (!judged || judged.verdict === 'hidden') throw mediaProblem.unknown()
  if (judged.verdict === 'locked' && rendition !== 'preview') throw accessProblem.locked()
}
