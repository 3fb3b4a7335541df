import { feed as contracts } from '@corefans/shared/contracts/index.ts'
import type { House } from '../../kernel/house.ts'
import { readFeed } from './read-feed.ts'

export const routes = ({ mount, chain }: House): void => mount.query(contracts.readFeed, readFeed(chain))
