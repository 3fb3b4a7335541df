import type { WireEvent } from '@corefans/shared/events/wire.ts'
import type { EphemeralState } from '@corefans/shared/realtime.ts'
import type { QueryClient } from '@tanstack/react-query'

/** One member of a union by its type. Where an event has a view for each audience, all of them. */
type Of<U extends { type: string }, T extends U['type']> = U extends { type: infer Own } ? (T extends Own ? U : never) : never

type Handlers<U extends { type: string }> = { [T in U['type']]?: (queries: QueryClient, word: Of<U, T>) => void }

/** What a feature does when the socket brings an event, or a state that is true just now. It exports this as `live`. */
export type LiveHandlers = { events?: Handlers<WireEvent>; states?: Handlers<EphemeralState> }

const call = <U extends { type: string }>(handlers: Handlers<U> | undefined, queries: QueryClient, word: U): void =>
  handlers?.[word.type as U['type']]?.(queries, word as Of<U, U['type']>)

/** Brings an event to every feature that handles its type, in the order of the list. */
export function handleEvent(features: readonly LiveHandlers[], queries: QueryClient, event: WireEvent): void {
  for (const { events } of features) call(events, queries, event)
}

export function handleState(features: readonly LiveHandlers[], queries: QueryClient, state: EphemeralState): void {
  for (const { states } of features) call(states, queries, state)
}
