import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { MediaPorts } from './keep-image.ts'
import { sweepAssets } from './make-asset.ts'
import { processUpload } from './process-upload.ts'

/** Two files at once on all machines together would be slow for the third; a file keeps one core busy for seconds. */
const places = 2
const timeoutMs = 45 * 60_000

export function install(host: Host, ports: MediaPorts): void {
  host.cron('media.sweep', '17 * * * *', () => host.transact(nobody, (ctx) => sweepAssets(ctx, ports.blobs)))
  const work = host.work('media.process', { queue: 'media', concurrency: places, timeoutMs }, processUpload(ports))
  host.onInTransaction('media.changed', async (ctx, { mediaId, state }) => {
    if (state === 'processing') await work.enqueue(ctx, { mediaId })
  })
}
