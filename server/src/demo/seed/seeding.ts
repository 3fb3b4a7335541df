import type { Host } from '../../kernel/host.ts'
import type { MediaPorts } from '../../modules/media/index.ts'

/** What every step of the seed is given. `epoch` is the world's first start; its times are offsets from it. */
export type Seeding = { host: Host; media: MediaPorts; epoch: Date; say: (words: string) => void }

export const at = (seeding: Pick<Seeding, 'epoch'>, offset: number): Date => new Date(seeding.epoch.getTime() + offset)
