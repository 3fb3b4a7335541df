import { useHydrated } from '../lib/hydrated.ts'
import { ago, clockOf, dayOf, fullDate, monthOf, serverZone, viewerZone } from '../lib/when.ts'

type Style = 'ago' | 'clock' | 'month' | 'day' | 'full'

/** A moment in the viewer's zone and language; the server prints it in UTC until those are known. */
export function Time({ iso, as = 'ago', now = Date.now() }: { iso: string; as?: Style; now?: number }) {
  const hydrated = useHydrated()
  const zone = hydrated ? viewerZone : serverZone
  const text = {
    ago: () => ago(iso, now, zone),
    clock: () => clockOf(iso, zone),
    month: () => monthOf(iso, zone),
    day: () => dayOf(iso, zone),
    full: () => fullDate(iso, zone),
  }[as]()
  return (
    <time key={String(hydrated)} dateTime={iso} title={fullDate(iso, zone)} suppressHydrationWarning>
      {text}
    </time>
  )
}
