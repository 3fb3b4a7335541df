import type { ServerFrame } from '@corefans/shared/realtime.ts'
import type { WebSocket } from 'ws'
import type { Caller } from '../ctx.ts'

/** A client that does not read is cut here: its queue would be our memory. */
const maxQueuedBytes = 256 * 1024
const tryAgainLater = 1013
/** A client that stopped reading hears why if it reads on within this time; nothing more is queued for it meanwhile. */
const closeGraceMs = 60_000

let nextId = 1

/** One open connection: who it is, what it hears, and queues that cannot grow. */
export class Socket {
  readonly id = nextId++
  readonly topics = new Set<string>()
  alive = true
  visible = true
  /** Live frames wait here while missed ones are replayed, so that the newest state arrives last. */
  private held: Buffer[] | null = null
  /** Work of this socket that is not done yet. */
  waiting = 0
  private tail: Promise<void> = Promise.resolve()

  constructor(
    readonly ws: WebSocket,
    readonly caller: Caller,
  ) {}

  get isOpen(): boolean {
    return this.ws.readyState === this.ws.OPEN
  }

  /** Runs a task after those before it; once the client is gone the rest is dropped. */
  enqueue(task: () => Promise<void>, onError: (err: unknown) => void): void {
    this.waiting += 1
    this.tail = this.tail
      .then(() => (this.isOpen ? task() : undefined))
      .catch(onError)
      .finally(() => {
        this.waiting -= 1
      })
  }

  send(frame: ServerFrame): void {
    this.sendRaw(encode(frame))
  }

  sendRaw(frame: Buffer): void {
    if (this.held) this.held.push(frame)
    else this.write(frame)
  }

  hold(): void {
    this.held ??= []
  }

  /** Sends what was missed, then what waited. */
  release(missed: readonly Buffer[]): void {
    const waited = this.held ?? []
    this.held = null
    for (const frame of [...missed, ...waited]) this.write(frame)
  }

  close(code: number, reason: string): void {
    this.ws.close(code, reason)
    setTimeout(() => this.ws.terminate(), closeGraceMs).unref()
  }

  private write(frame: Buffer): void {
    if (!this.isOpen) return
    if (this.ws.bufferedAmount > maxQueuedBytes) this.close(tryAgainLater, 'not reading')
    else this.ws.send(frame, { binary: false })
  }
}

export const encode = (frame: ServerFrame): Buffer => Buffer.from(JSON.stringify(frame))
