import { useEffect } from 'react'
import { createStore } from './store.ts'

type Socket = { join: (topic: string) => void; leave: (topic: string) => void }

/** Whether the server can be reached just now. */
export const connection = createStore<'starting' | 'online' | 'offline'>('starting')
const held: string[] = []
let socket: Socket | null = null

/** The socket's code comes after the page; what the page wants to hear until then is told to it now. */
export function attach(next: Socket): void {
  socket = next
  for (const topic of held) next.join(topic)
}

/** While mounted, the server tells this tab what happens under the topic. */
export function useTopic(topic: string | null): void {
  useEffect(() => {
    if (!topic) return
    held.push(topic)
    socket?.join(topic)
    return () => {
      held.splice(held.indexOf(topic), 1)
      socket?.leave(topic)
    }
  }, [topic])
}
