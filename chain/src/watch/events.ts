import { type Hex, toEventSelector } from 'viem'
import { accessPassAbi } from '../abi/access-pass.ts'
import { passFactoryAbi } from '../abi/pass-factory.ts'

const names = ['CollectionCreated', 'TierSet', 'PassPaid', 'SubscriptionUpdate', 'Transfer', 'Withdrawn'] as const

type WatchedEntry = Extract<
  (typeof passFactoryAbi)[number] | (typeof accessPassAbi)[number],
  { type: 'event'; name: (typeof names)[number] }
>

/** The events that mean something to the product; approvals and factory ownership do not. */
export const watchedEvents: readonly WatchedEntry[] = [...passFactoryAbi, ...accessPassAbi].filter(
  (entry): entry is WatchedEntry => entry.type === 'event' && (names as readonly string[]).includes(entry.name),
)

/** First topics of the watched events: what to ask a node for. */
export const watchedTopics: readonly Hex[] = watchedEvents.map((event) => toEventSelector(event))
