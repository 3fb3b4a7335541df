import { ApiProblem } from '../../lib/problem.ts'
import { exchange, type Session } from './sdp-exchange.ts'

export type LinkState = 'connecting' | 'connected' | 'lost' | 'refused'
/** `close` resolves once the server knows, or cannot be told. */
export type Link = { close: () => Promise<void> }
type Options = {
  url: string
  key?: string
  /** Says what is sent or received. */
  prepare: (connection: RTCPeerConnection) => void
  onState: (state: LinkState, problem: ApiProblem | null) => void
}

const [firstRetryMs, slowestRetryMs] = [500, 5_000]

/**
 * A WebRTC connection to the server that comes back by itself: after a loss of the network it is made anew, as often as it
 * takes, until it is closed here or refused there.
 */
export function keepConnected({ url, key, prepare, onState }: Options): Link {
  let now: { connection: RTCPeerConnection; session: Session | null } | null = null
  let isClosed = false
  let waitMs = firstRetryMs
  let retry: ReturnType<typeof setTimeout> | undefined

  const drop = () => {
    const last = now
    now = null
    last?.connection.close()
    return last?.session?.end()
  }
  const again = () => {
    onState('lost', null)
    clearTimeout(retry)
    retry = setTimeout(() => void open(), waitMs)
    waitMs = Math.min(slowestRetryMs, waitMs * 2)
  }
  const failed = (error: unknown) => {
    if (isClosed) return
    // What is being mended by the server's own words is asked for again: no network, or an engine that starts.
    const mayHeal = !(error instanceof ApiProblem) || error.status === 0 || error.status >= 500 || error.type === 'live/already-publishing'
    if (mayHeal) again()
    else onState('refused', error)
  }
  const open = async (): Promise<void> => {
    await drop()
    if (isClosed) return
    onState('connecting', null)
    const connection = new RTCPeerConnection()
    const mine = { connection, session: null as Session | null }
    now = mine
    prepare(connection)
    connection.onconnectionstatechange = () => {
      if (now !== mine) return
      if (connection.connectionState === 'connected') {
        waitMs = firstRetryMs
        onState('connected', null)
      }
      if (['failed', 'disconnected'].includes(connection.connectionState)) again()
    }
    try {
      await connection.setLocalDescription()
      mine.session = await exchange(url, connection.localDescription?.sdp ?? '', key)
      if (now === mine) await connection.setRemoteDescription({ type: 'answer', sdp: mine.session.answer })
      else await mine.session.end()
    } catch (error) {
      if (now === mine) failed(error)
    }
  }
  void open()
  return {
    close: async () => {
      isClosed = true
      clearTimeout(retry)
      await drop()
    },
  }
}
