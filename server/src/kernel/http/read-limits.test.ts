import fastify from 'fastify'
import { expect, test } from 'vitest'
import { nobody } from '../ctx.ts'
import { toProblem } from '../errors.ts'
import { limitReads, ownCall } from './read-limits.ts'

function anApp() {
  const app = fastify()
  app.decorateRequest('caller')
  app.addHook('onRequest', async (req) => {
    req.caller = { ...nobody, account: (req.headers['x-account'] as string | undefined) ?? null, address: req.ip }
  })
  app.setErrorHandler((err, req, reply) => {
    const problem = toProblem(err, req.url, req.id)
    return reply.code(problem.status).send(problem)
  })
  const limits = limitReads(app, { rateFactor: 0.01 })
  app.get('/read', async () => 'read')
  app.get('/api/health', async () => 'ok')
  app.get('/page', async (req) => limits.render(req))
  return app
}

test('B4 reads are limited by address and by account, and neither the page that asks itself nor health is', async () => {
  const app = anApp()
  const get = async (url: string, headers = {}, remoteAddress = '10.0.0.1') =>
    (await app.inject({ url, headers, remoteAddress })).statusCode
  const statuses = await Promise.all(Array.from({ length: 200 }, () => get('/read')))
  expect(statuses.filter((status) => status === 200).length).toBe(120)
  expect(statuses.filter((status) => status === 429).length).toBe(80)
  expect(await get('/read', {}, '10.0.0.2')).toBe(200)
  expect(await get('/read', { 'x-account': 'a' })).toBe(200)
  expect(await get('/read', ownCall)).toBe(200)
  expect(await get('/read', { 'x-own-call': 'guess' })).toBe(429)
  expect(await get('/api/health')).toBe(200)
})

test('B4 rendering a page costs a hundred reads', async () => {
  const app = anApp()
  const get = async () => (await app.inject({ url: '/page', remoteAddress: '10.0.0.3' })).statusCode
  expect([await get(), await get()]).toEqual([200, 429])
})
