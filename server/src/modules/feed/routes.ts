import { feed as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { firstPass } from './first-pass.ts'
import { readFeed } from './read-feed.ts'

export function routes(host: Host): void {
  host.mount.query(contracts.readFeed, readFeed(host))
  host.mount.query(contracts.firstPass, firstPass(host))
}
