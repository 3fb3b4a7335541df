import { accountsWire } from './accounts.ts'
import type { Audience, Wire } from './audience.ts'
import { commentsWire } from './comments.ts'
import type { DomainEvent, EventType } from './index.ts'
import { liveWire } from './live.ts'
import { marketWire } from './market.ts'
import { mediaWire } from './media.ts'
import { messagesWire } from './messages.ts'
import { notificationsWire } from './notifications.ts'
import { passesWire } from './passes.ts'
import { paymentsWire } from './payments.ts'
import { pollsWire } from './polls.ts'
import { postsWire } from './posts.ts'
import { profilesWire } from './profiles.ts'
import { reactionsWire } from './reactions.ts'
import { safetyWire } from './safety.ts'
import { teamsWire } from './teams.ts'
import { tokensWire } from './tokens.ts'

// `satisfies` makes it exhaustive: an event that says nothing of its audiences does not compile.
const wire = {
  ...accountsWire,
  ...commentsWire,
  ...liveWire,
  ...marketWire,
  ...mediaWire,
  ...messagesWire,
  ...notificationsWire,
  ...passesWire,
  ...paymentsWire,
  ...pollsWire,
  ...postsWire,
  ...profilesWire,
  ...reactionsWire,
  ...safetyWire,
  ...teamsWire,
  ...tokensWire,
} satisfies Wire<DomainEvent>

/** What a client can hear: the views of all events, and nothing of the events themselves. */
export type WireEvent = { [T in EventType]: ReturnType<(typeof wire)[T][number]['view']> }[EventType]

const audiencesOf = (event: DomainEvent): readonly Audience<DomainEvent>[] =>
  // An older process may have written a kind that this one does not know: it stays inside.
  (wire as Record<string, readonly Audience<DomainEvent>[] | undefined>)[event.type] ?? []

/** Every topic that hears an event. */
export const topicsOf = (event: DomainEvent): string[] => [...new Set(audiencesOf(event).flatMap((audience) => audience.topics(event)))]

/** What one topic hears of an event; null where the event has nothing to say to it. */
export function wireView(event: DomainEvent, topic: string): WireEvent | null {
  const heard = audiencesOf(event).find((audience) => audience.topics(event).includes(topic))
  return heard ? (heard.view(event, topic) as WireEvent) : null
}
