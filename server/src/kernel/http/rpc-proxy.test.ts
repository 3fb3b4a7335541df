import { createServer } from 'node:http'
import { afterAll, describe, expect, test } from 'vitest'
import { useWorld } from '../../testing/world.ts'

type Asked = { method: string; params: unknown[] }
const asked: Asked[] = []
let slow = 0
let running = 0
let most = 0
let node: ReturnType<typeof createServer> | null = null

/** Stands before the node: keeps what it was asked, and holds what names no chain. */
async function watched(rpcUrl: string): Promise<[string]> {
  node = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString()
    const calls = [JSON.parse(body) as Asked | Asked[]].flat()
    asked.push(...calls)
    const held = calls.some(({ method }) => method === 'eth_gasPrice')
    if (held) most = Math.max(most, ++running)
    if (held) await new Promise((done) => setTimeout(done, slow))
    if (held) running--
    const answer = await fetch(rpcUrl, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
    res.setHeader('content-type', 'application/json').end(await answer.text())
  })
  await new Promise<void>((done) => node?.listen(0, '127.0.0.1', done))
  return [`http://127.0.0.1:${(node.address() as { port: number }).port}`]
}
afterAll(() => node?.close())

const world = useWorld({ nodes: watched, listen: false, env: { DEMO: '0' } })
const rpc = async (payload: object, remoteAddress = '10.0.0.1') => {
  const answer = await world().host.app.inject({ method: 'POST', url: '/api/chain/rpc', payload, remoteAddress })
  return { status: answer.statusCode, body: answer.json() }
}
const call = (method: string, ...params: unknown[]) => ({ jsonrpc: '2.0', id: 1, method, params })
const to = `0x${'1'.repeat(40)}`
const executions = () => asked.filter(({ method }) => method === 'eth_call' || method === 'eth_estimateGas')

describe('B2 what the node is asked to do', () => {
  test('B2 gas above the cap, state and block overrides and odd parameters never reach the node', async () => {
    for (const method of ['eth_call', 'eth_estimateGas'])
      for (const params of [
        [{ to, gas: '0x10000000000' }, 'latest'],
        [{ to, gas: '0x1c9c381' }, 'latest'],
        [{ to }, 'latest', { [to]: { code: '0x5b600056' } }],
        [{ to }, 'latest', {}, { gasLimit: '0x10000000000' }],
        [{ to, gas: 'lots' }, 'latest'],
        ['x'],
        [],
      ]) {
        const { status, body } = await rpc(call(method, ...params))
        expect([method, params, status, body.error?.code]).toEqual([method, params, 200, -32602])
      }
    expect(executions()).toEqual([])
  })

  test('B2 a call without a limit gets ours, one with its own keeps it', async () => {
    expect((await rpc(call('eth_call', { to }, 'latest'))).body.result).toBe('0x')
    expect(executions().at(-1)?.params[0]).toEqual({ to, gas: '0x1c9c380' })
    expect((await rpc(call('eth_call', { to, gas: '0x5208' }, 'latest'))).body.result).toBe('0x')
    expect(executions().at(-1)?.params[0]).toEqual({ to, gas: '0x5208' })
    expect((await rpc(call('eth_estimateGas', { to }))).body.result).toMatch(/^0x/)
  })

  test('B2 calls cost what they are: three hundred estimates use up a minute, and a batch is what its calls cost', async () => {
    const estimates = Array.from({ length: 10 }, () => call('eth_estimateGas', { to }))
    expect((await rpc([...estimates, call('eth_chainId')], '10.0.0.2')).status).toBe(422)
    const statuses: number[] = []
    for (let i = 0; i < 60 && statuses.at(-1) !== 429; i++) statuses.push((await rpc(estimates, '10.0.0.3')).status)
    expect(statuses.at(-1)).toBe(429)
    expect(statuses.length).toBeGreaterThanOrEqual(30)
    expect((await rpc(call('eth_chainId'), '10.0.0.4')).status).toBe(200)
  })

  test('B2 the node is asked eight things at once at most, and an address that floods does not keep others waiting', async () => {
    slow = 50
    const flood = Promise.all(Array.from({ length: 50 }, () => rpc(call('eth_gasPrice'), '10.0.0.5').then(() => 'flood')))
    const order: string[] = []
    await Promise.all([flood.then((all) => order.push(...all)), rpc(call('eth_gasPrice'), '10.0.0.6').then(() => order.push('other'))])
    expect(most).toBeLessThanOrEqual(8)
    expect(order[0]).toBe('other')
  })
})
