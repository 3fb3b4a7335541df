import type { Readable } from 'node:stream'
import { media as contracts } from '@corefans/shared/contracts/index.ts'
import { me } from '../../kernel/ctx.ts'
import type { House } from '../../kernel/house.ts'
import { describeMedia, keepImage, type MediaPorts } from '../media/index.ts'
import { serveMedia } from './serve-media.ts'
import { withUpload } from './upload.ts'

export function routes(house: House, ports: MediaPorts): void {
  house.mount.command(contracts.describeMedia, describeMedia)
  house.mount.bytes(contracts.uploadMedia, async (req) => {
    me({ actor: req.caller.account })
    const declared = Number(req.headers['content-length'] ?? 0)
    return withUpload(ports.blobs.scratch, req.body as Readable, declared, (file) => keepImage(ports, house.transact, req.caller, { file }))
  })
  house.mount.raw.get('/media/:id/:file', { config: { actFor: 'view' } }, serveMedia(house, ports))
}
