import type { WireEvent } from '@corefans/shared/events/wire.ts'

export type Page<T> = { items: T[]; nextCursor: string | null }

/** What makes a list grow while it is read. */
export type Growth<T> = {
  /** The query of the list, as `readPages` makes it. */
  query: { queryKey: readonly unknown[]; queryFn?: unknown }
  /** One of them, as the button says it: “Show 3 new posts”. */
  noun: string
  /** Whether an event may have brought a new one. */
  isNews: (event: WireEvent) => boolean
  /** Topics that tell of it, besides those that the page holds already. */
  topics?: (shown: T[]) => string[]
  /** Looks by itself as well, for what no topic tells. */
  everyMs?: number
  /** Where the reader is brought who asked for the new ones; the top of the page if nothing is said. */
  toTop?: () => void
}

export type NewItemsProps<T> = { growth: Growth<T>; keyOf: (item: T) => string; shown: T[] }
