import { feed as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { readFeed } from './read-feed.ts'

export const routes = (host: Host): void => host.mount.query(contracts.readFeed, readFeed(host))
