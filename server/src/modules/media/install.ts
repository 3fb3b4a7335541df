import { nobody } from '../../kernel/ctx.ts'
import type { Host } from '../../kernel/host.ts'
import type { MediaPorts } from './keep-image.ts'
import { sweepAssets } from './make-asset.ts'

export function install(host: Host, { blobs }: Pick<MediaPorts, 'blobs'>): void {
  host.cron('media.sweep', '17 * * * *', () => host.transact(nobody, (ctx) => sweepAssets(ctx, blobs)))
}
