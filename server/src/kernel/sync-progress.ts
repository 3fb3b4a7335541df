/** How far a watch has come: `applied` is null before the first block, `head` until the node has answered. */
export type Place = { head: bigint | null; applied: bigint | null; behind: bigint | null }

/** Closer than this to the head is no backfill: a few blocks behind is how every chain is followed. */
const nearBlocks = 64n

/** Says every `everyMs` how a backfill goes, and once that it is done; silent at the head. Answers how to stop. */
export function reportSyncProgress(place: () => Place, say: (words: string) => void, everyMs = 5_000): () => void {
  const teller = syncProgressWords()
  const timer = setInterval(() => {
    const words = teller(place(), performance.now())
    if (words) say(words)
  }, everyMs)
  timer.unref()
  return () => clearInterval(timer)
}

/** Words for one place after the other, with the pace since the backfill was first seen; null where nothing is to be told. */
export function syncProgressWords(): (place: Place, nowMs: number) => string | null {
  let began: { applied: bigint; atMs: number } | null = null
  return ({ head, applied, behind }, nowMs) => {
    if (head === null || behind === null || (behind <= nearBlocks && !began)) return null
    const at = applied ?? head - behind
    if (behind <= nearBlocks) {
      began = null
      return `the chain is read up to block ${words(at)}`
    }
    began ??= { applied: at, atMs: nowMs }
    const perSecond = nowMs > began.atMs ? Number(at - began.applied) / ((nowMs - began.atMs) / 1_000) : 0
    const left = perSecond > 0 ? `, ${Math.ceil(Number(behind) / perSecond)} s left` : ''
    return `reading the chain: block ${words(at)} of ${words(head)}${left}`
  }
}

const words = (number: bigint): string => number.toString().replace(/\B(?=(\d{3})+$)/g, ',')
