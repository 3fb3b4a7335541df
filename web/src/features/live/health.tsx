import { useEffect, useState } from 'react'

const everyMs = 2_000
type Sent = { bytes: number; at: number; lost: number }

/** How well the picture leaves: bits a second, and the share that was lost. */
export function Health({ connection }: { connection: RTCPeerConnection | null }) {
  const [line, setLine] = useState('')
  useEffect(() => {
    if (!connection) return
    let before: Sent | null = null
    const timer = setInterval(async () => {
      const now = sentOf(await connection.getStats())
      if (before && now.at > before.at) setLine(wordsOf(((now.bytes - before.bytes) * 8_000) / (now.at - before.at), now.lost))
      before = now
    }, everyMs)
    return () => clearInterval(timer)
  }, [connection])
  return <p className="muted num">{line}</p>
}

const wordsOf = (bitsPerSecond: number, lost: number): string =>
  `${(bitsPerSecond / 1_000_000).toFixed(1)} Mbit/s, ${Math.round(lost * 100)} % lost`

type Outbound = { type: string; bytesSent?: number; timestamp: number; fractionLost?: number }
function sentOf(stats: RTCStatsReport): Sent {
  const sent: Sent = { bytes: 0, at: 0, lost: 0 }
  stats.forEach((report: Outbound) => {
    if (report.type === 'outbound-rtp') {
      sent.bytes += report.bytesSent ?? 0
      sent.at = Math.max(sent.at, report.timestamp)
    }
    if (report.type === 'remote-inbound-rtp') sent.lost = Math.max(sent.lost, report.fractionLost ?? 0)
  })
  return sent
}
