import { feed as contracts } from '@corefans/shared/contracts/index.ts'
import type { Host } from '../../kernel/host.ts'
import { readFeed } from './read-feed.ts'

export const routes = ({ mount, chain }: Host): void => mount.query(contracts.readFeed, readFeed(chain))
