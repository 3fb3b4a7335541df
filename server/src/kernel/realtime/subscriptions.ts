import type { Socket } from './socket.ts'

/** Who is connected to this process, and which topics each is subscribed to. */
export function openSubscriptions() {
  const sockets = new Set<Socket>()
  const byTopic = new Map<string, Set<Socket>>()

  const leave = (socket: Socket, topic: string) => {
    socket.topics.delete(topic)
    const subscribed = byTopic.get(topic)
    subscribed?.delete(socket)
    if (subscribed?.size === 0) byTopic.delete(topic)
  }
  return {
    sockets,
    enter: (socket: Socket) => void sockets.add(socket),
    exit: (socket: Socket) => {
      sockets.delete(socket)
      for (const topic of [...socket.topics]) leave(socket, topic)
    },
    join: (socket: Socket, topic: string) => {
      socket.topics.add(topic)
      const subscribed = byTopic.get(topic)
      if (subscribed) subscribed.add(socket)
      else byTopic.set(topic, new Set([socket]))
    },
    leave,
    has: (topic: string): boolean => byTopic.has(topic),
    publish: (topic: string, frame: Buffer) => {
      for (const socket of byTopic.get(topic) ?? []) socket.sendRaw(frame)
    },
    of: (topic: string): readonly Socket[] => [...(byTopic.get(topic) ?? [])],
    ofAccount: (account: string): readonly Socket[] => [...sockets].filter((socket) => socket.caller.account === account),
  }
}
export type Subscriptions = ReturnType<typeof openSubscriptions>
