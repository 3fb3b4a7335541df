import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a node can do to us; `honest` passes everything on. */
export const lies = ['honest', 'drops a log', 'invents a log', 'serves an old head', 'serves another chain', 'stalls', 'dies'] as const
export type Lie = (typeof lies)[number]

type Call = { id: number; method: string; params: unknown[] }
type Log = { data: string; logIndex: string; transactionHash: string; topics: string[] }

/** A JSON-RPC node in front of a real one that lies on demand. `forgery` makes a log out of a true one. */
export async function lyingRpc(target: string, forgery: (log: Log) => Log | null) {
  let lie: Lie = 'honest'
  let oldHead = '0x0'
  const ask = async (call: Call): Promise<{ result?: unknown }> =>
    (await (
      await fetch(target, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(call) })
    ).json()) as object
  const answers: Partial<Record<Lie, (call: Call, honest: { result?: unknown }) => Promise<object> | object>> = {
    'drops a log': (call, honest) => (call.method === 'eth_getLogs' ? { ...honest, result: [] } : honest),
    'invents a log': (call, honest) =>
      call.method === 'eth_getLogs' ? { ...honest, result: withForgery(honest.result as Log[], forgery) } : honest,
    'serves an old head': (call, honest) =>
      call.method === 'eth_getBlockByNumber' && call.params[0] === 'latest' ? ask({ ...call, params: [oldHead, false] }) : honest,
    'serves another chain': (_, honest) =>
      JSON.parse(JSON.stringify(honest).replace(/"(hash|parentHash|blockHash)":"0x[0-9a-f]{8}/g, '"$1":"0xdeadbeef')),
  }
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const call = JSON.parse(await bodyOf(request)) as Call
    if (lie === 'stalls') return
    if (lie === 'dies') return void response.destroy()
    const honest = await ask(call)
    const answer = (await answers[lie]?.(call, honest)) ?? honest
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answer))
  }
  const server = createServer((request, response) => void serve(request, response).catch(() => response.destroy()))
  await new Promise<void>((up) => server.listen(0, '127.0.0.1', up))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    tell: async (next: Lie) => {
      oldHead = String((await ask({ id: 1, method: 'eth_blockNumber', params: [] })).result)
      lie = next
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise((down) => server.close(down))
    },
  }
}

function withForgery(logs: readonly Log[], forgery: (log: Log) => Log | null): Log[] {
  return [...logs, ...logs.flatMap((log) => forgery(log) ?? [])]
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
